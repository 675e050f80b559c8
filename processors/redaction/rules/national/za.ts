import { numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'

export const zaRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'za_id',
    type: 'national_id',
    title: 'Identity number',
    country: 'ZA',
    source: 'Department of Home Affairs: Identification Act 68 of 1997, identity number; Luhn',
    lengths: [13],
    alphabet: 'digits',
    // the eleventh digit is the citizenship: 0, 1, and 2 for refugees
    shape: /^\d{10}[0-2]\d{2}$|^\d{6} \d{4} [0-2]\d{2}$/u,
    check: (number) =>
      isShortBirthDate(numberAt(number, 0, 2), numberAt(number, 2, 4), numberAt(number, 4, 6)) && passesLuhn(number),
    // plain, some times in milliseconds pass
    bare: / /u,
    words: [...personNumberWords, 'sa id', 'rsa id', 'south african id', 'id nommer', 'identiteits nommer'],
  },
  {
    kind: 'code',
    name: 'za_tax',
    type: 'tax_id',
    title: 'Income tax and VAT reference number',
    country: 'ZA',
    source: 'South African Revenue Service: tax reference numbers, modulus 10',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[0-49]\d{9}$|^[0-49]\d{3} \d{3} \d{3}$/u,
    check: passesLuhn,
    bare: false,
    words: [...businessNumberWords, 'tax reference', 'tax ref', 'income tax', 'sars'],
  },
]
