import { isDayOfYear, isOneDigitOnly, numberAt } from '../../checksums.ts'
import { isCompactDate } from '../compact-date.ts'
import type { CodeRule } from '../rule.ts'
import { anyOf } from './any-of.ts'
import {
  englishLicenceWords,
  frenchLicenceWords,
  germanLicenceWords,
  otherLicenceWords,
} from './driving-licence-words.ts'

const facts = { kind: 'code', type: 'driving_licence', words: englishLicenceWords } as const

export const drivingLicenceRules: readonly CodeRule[] = [
  {
    ...facts,
    name: 'gb_driving_licence',
    title: 'Driver number',
    country: 'GB',
    source: 'Driver and Vehicle Licensing Agency: INF1, how the driver number is made of name and date of birth',
    // the issue number of the card may follow
    lengths: [16, 18],
    alphabet: 'letters',
    shape: /^(?=[A-Z]{1,5}9{0,4}\d)[A-Z\d]{5} ?\d{6} ?[A-Z][A-Z9]\d[A-Z]{2}(?: ?\d{2})?$/iu,
    check: isDriverNumber,
    // in lower case it may be a piece of any id
    bare: /^[A-Z]/u,
  },
  {
    ...facts,
    name: 'us_driver_license',
    title: "Number of a driver's license or of an identification card of a state",
    country: 'US',
    source: 'AAMVA: card design standard, customer number (DAQ); the forms that the departments of the states publish',
    lengths: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    alphabet: 'mixed',
    shape: anyOf([
      '[0-9]{6,12}', // more than half of the states
      '[0-9]{3} [0-9]{3} [0-9]{3}|[0-9]{2} [0-9]{3} [0-9]{3}', // as NY and PA print it
      '[A-Z][0-9]{5,9}', // AZ, CA, HI, KS, KY, MA, MO, NE, NV, OK, RI, VA, WV
      '[A-Z][ -]?[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{2,3}[ -]?[0-9]{3}(?:[ -]?[0-9])?', // FL, MD, MI, MN: letter and 12; IL: letter and 11
      '[A-Z][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{2})?', // IL, WI
      '[A-Z][0-9]{4} ?[0-9]{5} ?[0-9]{5}', // NJ
      '[A-Z][0-9]{13}', // WI
      '[A-Z]{2}[0-9]{5,6}[A-Z]?', // CO, OH; ID with a letter behind
      '[A-Z]{3}[0-9]{6}', // ND
      '[0-9]{2}[A-Z]{3}[0-9]{5}', // NH
      '[0-9]{3}[A-Z]{2}[0-9]{4}', // IA
      '[0-9]{7}A', // VT
      '[A-Z][0-9]{6}R', // MO
      'WDL[A-Z0-9]{9}', // WA
    ]),
    check: isNumber,
    bare: false,
  },
  {
    ...facts,
    name: 'ca_driver_licence',
    title: "Number of a driver's licence of a province",
    country: 'CA',
    source:
      'Ministry of Transportation of Ontario, Société de l’assurance automobile du Québec, ICBC: form of the number',
    lengths: [7, 9, 13, 14, 15],
    alphabet: 'mixed',
    shape: anyOf([
      '[A-Z][0-9]{4}[ -]?[0-9]{5}[ -]?[0-9]{5}', // ON
      '[A-Z][0-9]{4}[ -]?[0-9]{6}[ -]?[0-9]{2}', // QC
      '[A-Z]{5}[0-9]{9}', // NS
      '[0-9]{6}-[0-9]{3}', // AB
      '[0-9]{7}', // BC, NB
    ]),
    check: isNumber,
    bare: false,
    words: [...englishLicenceWords, ...frenchLicenceWords],
  },
  {
    ...facts,
    name: 'in_driving_licence',
    title: 'Number of a driving licence',
    country: 'IN',
    source: 'Ministry of Road Transport and Highways: Sarathi; state, office, year, and seven digits',
    lengths: [15],
    alphabet: 'letters',
    shape:
      /^(?:A[NPRS]|BR|C[GH]|D[DLN]|G[AJ]|H[PR]|J[HK]|K[AL]|L[AD]|M[HLNPZ]|NL|O[DR]|P[BY]|RJ|SK|T[GNRS]|U[AKP]|WB)[ -]?\d{2}[ -]?(?:19[5-9]|20[0-4])\d{8}$/iu,
    bare: false,
  },
  {
    ...facts,
    name: 'de_fuehrerschein',
    title: 'Number of a Führerschein',
    country: 'DE',
    source: 'Fahrerlaubnis-Verordnung, Anlage 8: authority, serial, check digit modulo 11, and issue',
    lengths: [11],
    alphabet: 'letters',
    shape: /^[A-Z]\d{2}[A-Z\d]{6}[\dX][A-Z\d]$/iu,
    check: isFuehrerschein,
    bare: false,
    words: [...englishLicenceWords, ...germanLicenceWords],
  },
  {
    ...facts,
    name: 'driving_licence_number',
    title: 'Number of a driving licence of another country',
    source: 'Directive 2006/126/EC, Annex I, field 5, and the forms that its countries, AU, BR, JP and NZ print there',
    lengths: [8, 9, 10, 11, 12],
    alphabet: 'mixed',
    shape: anyOf([
      '[0-9]{8,12}', // AT, AU, BE, BR, CH, FR, JP, NL, SE
      '[0-9]{2}[A-Z]{2}[0-9]{5}', // FR since 2013
      '[0-9]{8}-?[A-Z]', // ES
      '[A-Z]{2}[0-9]{7}[A-Z]|U1[A-Z0-9]{7}[A-Z]', // IT
      '[0-9]{5}/[0-9]{2}/[0-9]{4}', // PL
      '[A-Z]{1,2}-?[0-9]{6,7}', // NZ, PT
      '[0-9]{6}-[0-9]{4}', // SE
    ]),
    check: isNumber,
    bare: false,
    words: [...englishLicenceWords, ...frenchLicenceWords, ...germanLicenceWords, ...otherLicenceWords],
  },
]

/** Whoever fills a field with one digit has none. */
function isNumber(number: string): boolean {
  return !isOneDigitOnly(number) && !isCompactDate(number)
}

/** Five letters of the surname, filled up with nines; the year around month and day of birth, and a woman's month has 50 more. */
function isDriverNumber(number: string): boolean {
  const month = numberAt(number, 6, 8)
  return (
    isDayOfYear(numberAt(number, 8, 10), month > 50 ? month - 50 : month) &&
    /^[A-Z]{1,5}9{0,4}$/u.test(number.slice(0, 5))
  )
}

/** Letters count from 10; the weights fall from nine to one. */
function isFuehrerschein(number: string): boolean {
  let sum = 0
  for (let index = 0; index < 9; index++) sum += Number.parseInt(number.charAt(index), 36) * (9 - index)
  return '0123456789X'.charAt(sum % 11) === number.charAt(9)
}
