import { isIssued } from './is-issued.ts'
import { drawUntil } from './random.ts'
import type { Value } from './write-text.ts'

/** By the name in `stdnum`: how invoices of the country write the numbers of a business. */
const forms: Readonly<Record<string, string>> = {
  'AT/uid': 'ATU99999999',
  'AU/abn': '99 999 999 999',
  'BE/vat': 'BE0999999999',
  'BR/cnpj': '99.999.999/0001-99',
  'CH/uid': 'CHE-{1|4}99.999.999',
  'CZ/dic': 'CZ99999999',
  'DE/vat': 'DE{1|2|3}99999999',
  'DK/cvr': 'DK{1|2|3}9999999',
  'ES/cif': '{A|B}99999999',
  'FI/alv': 'FI{0|1|2}9999999',
  'FR/tva': 'FR 99 999 999 999',
  'FR/siret': '{3|4|5|8}99 999 999 000{1|2|3}9',
  'FR/siren': '{3|4|5|8}99 999 999',
  'GB/vat': 'GB {1|2|4|7|8|9}99 9999 99',
  'IN/gstin': '{27|29|07}AAACA9999A1Z9',
  'IT/iva': 'IT9999999999{1|3|7}',
  'LU/tva': 'LU99999999',
  'MX/rfc': '{CNO|TGA|SUM}{ymd}AA9',
  'NL/btw': 'NL999999999B0{1|2}',
  'NO/orgnr': '{8|9}99 999 999',
  'PL/nip': '{525|677|113}-999-99-99',
  'PL/regon': '999999999',
  'PT/nipc': '5{0|1}9 999 999',
  'RU/inn': '{77|78}99999999',
  'SE/orgnr': '55{6|9}{1|2}99-9999',
  'US/ein': '{12|36|47|83}-9999999',
}

/** Numbers of businesses, by country and name. */
export const companyValues: Readonly<Record<string, Value>> = Object.fromEntries(
  Object.entries(forms).map(([path, form]): [string, Value] => [
    path,
    { type: 'tax_id', write: (random) => drawUntil(random, form, (value) => isIssued(path, value)) },
  ]),
)
