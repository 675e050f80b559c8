import { isOneDigitOnly, numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'

export const idRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'id_nik',
    type: 'national_id',
    title: 'Nomor Induk Kependudukan (NIK), number of the KTP',
    country: 'ID',
    source:
      'Direktorat Jenderal Kependudukan dan Pencatatan Sipil: province, regency, district, day of birth, and a serial',
    lengths: [16],
    alphabet: 'digits',
    shape: /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{14}$/u,
    check: isNik,
    bare: false,
    words: [...personNumberWords, 'nik', 'no nik', 'ktp', 'no ktp', 'nomor ktp', 'nomor induk', 'induk kependudukan'],
  },
  {
    kind: 'code',
    name: 'id_npwp',
    type: 'tax_id',
    title: 'Nomor Pokok Wajib Pajak (NPWP)',
    country: 'ID',
    source: 'Direktorat Jenderal Pajak: NPWP of fifteen digits, Luhn of the first nine',
    lengths: [15],
    alphabet: 'digits',
    shape: /^\d{15}$|^\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}$/u,
    check: (number) => passesLuhn(number.slice(0, 9)) && !isOneDigitOnly(number.slice(0, 9)),
    // nobody else puts six signs into fifteen digits
    bare: /\./u,
    words: [...businessNumberWords, 'npwp', 'no npwp', 'nomor pokok', 'wajib pajak'],
  },
]

/** The day of a woman's birth has 40 more; districts count from one. */
function isNik(number: string): boolean {
  const day = numberAt(number, 6, 8)
  return (
    numberAt(number, 2, 4) > 0 &&
    numberAt(number, 4, 6) > 0 &&
    number.slice(12) !== '0000' &&
    isShortBirthDate(numberAt(number, 10, 12), numberAt(number, 8, 10), day > 40 ? day - 40 : day)
  )
}
