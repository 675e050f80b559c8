import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'

export const thRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'th_citizen_id',
    type: 'national_id',
    title: 'Citizen identification number, also for taxes',
    country: 'TH',
    source: 'Department of Provincial Administration: thirteen digits, kind of person, and a check digit of modulus 11',
    lengths: [13],
    alphabet: 'digits',
    shape: /^[1-8]\d{12}$|^[1-8][ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]\d$/u,
    check: (number) =>
      (11 - (weightedSum(number, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(number, 12),
    // in one piece, one time in milliseconds of eleven passes
    bare: /-/u,
    words: [...personNumberWords, 'thai id', 'bat prachachon', 'lek prachachon', 'prachachon'],
  },
]
