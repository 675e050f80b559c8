import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'

const words = ['kennitala', 'kennitolu', 'kt']

export const isRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'is_kennitala',
    type: 'national_id',
    title: 'Kennitala of a person',
    country: 'IS',
    source: 'Þjóðskrá: kennitala, modulus 11',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[0-3]\d{5}[ -]?\d{3}[09]$/u,
    check: (number) => isKennitala(number, numberAt(number, 0, 2)),
    bare: /-/u,
    words: [...personNumberWords, ...words],
  },
  {
    kind: 'code',
    name: 'is_kennitala_of_company',
    type: 'tax_id',
    title: 'Kennitala of a company',
    country: 'IS',
    source: 'Skatturinn: kennitala, modulus 11',
    lengths: [10],
    alphabet: 'digits',
    // the day is 40 more
    shape: /^[4-7]\d{5}[ -]?\d{3}[09]$/u,
    check: (number) => isKennitala(number, numberAt(number, 0, 2) - 40),
    bare: /-/u,
    words: [...businessNumberWords, ...words],
  },
]

/** The last digit is the century, and no part of the sum. */
function isKennitala(number: string, day: number): boolean {
  const century = digitAt(number, 9) === 0 ? 2000 : 1900
  return (
    weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 &&
    isBirthDate(century + numberAt(number, 4, 6), numberAt(number, 2, 4), day)
  )
}
