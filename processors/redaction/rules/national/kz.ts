import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'

export const kzRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'kz_iin',
    type: 'national_id',
    title: 'Individual identification number (IIN)',
    country: 'KZ',
    source:
      'Law 223-III of 2007 on national registers of identification numbers: day of birth, century and sex, check digit',
    lengths: [12],
    alphabet: 'digits',
    shape: /^\d{6}[3-6]\d{5}$/u,
    check: (number) => {
      const century = number.charAt(6) < '5' ? 1900 : 2000
      return (
        isBirthDate(century + numberAt(number, 0, 2), numberAt(number, 2, 4), numberAt(number, 4, 6)) &&
        hasCheckDigit(number)
      )
    },
    bare: false,
    words: [...personNumberWords, 'iin', 'zhsn'],
  },
  {
    kind: 'code',
    name: 'kz_bin',
    type: 'tax_id',
    title: 'Business identification number (BIN)',
    country: 'KZ',
    source:
      'Law 223-III of 2007 on national registers of identification numbers: month of registration, kind, check digit',
    lengths: [12],
    alphabet: 'digits',
    shape: /^\d{2}(?:0[1-9]|1[0-2])[4-6][0-4]\d{6}$/u,
    check: hasCheckDigit,
    bare: false,
    words: [...businessNumberWords, 'bin number', 'bin no', 'bin iin', 'iin bin', 'bin/iin', 'iin/bin'],
  },
]

/** Where the first weights give ten, the second do not, or the number is not given out. */
function hasCheckDigit(number: string): boolean {
  const first = weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
  const check = first === 10 ? weightedSum(number, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first
  return check === digitAt(number, 11)
}
