import { digitAt, isOneDigitOnly, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

const source = 'Iedzīvotāju reģistra likums; Ministru kabineta noteikumi par personas kodu'
const words = [...personNumberWords, 'personas kods', 'personas koda', 'pers kods', 'p k']

export const lvRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'lv_personas_kods',
    type: 'national_id',
    title: 'Personas kods, with a date of birth',
    country: 'LV',
    source,
    lengths: [11],
    alphabet: 'digits',
    shape: /^[0-3]\d{5}-?[0-2]\d{4}$/u,
    check: isPersonCode,
    bare: true,
    words,
  },
  {
    kind: 'code',
    name: 'lv_personas_kods_2017',
    type: 'national_id',
    title: 'Personas kods from July 2017 on',
    country: 'LV',
    source,
    lengths: [11],
    alphabet: 'digits',
    // no date, and no check digit that were published
    shape: /^3[2-9]\d{4}-?\d{5}$/u,
    bare: false,
    words,
  },
  {
    kind: 'code',
    name: 'lv_registracijas_numurs',
    type: 'tax_id',
    title: 'Reģistrācijas numurs of a company',
    country: 'LV',
    source: 'Uzņēmumu reģistrs: reģistrācijas numurs; Valsts ieņēmumu dienests: PVN',
    lengths: [11],
    alphabet: 'digits',
    shape: /^[459]\d{10}$/u,
    check: isCompanyNumber,
    bare: false,
    words: [...businessNumberWords, 'registracijas numurs', 'reg nr', 'pvn'],
  },
  vatNumber({
    country: 'LV',
    title: 'PVN reģistrācijas numurs',
    source: 'Valsts ieņēmumu dienests: PVN; European Commission, VIES: Latvia',
    written: '\\d{11}',
    lengths: [11],
    check: (number) => isCompanyNumber(number) || isPersonCode(number),
    words: ['pvn', 'pvn nr', 'pvn numurs', 'registracijas numurs', 'reg nr'],
  }),
]

/** The seventh digit is the century: 0 the 1800s, 1 the 1900s, 2 the 2000s. */
function isPersonCode(code: string): boolean {
  const year = 1800 + digitAt(code, 6) * 100 + numberAt(code, 4, 6)
  const rest = (1 + weightedSum(code, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11
  if (isOneDigitOnly(code)) return false
  return rest % 10 === digitAt(code, 10) && isBirthDate(year, numberAt(code, 2, 4), numberAt(code, 0, 2))
}

function isCompanyNumber(number: string): boolean {
  return digitAt(number, 0) > 3 && weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3
}
