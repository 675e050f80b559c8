import { digitAt, numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate, isShortBirthDate } from './birth-date.ts'

const states = 'AS|BC|BS|CC|CL|CM|CS|CH|DF|DG|GT|GR|HG|JC|MC|MN|MS|NT|NL|OC|PL|QT|QR|SP|SL|SR|TC|TS|TL|VZ|YN|ZS|NE'

export const mxRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'mx_curp',
    type: 'national_id',
    title: 'Clave Única de Registro de Población (CURP)',
    country: 'MX',
    source: 'RENAPO: Instructivo normativo para la asignación de la CURP, Diario Oficial 18/10/2021',
    lengths: [18],
    alphabet: 'letters',
    shape: new RegExp(`^[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX](?:${states})[B-DF-HJ-NP-TV-Z]{3}[\\dA-Z]\\d$`, 'iu'),
    check: isCurp,
    bare: true,
    words: [...personNumberWords, 'curp', 'clave unica'],
  },
  {
    kind: 'code',
    name: 'mx_rfc_person',
    type: 'national_id',
    title: 'Registro Federal de Contribuyentes of a person (RFC)',
    country: 'MX',
    source: 'Servicio de Administración Tributaria: estructura del RFC, persona física',
    lengths: [13],
    alphabet: 'letters',
    shape: /^[A-Z][AEIOUX][A-Z]{2}[ -]?\d{6}[ -]?[1-9A-Z]{2}[\dA]$/iu,
    check: (code) => isShortBirthDate(numberAt(code, 4, 6), numberAt(code, 6, 8), numberAt(code, 8, 10)),
    // in lower case it may be a name with a date
    bare: /^[A-Z]{4}[\dA-Z -]+$/u,
    words: [...personNumberWords, 'rfc', 'registro federal de contribuyentes', 'contribuyente'],
  },
  {
    kind: 'code',
    name: 'mx_rfc_company',
    type: 'tax_id',
    title: 'Registro Federal de Contribuyentes of a company (RFC)',
    country: 'MX',
    source: 'Servicio de Administración Tributaria: estructura del RFC, persona moral, dígito verificador',
    lengths: [12],
    alphabet: 'letters',
    // what tells namesakes apart is a quotient of 29 at most and a rest, counted without 0 and O
    shape: /^[A-Z]{3}[ -]?\d{6}[ -]?[1-9A-V][1-9A-NP-Z][\dA]$/iu,
    check: isCompanyRfc,
    bare: /^[A-Z]{3}[\dA-Z -]+$/u,
    words: [...businessNumberWords, 'rfc', 'registro federal de contribuyentes', 'contribuyente'],
  },
  {
    kind: 'code',
    name: 'mx_nss',
    type: 'national_id',
    title: 'Número de Seguridad Social (NSS)',
    country: 'MX',
    source: 'Instituto Mexicano del Seguro Social: Número de Seguridad Social; Luhn',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$|^\d{2}[ -]\d{2}[ -]\d{2}[ -]\d{4}[ -]\d$/u,
    check: passesLuhn,
    bare: false,
    words: ['nss', 'imss', 'seguro social', 'seguridad social'],
  },
]

/** The letter Ñ has the place behind N. */
function rank(unit: number): number {
  if (unit < 65) return unit - 48
  return unit <= 78 ? unit - 55 : unit - 54
}

function isCurp(code: string): boolean {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += rank(code.charCodeAt(index)) * (18 - index)
  // from 2000 on the last but one is a letter
  const century = /\d/u.test(code.charAt(16)) ? 1900 : 2000
  return (
    (10 - (sum % 10)) % 10 === digitAt(code, 17) &&
    isBirthDate(century + numberAt(code, 4, 6), numberAt(code, 6, 8), numberAt(code, 8, 10))
  )
}

/** In the place of a person's fourth letter a space counts, which ranks behind Z. */
function isCompanyRfc(code: string): boolean {
  if (!isShortBirthDate(numberAt(code, 3, 5), numberAt(code, 5, 7), numberAt(code, 7, 9))) return false
  let sum = 37 * 13
  for (let index = 0; index < 11; index++) sum += rank(code.charCodeAt(index)) * (12 - index)
  return '0A987654321'.charAt(sum % 11) === code.charAt(11)
}
