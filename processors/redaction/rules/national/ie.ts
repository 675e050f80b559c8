import { weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const ieRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ie_pps',
    type: 'national_id',
    title: 'Personal Public Service number (PPS)',
    country: 'IE',
    source: 'Department of Social Protection: PPS number format; Revenue, TIN: Ireland',
    lengths: [8, 9],
    alphabet: 'letters',
    shape: /^\d{7} ?[A-W][ABHWTX]?$/iu,
    check: (pps) => checkLetter(pps.slice(0, 7), pps.charAt(8)) === pps.charAt(7),
    bare: false,
    words: [
      ...personNumberWords,
      'pps',
      'ppsn',
      'pps no',
      'pps number',
      'personal public service',
      'public service number',
    ],
  },
  vatNumber({
    country: 'IE',
    title: 'VAT number',
    source: 'Revenue: VAT number; European Commission, VIES: Ireland',
    // a letter in the second place: numbers from before 2013
    written: '\\d[\\dA-Z]\\d{5}[A-W][A-I]?',
    lengths: [8, 9],
    check: (number) => {
      const digits = /^\d{7}/u.test(number) ? number.slice(0, 7) : `0${number.slice(2, 7)}${number.charAt(0)}`
      return checkLetter(digits, number.charAt(8)) === number.charAt(7)
    },
    words: [],
  }),
]

/** W and T behind the check letter say nothing; other letters count nine times their place in the alphabet. */
function checkLetter(digits: string, behind: string): string {
  const second = behind === '' || 'WTX'.includes(behind) ? 0 : behind.charCodeAt(0) - 64
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt((weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + second * 9) % 23)
}
