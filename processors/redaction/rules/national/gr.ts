import { digitAt, numberAt, passesLuhn, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

const taxWords = ['afm', 'a f m', 'arithmos forologikou mitroou', 'doy']

export const grRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'gr_amka',
    type: 'national_id',
    title: 'Social security number (AMKA)',
    country: 'GR',
    source: 'ΗΔΙΚΑ: ΑΜΚΑ; ISO/IEC 7812-1 annex B',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{6} ?\d{5}$/u,
    check: (number) =>
      isShortBirthDate(numberAt(number, 4, 6), numberAt(number, 2, 4), numberAt(number, 0, 2)) && passesLuhn(number),
    bare: true,
    words: [...personNumberWords, 'amka', 'a m k a'],
  },
  {
    kind: 'code',
    name: 'gr_afm',
    type: 'tax_id',
    title: 'Tax number (AFM)',
    country: 'GR',
    source: 'ΑΑΔΕ: Αριθμός Φορολογικού Μητρώου; OECD, Tax identification numbers: Greece',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{9}$/u,
    check: isAfm,
    bare: false,
    words: [...businessNumberWords, ...taxWords],
  },
  vatNumber({
    country: 'GR',
    prefix: 'EL',
    title: 'VAT number',
    source: 'ΑΑΔΕ: Αριθμός Φορολογικού Μητρώου; European Commission, VIES: Greece',
    written: '\\d{9}',
    lengths: [9],
    check: isAfm,
    words: [...taxWords, 'fpa'],
  }),
]

function isAfm(number: string): boolean {
  const sum = weightedSum(number, [256, 128, 64, 32, 16, 8, 4, 2])
  return (sum % 11) % 10 === digitAt(number, 8) && sum > 0
}
