import { digitAt, isOneDigitOnly, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const jpRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'jp_my_number',
    type: 'national_id',
    title: 'My Number, individual number (kojin bangō)',
    country: 'JP',
    source: 'Ministry of Internal Affairs and Communications: Ordinance 85 of 2014, article 5',
    lengths: [12],
    alphabet: 'digits',
    shape: /^\d{12}$|^\d{4} \d{4} \d{4}$|^\d{4}-\d{4}-\d{4}$/u,
    check: isMyNumber,
    bare: false,
    words: [...personNumberWords, 'my number', 'my no', 'kojin bango', 'individual number', 'jpki'],
  },
  {
    kind: 'code',
    name: 'jp_corporate_number',
    type: 'tax_id',
    title: 'Corporate number (hōjin bangō)',
    country: 'JP',
    source: 'National Tax Agency: Corporate number, check digit of modulus 9',
    lengths: [13],
    alphabet: 'digits',
    // invoices have it with a T
    shape: /^[1-9]-?\d{4}-?\d{4}-?\d{4}$/u,
    check: isCorporateNumber,
    bare: false,
    words: [...businessNumberWords, 'corporate number', 'hojin bango', 'houjin bangou', 'invoice number'],
  },
  {
    kind: 'code',
    name: 'jp_invoice_number',
    type: 'tax_id',
    title: 'Registration number of a qualified invoice issuer',
    country: 'JP',
    source: 'National Tax Agency: Qualified invoice system, T and a corporate number',
    lengths: [14],
    alphabet: 'letters',
    shape: /^T-?[1-9]-?\d{4}-?\d{4}-?\d{4}$/iu,
    check: (number) => isCorporateNumber(number.slice(1)),
    bare: false,
    words: [...businessNumberWords, 'invoice', 'toroku bango', 'qualified invoice'],
  },
]

/** Both count from the right: 2 to 7, and again 2 to 6. */
function isMyNumber(number: string): boolean {
  const rest = weightedSum(number, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return (rest <= 1 ? 0 : 11 - rest) === digitAt(number, 11) && !isOneDigitOnly(number)
}

/** The check digit comes first. */
function isCorporateNumber(number: string): boolean {
  return 9 - (weightedSum(number.slice(1), [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9) === digitAt(number, 0)
}
