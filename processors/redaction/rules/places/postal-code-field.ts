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
    ...['postnummer', 'postnr', 'psc', 'iranyitoszam', 'cod postal', 'posta kodu', 'pincode', 'eircode'],
  ],
  read(text, { start }) {
    const length = code.exec(text.slice(start, start + 14))?.[0].length
    return length === undefined ? undefined : { start, end: start + length }
  },
}

/** Codes of digits, and those of the United Kingdom, Canada, the Netherlands, Ireland and Malta; no sizes, versions or file names. */
const code =
  /^(?:[A-Z]{1,2}-)?(?:\d{5}-\d{3,4}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2,3}|\d{4,7}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]\d[\dW] ?[A-Z\d]{4}|[A-Z]{3} ?\d{4})(?![\p{L}\p{N}_%]|[.:/-][\p{L}\p{N}])/iu
