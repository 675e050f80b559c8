import type { CodeRule } from '../rule.ts'
import { vatNumber } from './vat-number.ts'

export const cyRules: readonly CodeRule[] = [
  vatNumber({
    country: 'CY',
    title: 'Tax identification code and VAT number',
    source: 'Tax Department of Cyprus: TIC; OECD, Tax identification numbers: Cyprus',
    written: '(?!12)[0-59]\\d{7}[A-Z]',
    lengths: [9],
    check: isCypriotNumber,
    words: ['tic', 'fpa', 'afm'],
  }),
]

/** What a digit in an odd place counts. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]

function isCypriotNumber(number: string): boolean {
  let sum = 0
  for (let index = 0; index < 8; index++) {
    const digit = Number(number.charAt(index))
    sum += index % 2 === 0 ? (oddValues[digit] ?? 0) : digit
  }
  return String.fromCharCode(65 + (sum % 26)) === number.charAt(8)
}
