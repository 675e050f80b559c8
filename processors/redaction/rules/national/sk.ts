import { remainder } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

/** A birth number and a company's IČO are as in the Czech Republic, and found by its rules. */
export const skRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'sk_dic',
    type: 'tax_id',
    title: 'Daňové identifikačné číslo (DIČ)',
    country: 'SK',
    source: 'Finančná správa: DIČ, divisible by 11',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[1-9]\d[2-47-9]\d{7}$/u,
    check: (number) => remainder(number, 11) === 0,
    bare: false,
    words: [...businessNumberWords, 'dic', 'danove identifikacne cislo'],
  },
  vatNumber({
    country: 'SK',
    title: 'Identifikačné číslo pre DPH (IČ DPH)',
    source: 'Finančná správa: IČ DPH; European Commission, VIES: Slovakia',
    written: '[1-9]\\d[2-47-9]\\d{7}',
    lengths: [10],
    check: (number) => remainder(number, 11) === 0,
    words: ['dic', 'ic dph', 'dph'],
  }),
]
