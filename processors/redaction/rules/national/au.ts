import { digitAt, isOneDigitOnly, passesLuhn, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const auRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'au_tfn',
    type: 'national_id',
    title: 'Tax file number (TFN)',
    country: 'AU',
    source: 'Australian Taxation Office: tax file number, modulus 11',
    lengths: [8, 9],
    alphabet: 'digits',
    shape: /^\d{3}[ -]?\d{3}[ -]?\d{2,3}$/u,
    check: isTaxFileNumber,
    bare: false,
    words: [...personNumberWords, 'tfn', 'tax file', 'tax file number'],
  },
  {
    kind: 'code',
    name: 'au_medicare',
    type: 'national_id',
    title: 'Medicare card number',
    country: 'AU',
    source: 'Services Australia: Medicare card number, check digit of the card; METeOR 270101',
    lengths: [10, 11],
    alphabet: 'digits',
    // the line of the person on the card may follow
    shape: /^[2-6]\d{3}[ -]?\d{5}[ -]?\d(?:[ /-]?[1-9])?$/u,
    check: (number) => weightedSum(number, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === digitAt(number, 8),
    bare: false,
    words: ['medicare', 'medicare card', 'medicare number', 'medicare no', 'irn'],
  },
  {
    kind: 'code',
    name: 'au_ihi',
    type: 'national_id',
    title: 'Individual Healthcare Identifier (IHI)',
    country: 'AU',
    source: 'AS 5017, Health Care Client Identification: 800360, and Luhn',
    lengths: [16],
    alphabet: 'digits',
    shape: /^800360\d{10}$|^8003 60\d{2} \d{4} \d{4}$/u,
    check: passesLuhn,
    bare: true,
    words: ['ihi', 'healthcare identifier'],
  },
  {
    kind: 'code',
    name: 'au_abn',
    type: 'tax_id',
    title: 'Australian Business Number (ABN)',
    country: 'AU',
    source: 'Australian Business Register: Format of the ABN, modulus 89',
    lengths: [11],
    alphabet: 'digits',
    // the check digits come first, and are from 11 to 99
    shape: /^(?:1[1-9]|[2-9]\d) ?\d{3} ?\d{3} ?\d{3}$/u,
    check: (number) =>
      (weightedSum(number, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0 && !isOneDigitOnly(number),
    bare: /^\d{2} \d{3} \d{3} \d{3}$/u,
    words: [...businessNumberWords, 'abn', 'australian business number', 'gst'],
  },
  {
    kind: 'code',
    name: 'au_acn',
    type: 'tax_id',
    title: 'Australian Company Number (ACN)',
    country: 'AU',
    source: 'Australian Securities and Investments Commission: Australian Company Number digit check',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{3} ?\d{3} ?\d{3}$/u,
    check: (number) => (10 - (weightedSum(number, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === digitAt(number, 8),
    bare: false,
    words: [...businessNumberWords, 'acn', 'australian company number'],
  },
]

/** The few numbers of eight digits are the oldest ones. */
function isTaxFileNumber(number: string): boolean {
  const weights = number.length === 8 ? [10, 7, 8, 4, 6, 3, 5, 1] : [1, 4, 3, 7, 5, 8, 6, 9, 10]
  return weightedSum(number, weights) % 11 === 0 && !isOneDigitOnly(number)
}
