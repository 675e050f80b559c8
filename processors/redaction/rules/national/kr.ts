import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'

export const krRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'kr_rrn',
    type: 'national_id',
    title: 'Resident registration number, foreigner registration number (RRN)',
    country: 'KR',
    source: 'Ministry of the Interior and Safety: Resident Registration Act, enforcement rules of October 2020',
    lengths: [13],
    alphabet: 'digits',
    shape: /^\d{6}[- ]?[1-8]\d{6}$/u,
    // since October 2020 the last six digits are random: there is no check digit to look at
    check: (number) => {
      const century = '3478'.includes(number.charAt(6)) ? 2000 : 1900
      return isBirthDate(century + numberAt(number, 0, 2), numberAt(number, 2, 4), numberAt(number, 4, 6))
    },
    // nobody else writes a date so, with seven digits behind a dash
    bare: /^\d{6}-/u,
    words: [
      ...personNumberWords,
      'rrn',
      'jumin',
      'jumin beonho',
      'jumin deungnok beonho',
      'resident registration',
      'resident number',
      'foreigner registration',
      'alien registration',
      'arc no',
    ],
  },
  {
    kind: 'code',
    name: 'kr_brn',
    type: 'tax_id',
    title: 'Business registration number (BRN)',
    country: 'KR',
    source: 'National Tax Service: business registration number, check digit',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[1-9]\d{2}-?\d{2}-?\d{5}$/u,
    check: isBusinessNumber,
    bare: /^\d{3}-\d{2}-\d{5}$/u,
    words: [...businessNumberWords, 'brn', 'business registration', 'saeopja', 'saeopja deungnok beonho'],
  },
]

/** The tens of the last product count, too. Tax offices have numbers from 101 on. */
function isBusinessNumber(number: string): boolean {
  const sum = weightedSum(number, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((digitAt(number, 8) * 5) / 10)
  return (10 - (sum % 10)) % 10 === digitAt(number, 9) && hasNoEmptyPart(number)
}

/** Office, kind of business and serial. */
function hasNoEmptyPart(number: string): boolean {
  return numberAt(number, 0, 3) > 100 && number.slice(3, 5) !== '00' && number.slice(5, 9) !== '0000'
}
