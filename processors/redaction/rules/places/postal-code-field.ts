import type { FieldRule } from '../rule.ts'

/** Values of fields for postal codes: `zip: 62704`, `postcode=SW1A1AA`, `PLZ: 10115`. */
export const postalCodeField: FieldRule = {
  kind: 'field',
  name: 'address_postal_code_field',
  type: 'address',
  title: 'Value of a field for a postal code',
  source: 'Universal Postal Union, Addressing S42',
  confidence: 0.85,
  names: [
    ...['zip', 'zip code', 'zipcode', 'postal code', 'postcode', 'post code', 'postal', 'plz', 'postleitzahl'],
    ...['code postal', 'codigo postal', 'codice postale', 'codice di avviamento postale', 'cep', 'kod pocztowy'],
    ...[
      'postnummer',
      'postnr',
      'iranyitoszam',
      'cod postal',
      'posta kodu',
      'pincode',
      'pin code',
      'eircode',
      'zip codes',
    ],
    ...[
      'psc',
      'psč',
      'pscs',
      'zip+4',
      'codice avviamento postale',
      'sihtnumber',
      'postinumero',
      'irsz',
      'codigo de area postal',
    ],
  ],
  loose: true,
  read(text, { start, isSure }) {
    const before = isSure ? '' : text.slice(Math.max(0, start - 16), start)
    const form = isSure || said.test(before) ? code : looseCode
    const length = form.exec(text.slice(start, start + 16))?.[0].length
    if (length !== undefined) return { start, end: start + length }
    // `zip code is 880`, but not `zip: 512`
    return announcesCode.test(before) && shortCode.test(text.slice(start, start + 6))
      ? { start, end: start + 3 }
      : undefined
  },
}

/** What stands between name and value says that it is one. */
const said = /[:="'\x60]\s{0,3}$|\s(?:is|was|ist|war|est|es|to|lautet)\s{1,3}$/u
/** `PLZ 10115`, `ZIP 62704-1234`, not `zip 4711` nor `ZIP 62704 bytes`. */
const looseCode =
  /^(?:\d{5}(?:-\d{3,4})?|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?![\p{L}\p{N}_%]|[.:/-][\p{L}\p{N}]| [\p{Ll}(]| [kMGT]?B(?!\p{L}))/u
/** Codes of digits, and those of the United Kingdom, Canada, the Netherlands, Ireland and Malta; no sizes, versions or file names. */
const code =
  /^(?:[A-Z]{1,2}-)?(?:〒 ?\d{3}-\d{4}|\d{5}-\d{3,4}|\d{2}-\d{3}|\d{3,4}-\d{3,4}|\d{3} \d{2,3}|\d{4} ?[A-Z]{2}|\d{4,7}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]{3} ?\d{4})(?![\p{L}\p{N}_%]|[.:/-][\p{L}\p{N}])/iu
/** Iceland, the Faroe Islands and Madagascar have three digits. */
const shortCode = /^\d{3}(?![\p{L}\p{N}_%]|[.:/-][\p{L}\p{N}]|,\d| ?(?:[kMGT]i?B|ms)(?!\p{L}))/u
const announcesCode = /(?:code|numer|nummer|plz|zahl)[\p{L}]{0,2}\W{1,3}(?:(?:is|was|ist|est|es)\W{1,3})?$/iu
