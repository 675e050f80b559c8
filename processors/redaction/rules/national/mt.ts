import { weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const mtRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'mt_identity_card',
    type: 'national_id',
    title: 'Identity card number',
    country: 'MT',
    source: 'OECD, Tax identification numbers: Malta',
    lengths: [8],
    alphabet: 'letters',
    // a number in the year's register, the year, and a letter for the register; no check digit
    shape: /^\d{7} ?[MGAPLHBZ]$/iu,
    bare: false,
    words: [...personNumberWords, 'karta tal identita', 'karta identita', 'numru tal identita'],
  },
  vatNumber({
    country: 'MT',
    title: 'VAT number',
    source: 'Commissioner for Tax and Customs: VAT number; European Commission, VIES: Malta',
    written: '[1-9]\\d{3} ?\\d{4}',
    lengths: [8],
    check: (number) => weightedSum(number.slice(0, 6), [3, 4, 6, 7, 8, 9]) % 37 === 37 - Number(number.slice(6)),
    words: [],
  }),
]
