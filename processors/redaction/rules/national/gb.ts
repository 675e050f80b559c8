import { digitAt, isOneDigitOnly, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const gbRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'gb_nino',
    type: 'national_id',
    title: 'National Insurance number',
    country: 'GB',
    source: 'HMRC, National Insurance Manual NIM39110: prefixes and suffixes',
    lengths: [9],
    alphabet: 'letters',
    // QQ is given to nobody, but forms and manuals show it
    shape: /^(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ)[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]$/iu,
    check: (nino) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/u.test(nino),
    // in lower case it may be a piece of a hash
    bare: /^[A-Z]{2}[\d -]+[A-D]$/u,
    words: [...personNumberWords, 'nino', 'ni number', 'national insurance'],
  },
  {
    kind: 'code',
    name: 'gb_nhs',
    type: 'national_id',
    title: 'NHS number',
    country: 'GB',
    source: 'NHS Data Model and Dictionary: NHS number, MOD 11',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{3}[ -]?\d{3}[ -]?\d{4}$/u,
    check: (number) => {
      const check = 11 - (weightedSum(number, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)
      return check % 11 === digitAt(number, 9) && !isOneDigitOnly(number)
    },
    bare: false,
    words: [...personNumberWords, 'nhs', 'health number', 'chi number', 'patient number', 'patient id'],
  },
  {
    kind: 'code',
    name: 'gb_utr',
    type: 'national_id',
    title: 'Unique Taxpayer Reference',
    country: 'GB',
    source: 'OECD, Tax identification numbers: United Kingdom',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{5} ?\d{5}$|^\d{3} \d{3} \d{4}$/u,
    check: (reference) =>
      '21987654321'.charAt(weightedSum(reference, [0, 6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11) === reference.charAt(0),
    bare: false,
    words: [...personNumberWords, 'utr', 'unique taxpayer reference', 'self assessment', 'tax reference'],
  },
  {
    kind: 'code',
    name: 'gb_vat_without_prefix',
    type: 'tax_id',
    title: 'VAT registration number, without GB',
    country: 'GB',
    source: 'HMRC, VAT registration number check: modulus 97, and 9755',
    lengths: [9, 12],
    alphabet: 'digits',
    shape: /^\d{3} ?\d{4} ?\d{2}(?: ?\d{3})?$/u,
    check: isBritishVatNumber,
    bare: false,
    words: [...businessNumberWords, 'vat reg no'],
  },
  vatNumber({
    country: 'GB',
    title: 'VAT registration number',
    source: 'HMRC, VAT registration number check: modulus 97, and 9755',
    written: '\\d{3} ?\\d{4} ?\\d{2}(?: ?\\d{3})?',
    lengths: [9, 12],
    check: isBritishVatNumber,
    words: [],
  }),
]

/** A branch of three digits may follow. Numbers of the newer series are 55 off, or 42 the other way. */
function isBritishVatNumber(number: string): boolean {
  const rest = weightedSum(number, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
  return (rest === 0 || (number.charAt(0) !== '0' && (rest === 42 || rest === 55))) && !/^0{7}/u.test(number)
}
