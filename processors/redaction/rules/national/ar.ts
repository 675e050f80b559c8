import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

const source = 'AFIP: CUIT y CUIL, tipo, número y dígito verificador módulo 11'
const words = ['cuit', 'cuil', 'cuit cuil', 'clave unica']

export const arRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ar_cuil',
    type: 'national_id',
    title: 'CUIL or CUIT of a person',
    country: 'AR',
    source,
    lengths: [11],
    alphabet: 'digits',
    shape: /^2[034567][ -]?\d{8}[ -]?\d$|^2[034567]-\d{2}\.\d{3}\.\d{3}-\d$/u,
    check: isCuit,
    // one in two hundred numbers of eleven digits passes
    bare: true,
    words: [...personNumberWords, ...words],
  },
  {
    kind: 'code',
    name: 'ar_cuit',
    type: 'tax_id',
    title: 'CUIT of a company',
    country: 'AR',
    source,
    lengths: [11],
    alphabet: 'digits',
    shape: /^3[034][ -]?\d{8}[ -]?\d$/u,
    check: isCuit,
    bare: true,
    words: [...businessNumberWords, ...words],
  },
  {
    kind: 'code',
    name: 'ar_dni',
    type: 'national_id',
    title: 'Documento Nacional de Identidad (DNI)',
    country: 'AR',
    source: 'Registro Nacional de las Personas: Documento Nacional de Identidad',
    lengths: [7, 8],
    alphabet: 'digits',
    shape: /^[1-9]\d{0,1}\.\d{3}\.\d{3}$|^[1-9]\d{6,7}$/u,
    bare: false,
    words: [
      'dni',
      'd n i',
      'documento nacional',
      'documento nacional de identidad',
      'nro documento',
      'numero de documento',
    ],
  },
]

function isCuit(number: string): boolean {
  return (11 - (weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(number, 10)
}
