import { digitAt, numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate, isShortBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const seRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'se_personnummer',
    type: 'national_id',
    title: 'Personnummer, samordningsnummer',
    country: 'SE',
    source: 'Skatteverket, SKV 704: Personnummer, and SKV 707: Samordningsnummer',
    lengths: [10, 12],
    alphabet: 'digits',
    shape: /^(?:19|20)?\d{6}[ -]?\d{4}$/u,
    check: isPersonnummer,
    // of the years 2016 to 2029 it may as well be day and time of a build: 240709-1530
    bare: /^19\d{6}-?\d{4}$|^(?:20)?(?:0\d|1[0-5])\d{4}-\d{4}$|^[3-9]\d{5}-\d{4}$/u,
    words: [...personNumberWords, 'personnummer', 'person nr', 'pnr', 'samordningsnummer', 'samordnings nr'],
  },
  {
    kind: 'code',
    name: 'se_organisationsnummer',
    type: 'tax_id',
    title: 'Organisationsnummer',
    country: 'SE',
    source: 'Skatteverket, SKV 709: Organisationsnummer',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[125-9]\d[2-9]\d{3}-?\d{4}$/u,
    check: passesLuhn,
    bare: false,
    words: [...businessNumberWords, 'organisations nummer', 'org nummer', 'org nr', 'organisation number'],
  },
  vatNumber({
    country: 'SE',
    title: 'Momsregistreringsnummer',
    source: 'Skatteverket: VAT numbers; European Commission, VIES: Sweden',
    written: '\\d{6}-?\\d{4}-?(?:0[1-9]|[1-8]\\d|9[0-4])',
    lengths: [12],
    check: (number) => passesLuhn(number.slice(0, 10)) && !number.startsWith('00000'),
    words: ['moms', 'moms nr', 'momsregistrerings nummer'],
  }),
]

/** The day of a coordination number is 60 more. */
function isPersonnummer(number: string): boolean {
  const short = number.slice(-10)
  if (!passesLuhn(short)) return false
  const month = numberAt(short, 2, 4)
  const day = numberAt(short, 4, 6) - (digitAt(short, 4) >= 6 ? 60 : 0)
  return number.length === 12
    ? isBirthDate(numberAt(number, 0, 4), month, day)
    : isShortBirthDate(numberAt(short, 0, 2), month, day)
}
