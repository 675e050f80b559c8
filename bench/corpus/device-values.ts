import { hasVinDigit } from './has-vin-digit.ts'
import { passesLuhn } from './passes-luhn.ts'
import { drawUntil, fill, hexDigits, lowerLetters, type Random } from './random.ts'
import type { Value } from './write-text.ts'

/** ICAO Doc 9303, part 3: weights 7, 3, 1. */
function mrzDigit(units: string): string {
  const worth = (unit: string): number => (unit === '<' ? 0 : Number.parseInt(unit, 36))
  return String(Array.from(units).reduce((sum, unit, index) => sum + worth(unit) * ([7, 3, 1][index % 3] ?? 0), 0) % 10)
}

/** The second line of a passport of the state of Utopia. */
function mrzLine(random: Random): string {
  const withDigit = (units: string): string => units + mrzDigit(units)
  const number = withDigit(fill(random, '{L|P|X}89999999'))
  const born = withDigit(fill(random, '{ymd}'))
  const until = withDigit(fill(random, '{28|31|33}{04|09|12}{05|18|27}'))
  const optional = withDigit('<'.repeat(14))
  return `${number}UTO${born}${random.pick(['F', 'M'])}${until}${optional}${mrzDigit(number + born + until + optional)}`
}

function germanIdCard(random: Random): string {
  const units = 'CFGHJKLMNPRTVWXYZ0123456789'
  const body = random.pick(['L', 'T', 'M']) + random.units(units, 8)
  return body + mrzDigit(body)
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12]
    .map((count) => random.units(hexDigits, count))
    .join('-')
    .replace(/-.(...)-.(...-.{12})$/u, '-4$1-a$2')
}

const like = (type: Value['type'], form: string, isRight: (value: string) => boolean = () => true): Value => ({
  type,
  write: (random) => drawUntil(random, form, isRight),
})

/** Values of papers, cars and devices, by the names that forms use. */
export const deviceValues: Readonly<Record<string, Value>> = {
  'passport.us': like('passport', '{5|6}99999999'),
  'passport.us.new': like('passport', '{A|Y|Z}99999999'),
  'passport.gb': like('passport', '{1|5}99999999'),
  'passport.fr': like('passport', '{17|19|22}{AB|CV|FK}99999'),
  'passport.es': like('passport', '{PA|XD|AAC}999999'),
  'passport.it': like('passport', '{YA|YB}9999999'),
  'passport.in': like('passport', '{K|M|R|Z}9999999'),
  'passport.pl': like('passport', '{EB|EH|ZS}9999999'),
  'passport.nl': like('passport', '{NW|BX}{R2|L8|P6}{C|J}{84|37}{1|6}9'),
  'id-card.de': { type: 'passport', write: germanIdCard },
  mrz: { type: 'passport', write: mrzLine },
  'licence.gb': like('driving_licence', '{WILSO|PATEL|GREEN|MURPH}{6|7|8|9}{02|11|58}{06|15|23}9{A|J|S}{B|M|9}9AA'),
  'licence.us-ca': like('driving_licence', '{C|D|E|F}9999999'),
  'licence.us-ny': like('driving_licence', '{2|5|7}99 999 999'),
  'licence.us-fl': like('driving_licence', '{B|H|M}999-999-99-999-0'),
  'licence.de': like('driving_licence', '{B072RRE2I55}'),
  'licence.fr': like('driving_licence', '{14|18|21}{AA|BX|DK}99999'),
  'licence.it': like('driving_licence', '{U1}{A4|B7|K2}99999A'),
  'licence.es': like('driving_licence', '{4|5|7}9999999'),
  vin: like(
    'vin',
    '{1FTFW1E|2T1BURH|JHMGE8H|4T1BF1F|5NPE24A}9{0|1|2|3|4|5|6|7|8|9|X}{D|F|J|L}{A|B|F|S}999999',
    hasVinDigit,
  ),
  'vin.eu': like('vin', '{WVGZZZ5N|WAUZZZ8K|ZFA19900|VF15R5A0|TMBJJ7NE}{Z|0|H}{D|G|K}{P|W|0}999999'),
  imei: like('device_id', '{35|86|01}{2|3|5}999999999999', passesLuhn),
  'imei.dashed': like('device_id', '35-{2|7}99999-999999-9', passesLuhn),
  imsi: like('device_id', '{26201|20801|23415|24007}9999999999'),
  iccid: like('device_id', '{8933|8939|8946|8947}{10|20|01}9999999999999', passesLuhn),
  idfa: { type: 'device_id', write: (random) => uuid(random).toUpperCase() },
  gaid: { type: 'device_id', write: uuid },
  'android-id': { type: 'device_id', write: (random) => random.units(hexDigits, 16) },
  query: { type: 'url_query', write: (random) => random.units(lowerLetters, 4 + random.below(9)) },
  'query.number': { type: 'url_query', write: (random) => random.digits(4 + random.below(4)) },
}
