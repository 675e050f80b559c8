import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const uyRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'uy_cedula',
    type: 'national_id',
    title: 'Cédula de identidad',
    country: 'UY',
    source: 'Dirección Nacional de Identificación Civil: dígito verificador, weights 2 9 8 7 6 3 4',
    lengths: [7, 8],
    alphabet: 'digits',
    shape: /^\d{6,7}-?\d$|^\d\.\d{3}\.\d{3}-\d$/u,
    check: isCedula,
    bare: /\./u,
    words: [...personNumberWords, 'cedula', 'cedula de identidad', 'ci no'],
  },
  {
    kind: 'code',
    name: 'uy_rut',
    type: 'tax_id',
    title: 'Registro Único Tributario (RUT)',
    country: 'UY',
    source: 'Dirección General Impositiva: RUT of twelve digits, modulus 11',
    lengths: [12],
    alphabet: 'digits',
    shape: /^(?:0[1-9]|1\d|2[0-2])\d{6}001\d$|^(?:0[1-9]|1\d|2[0-2])-\d{6}-001-\d$/u,
    check: (number) =>
      (11 - (weightedSum(number, [4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(number, 11) &&
      number.slice(2, 8) !== '000000',
    bare: false,
    words: [...businessNumberWords, 'rut', 'r u t', 'registro unico', 'dgi'],
  },
]

/** Those of old people have a digit less. */
function isCedula(number: string): boolean {
  const padded = number.padStart(8, '0')
  return (10 - (weightedSum(padded, [2, 9, 8, 7, 6, 3, 4]) % 10)) % 10 === digitAt(padded, 7)
}
