import { isOneDigitOnly } from '../../checksums.ts'
import { isCompactDate } from '../compact-date.ts'
import type { CodeRule } from '../rule.ts'
import { anyOf } from './any-of.ts'
import { passportWords } from './passport-words.ts'

/** Numbers of passports. Few have a check digit, and each looks like many other numbers: a word must stand near. */
export const passport: CodeRule = {
  kind: 'code',
  name: 'passport_number',
  type: 'passport',
  title: 'Number of a passport',
  source:
    'Council of the European Union: PRADO, numbers of travel documents; ICAO Doc 9303-4, 4.2.2: nine units at most',
  lengths: [7, 8, 9, 10],
  alphabet: 'mixed',
  shape: anyOf([
    '[0-9]{8,9}', // US, GB, DK, NO, SE, BG, HR, RO, CZ, RU, IL, ZA
    '[A-Z][ -]?[0-9]{6,8}', // US since 2021, IN, AU, AT, CH, PT, TR, CN, MY, KR, MX, ZA, NG, EG
    '[A-Z]{2}[ -]?[0-9]{6,7}', // CA, JP, IT, ES, BE, FI, GR, IE, PL, HU, UA, BR, NZ, PK, TH, AU and AT of late
    '[A-Z]{3}[ -]?[0-9]{6}', // ES, NO, AR
    '[0-9]{2} ?[A-Z]{2} ?[0-9]{5}', // FR
    '[CFGHJK][0-9CFGHJKLMNPRTVWXYZ]{8}', // DE
    '[A-Z]{2}[A-Z0-9]{6}[0-9]', // NL
    '[A-Z][0-9]{6,7}[A-Z]{1,2}', // CA since 2023; SG, PH
    'M[0-9]{3}[A-Z][0-9]{4}', // KR since 2021
    '[A-Z][0-9][A-Z][0-9]{2}[A-Z][0-9]{2}', // CH since 2022
    '[0-9]{2} ?[0-9]{2} [0-9]{6}', // RU, for use within the country
  ]),
  check: (number) => !isOneDigitOnly(number) && !isCompactDate(number),
  bare: false,
  words: passportWords,
}
