import { digitAt, numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

const controlLetters = 'TRWAGMYFPDXBNJZSQVHLCKE'
const words = [...personNumberWords, 'dni', 'nie', 'nif', 'documento', 'documento nacional', 'numero de identidad']
const source = 'Ministerio del Interior: cálculo del dígito de control del NIF/NIE; Real Decreto 1065/2007'

export const esRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'es_dni',
    type: 'national_id',
    title: 'Documento nacional de identidad (DNI)',
    country: 'ES',
    source,
    lengths: [9],
    alphabet: 'letters',
    shape: /^(?:\d{8}|\d{2}\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z]$/iu,
    check: (dni) => hasControlLetter(dni.slice(0, 8), dni.charAt(8)),
    // a space may stand between a number and its unit, and lower case in a hash
    bare: /\d-?[A-Z]$/u,
    words,
  },
  {
    kind: 'code',
    name: 'es_nie',
    type: 'national_id',
    title: 'Número de identidad de extranjero (NIE), and NIF of those without DNI',
    country: 'ES',
    source,
    lengths: [9],
    alphabet: 'letters',
    shape: /^[K-MXYZ][ -]?(?:\d{7}|\d\.\d{3}\.\d{3})[ -]?[A-HJ-NP-TV-Z]$/iu,
    check: (nie) => {
      const prefix = 'XYZ'.indexOf(nie.charAt(0))
      return hasControlLetter(`${Math.max(prefix, 0)}${nie.slice(1, 8)}`, nie.charAt(8))
    },
    bare: /^[XYZ]-?[\d.]{7,9}-?[A-Z]$/u,
    words,
  },
  {
    kind: 'code',
    name: 'es_nss',
    type: 'national_id',
    title: 'Número de la Seguridad Social',
    country: 'ES',
    source: 'Tesorería General de la Seguridad Social: número de Seguridad Social, modulus 97',
    lengths: [12],
    alphabet: 'digits',
    shape: /^(?:0[1-9]|[1-4]\d|5[0-3]|66)[ /-]?\d{8}[ /-]?\d{2}$/u,
    check: (number) => {
      // the zero before a short serial does not count
      const serial = numberAt(number, 2, 10)
      const body = serial < 10_000_000 ? `${number.slice(0, 2)}${number.slice(3, 10)}` : number.slice(0, 10)
      return Number(body) % 97 === numberAt(number, 10, 12)
    },
    bare: /\//u,
    words: [...personNumberWords, 'nss', 'naf', 'seguridad social', 'afiliacion'],
  },
  {
    kind: 'code',
    name: 'es_cif',
    type: 'tax_id',
    title: 'NIF of a legal person (CIF)',
    country: 'ES',
    source: 'Orden EHA/451/2008: número de identificación fiscal de las personas jurídicas',
    lengths: [9],
    alphabet: 'letters',
    shape: /^[A-HJNP-SUVW][ -]?(?:\d{7}|\d{2}\.\d{3}\.\d{2})[ -]?[\dA-J]$/iu,
    check: isCif,
    bare: false,
    words: [...businessNumberWords, 'cif', 'nif', 'identificacion fiscal'],
  },
  vatNumber({
    country: 'ES',
    title: 'NIF-IVA',
    source: 'Agencia Tributaria: NIF-IVA; European Commission, VIES: Spain',
    written: '[\\dA-HJ-NP-SUVWXYZ]-?\\d{7}-?[\\dA-Z]',
    lengths: [9],
    check: (number) =>
      /^[XYZ\dK-M]/u.test(number)
        ? hasControlLetter(number.slice(0, 8).replace(/^[XYZKLM]/u, foreignDigit), number.charAt(8))
        : isCif(number),
    words: ['nif iva', 'iva', 'cif', 'nif'],
  }),
]

function foreignDigit(letter: string): string {
  return String(Math.max('XYZ'.indexOf(letter), 0))
}

function hasControlLetter(digits: string, letter: string): boolean {
  return controlLetters.charAt(Number(digits) % 23) === letter
}

/** The kind of person says whether the check is a digit or a letter; some may have either. */
function isCif(cif: string): boolean {
  const last = cif.charAt(8)
  const isLetter = !/\d/u.test(last)
  const digit = isLetter ? 'JABCDEFGHI'.indexOf(last) : digitAt(cif, 8)
  if (digit < 0 || !passesLuhn(`${cif.slice(1, 8)}${digit}`)) return false
  const kind = cif.charAt(0)
  return isLetter ? !'ABEH'.includes(kind) : !'NPQRSW'.includes(kind)
}
