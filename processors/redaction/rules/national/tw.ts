import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const twRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'tw_national_id',
    type: 'national_id',
    title: 'National identification number, UI number of a resident',
    country: 'TW',
    source:
      'Ministry of the Interior: household registration, letter of the place; National Immigration Agency: UI No.',
    lengths: [10],
    alphabet: 'letters',
    // foreigners have 8 and 9, and until 2021 had a second letter
    shape: /^[A-Z][1289A-D]\d{8}$/iu,
    check: isNationalId,
    bare: false,
    words: [...personNumberWords, 'shenfenzheng', 'roc id', 'taiwan id', 'arc no', 'ui no', 'ui number'],
  },
  {
    kind: 'code',
    name: 'tw_ubn',
    type: 'tax_id',
    title: 'Unified business number (UBN)',
    country: 'TW',
    source: 'Ministry of Finance, Fiscal Information Agency: check of the UBN, modulus 5 since April 2023',
    lengths: [8],
    alphabet: 'digits',
    shape: /^\d{8}$/u,
    check: isBusinessNumber,
    bare: false,
    words: [...businessNumberWords, 'ubn', 'gui number', 'unified business', 'tongyi bianhao', 'tong bian'],
  },
]

const places = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'

/** Letters are two digits, from ten on, in the order in which places got theirs. */
function isNationalId(code: string): boolean {
  const place = places.indexOf(code.charAt(0)) + 10
  // of the letter that was in the second place, only the last digit counts
  const second = /\d/u.test(code.charAt(1)) ? code.charAt(1) : String(places.indexOf(code.charAt(1)))
  return weightedSum(`${place}${second}${code.slice(2)}`, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0
}

function isBusinessNumber(number: string): boolean {
  const sum = [1, 2, 1, 2, 1, 2, 4, 1].reduce((total, weight, index) => {
    const product = weight * digitAt(number, index)
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  // four times seven is 28, whose digits may count as ten or, added once more, as one
  return number !== '00000000' && (sum % 5 === 0 || (number.charAt(6) === '7' && (sum + 1) % 5 === 0))
}
