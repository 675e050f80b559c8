import { digitAt } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'

export const clRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'cl_rut',
    type: 'national_id',
    title: 'Rol Único Nacional, Rol Único Tributario (RUN, RUT)',
    country: 'CL',
    source: 'Servicio de Impuestos Internos: RUT, dígito verificador módulo 11',
    lengths: [8, 9],
    alphabet: 'mixed',
    shape: /^\d{1,2}\.\d{3}\.\d{3}-[\dK]$|^\d{7,8}-?[\dK]$/iu,
    check: isRut,
    bare: /^\d{1,2}\./u,
    words: [...personNumberWords, 'rut', 'r u t', 'rol unico', 'cedula', 'cedula de identidad'],
  },
]

/** From the right the weights are 2 to 7, and again; ten is a K. */
function isRut(number: string): boolean {
  let sum = 0
  for (let index = 0; index < number.length - 1; index++) {
    sum += digitAt(number, number.length - 2 - index) * (2 + (index % 6))
  }
  return '0K987654321'.charAt(sum % 11) === number.at(-1)
}
