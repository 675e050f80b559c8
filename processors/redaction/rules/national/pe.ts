import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords } from './any-country-words.ts'

export const peRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'pe_dni',
    type: 'national_id',
    title: 'Documento Nacional de Identidad (DNI, CUI)',
    country: 'PE',
    source: 'RENIEC: Código Único de Identificación, and its check character of modulus 11, a digit or a letter',
    lengths: [8, 9],
    alphabet: 'mixed',
    shape: /^\d{8}$|^\d{8}-?[\dA-K]$/iu,
    check: (number) => number.length === 8 || hasCheck(number),
    bare: false,
    words: ['dni', 'dni no', 'd n i', 'documento nacional', 'documento nacional de identidad', 'cui', 'reniec'],
  },
  {
    kind: 'code',
    name: 'pe_ruc',
    type: 'tax_id',
    title: 'Registro Único de Contribuyentes (RUC)',
    country: 'PE',
    source: 'SUNAT: RUC, kind of taxpayer, and a check digit of modulus 11',
    lengths: [11],
    alphabet: 'digits',
    shape: /^(?:1[0567]|20)\d{9}$/u,
    check: (number) => (11 - (weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digitAt(number, 10),
    bare: false,
    words: [...businessNumberWords, 'ruc', 'r u c', 'registro unico', 'contribuyente', 'sunat'],
  },
]

function hasCheck(number: string): boolean {
  const rest = weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11
  const check = number.charAt(8)
  return '65432110987'.charAt(rest) === check || 'KJIHGFEDCBA'.charAt(rest) === check
}
