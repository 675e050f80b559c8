import { passesLuhn, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const ecRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ec_cedula',
    type: 'national_id',
    title: 'Cédula de identidad',
    country: 'EC',
    source: 'Dirección General de Registro Civil: province, a third digit below 7, and Luhn',
    lengths: [10],
    alphabet: 'digits',
    shape: /^(?:0[1-9]|1\d|2[0-4]|30)[0-6]\d{6}-?\d$/u,
    check: passesLuhn,
    bare: false,
    words: [...personNumberWords, 'cedula', 'cedula de identidad', 'cedula de ciudadania', 'ci no'],
  },
  {
    kind: 'code',
    name: 'ec_ruc',
    type: 'tax_id',
    title: 'Registro Único de Contribuyentes (RUC)',
    country: 'EC',
    source: 'Servicio de Rentas Internas: RUC of persons, public bodies and companies, with the branch behind it',
    lengths: [13],
    alphabet: 'digits',
    shape: /^(?:0[1-9]|1\d|2[0-4]|30)[0-69]\d{10}$/u,
    check: isRuc,
    bare: false,
    words: [...businessNumberWords, 'ruc', 'r u c', 'registro unico', 'contribuyente'],
  },
]

function isRuc(number: string): boolean {
  if (number.endsWith('000')) return false
  const third = number.charAt(2)
  if (third === '9') return weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
  // public bodies; some persons have a six, too
  if (third === '6' && weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0) return true
  return passesLuhn(number.slice(0, 10))
}
