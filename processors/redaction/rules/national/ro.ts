import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate, isShortBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const roRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ro_cnp',
    type: 'national_id',
    title: 'Cod numeric personal (CNP)',
    country: 'RO',
    source: 'Ordonanța de urgență 97/2005; Hotărârea 1375/2006: structure of the CNP',
    lengths: [13],
    alphabet: 'digits',
    shape: /^[1-9]\d{12}$|^[1-9] \d{6} \d{6}$/u,
    check: isCnp,
    // times in milliseconds have as many digits, and begin with 1 as men's numbers do
    bare: false,
    words: [...personNumberWords, 'cnp', 'cod numeric personal', 'cod numeric'],
  },
  {
    kind: 'code',
    name: 'ro_cui',
    type: 'tax_id',
    title: 'Cod unic de înregistrare (CUI, CIF)',
    country: 'RO',
    source: 'Codul fiscal, Legea 227/2015; Ministerul Finanțelor: weights 7 5 3 2 1 7 5 3 2',
    lengths: [6, 7, 8, 9, 10],
    alphabet: 'digits',
    shape: /^[1-9]\d{5,9}$/u,
    check: isCui,
    bare: false,
    words: [...businessNumberWords, 'cui', 'cif', 'cod fiscal', 'cod unic', 'cod de inregistrare fiscala'],
  },
  vatNumber({
    country: 'RO',
    title: 'Cod de înregistrare în scopuri de TVA',
    source: 'Codul fiscal, Legea 227/2015; European Commission, VIES: Romania',
    written: '[1-9]\\d{5,9}',
    lengths: [6, 7, 8, 9, 10],
    check: isCui,
    words: ['tva', 'cui', 'cif'],
  }),
]

/** The first digit says sex and century; 7 to 9 are residents and foreigners. */
function isCnp(cnp: string): boolean {
  const [first, year, month, day] = [digitAt(cnp, 0), numberAt(cnp, 1, 3), numberAt(cnp, 3, 5), numberAt(cnp, 5, 7)]
  if (first === 3 || first === 4) return false
  const isDate =
    first >= 7 ? isShortBirthDate(year, month, day) : isBirthDate((first <= 2 ? 1900 : 2000) + year, month, day)
  const county = numberAt(cnp, 7, 9)
  const isCounty =
    (county >= 1 && county <= 48) || county === 51 || county === 52 || county === 70 || (county >= 80 && county <= 83)
  const rest = weightedSum(cnp, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
  return isDate && isCounty && (rest === 10 ? 1 : rest) === digitAt(cnp, 12)
}

function isCui(number: string): boolean {
  const digits = number.padStart(10, '0')
  return ((weightedSum(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digitAt(digits, 9)
}
