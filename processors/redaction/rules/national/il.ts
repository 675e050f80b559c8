import { isOneDigitOnly, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const ilRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'il_teudat_zehut',
    type: 'national_id',
    title: 'Mispar zehut, number of the identity card (teudat zehut)',
    country: 'IL',
    source: 'Population and Immigration Authority: Population Registry Law 5725-1965; Luhn',
    // zeros in front are often left out
    lengths: [7, 8, 9],
    alphabet: 'digits',
    shape: /^\d{7,9}$|^\d{8}-\d$|^\d-\d{7}-\d$/u,
    check: (number) => passesLuhn(number) && !isOneDigitOnly(number),
    bare: false,
    words: [
      ...personNumberWords,
      'teudat zehut',
      'teudat zehut no',
      'mispar zehut',
      'zehut',
      'israeli id',
      'israel id',
    ],
  },
  {
    kind: 'code',
    name: 'il_company',
    type: 'tax_id',
    title: 'Mispar hevra, number of a company or of an association',
    country: 'IL',
    source: 'Ministry of Justice, Corporations Authority: 51 and on for companies, 58 for associations; Luhn',
    lengths: [9],
    alphabet: 'digits',
    shape: /^5\d{8}$|^5\d-\d{6}-\d$/u,
    check: passesLuhn,
    bare: false,
    words: [...businessNumberWords, 'mispar hevra', 'hevra', 'het pe', 'osek murshe', 'osek morshe', 'amuta'],
  },
]
