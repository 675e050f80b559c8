import { digitAt, isOneDigitOnly } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords } from './any-country-words.ts'

export const coRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'co_cedula',
    type: 'national_id',
    title: 'Cédula de ciudadanía, NUIP, tarjeta de identidad',
    country: 'CO',
    source: 'Registraduría Nacional del Estado Civil: Número Único de Identificación Personal (NUIP)',
    lengths: [6, 7, 8, 10],
    alphabet: 'digits',
    // no check digit
    shape: /^[1-9]\d{5,7}$|^1\d{9}$|^(?:1\.)?\d{1,3}\.\d{3}\.\d{3}$/u,
    check: (number) => !isOneDigitOnly(number),
    bare: false,
    words: ['cedula', 'cedula no', 'cedula de ciudadania', 'nuip', 'tarjeta de identidad', 'numero de documento'],
  },
  {
    kind: 'code',
    name: 'co_nit',
    type: 'tax_id',
    title: 'Número de Identificación Tributaria (NIT)',
    country: 'CO',
    source: 'Dirección de Impuestos y Aduanas Nacionales: Orden Administrativa 4 of 1989, dígito de verificación',
    lengths: [9, 10, 11],
    alphabet: 'digits',
    shape: /^\d{8,10}-?\d$|^(?:1\.)?\d{2,3}\.\d{3}\.\d{3}-\d$/u,
    check: isNit,
    bare: /\./u,
    words: [...businessNumberWords, 'nit', 'n i t', 'rut', 'identificacion tributaria'],
  },
]

const weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43]

/** The primes count from the right. */
function isNit(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length - 1; index++) {
    sum += digitAt(number, number.length - 2 - index) * (weights[index] ?? 0)
  }
  return '01987654321'.charAt(sum % 11) === number.at(-1)
}
