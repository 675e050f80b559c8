import type { EntityKind } from './entity-kind.ts'
import { hasVinDigit } from './has-vin-digit.ts'
import { passesLuhn } from './passes-luhn.ts'
import { drawUntil, fill, hexDigits, type Random } from './random.ts'

function uuid(random: Random): string {
  const part = (count: number): string => random.units(hexDigits, count)
  return `${part(8)}-${part(4)}-4${part(3)}-a${part(3)}-${part(12)}`
}

export const deviceKinds: readonly EntityKind[] = [
  {
    type: 'device_id',
    write: (random) => drawUntil(random, '{35|86|49|01}9999999999999', passesLuhn),
    called: ['IMEI', 'IMEI number'],
    keys: ['imei', 'deviceImei'],
  },
  {
    type: 'device_id',
    write: (random) => fill(random, '{262|310|234}{01|15}9999999999'),
    called: ['IMSI'],
    keys: ['imsi'],
  },
  {
    type: 'device_id',
    write: (random) => drawUntil(random, '{8949|8944|8901}999999999999999', passesLuhn),
    called: ['ICCID', 'SIM card number'],
    keys: ['iccid', 'sim_iccid'],
  },
  {
    type: 'device_id',
    write: (random) => uuid(random).toUpperCase(),
    called: ['IDFA', 'advertising ID'],
    keys: ['idfa', 'advertisingId', 'advertising_id'],
  },
  { type: 'device_id', write: uuid, called: ['GAID', 'advertising id'], keys: ['gaid', 'adid', 'advertiser_id'] },
  {
    type: 'vin',
    write: (random) =>
      drawUntil(random, '{1HGCM8263|WVWZZZ1JX|WBAVA3350|5YJSA1E2X}{A|E|H|K}{F|G|P|R}999999', hasVinDigit),
    keys: ['vin', 'vehicle', 'chassis'],
  },
  {
    type: 'vin',
    write: (random) => fill(random, 'WVWZZZ{1JZ|3CZ|AUZ}{W|H|K|P}W999999'),
    called: ['VIN', 'vehicle identification number', 'chassis number'],
    keys: ['vin', 'vehicle_vin'],
  },
  {
    type: 'passport',
    write: (random) => fill(random, '{C01X00T4|C4JG2K1M|F7L9H2K3}9'),
    called: ['passport number', 'Reisepassnummer', 'passport'],
    keys: ['passport_no', 'passportNumber'],
  },
  {
    type: 'passport',
    write: (random) => random.digits(9).replace(/^0/u, '5'),
    called: ['passport number', 'US passport', 'UK passport number'],
    keys: ['passport', 'passport_number'],
  },
  {
    type: 'passport',
    write: (random) => fill(random, '{L|K|Z|P|X}9999999'),
    called: ['passport number', 'pasaporte', 'passeport', 'passaporto'],
    keys: ['passport', 'travelDocument'],
  },
  {
    type: 'driving_licence',
    write: (random) => fill(random, '{MORGA|JONES|KHANZ|SMITH}{6|7|8}{01|12|52|61}{05|14|27}9{AB|SM|JK}{9}AA'),
    keys: ['driver_number', 'licence', 'driving_licence'],
  },
  {
    type: 'driving_licence',
    write: (random) => fill(random, '{D|B|F|S}9999999'),
    called: ["driver's license number", "driver's license", 'driving licence number', 'DL number'],
    keys: ['drivers_license', 'driverLicenseNumber', 'dl_number'],
  },
]
