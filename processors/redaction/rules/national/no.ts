import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'

export const noRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'no_fodselsnummer',
    type: 'national_id',
    title: 'Fødselsnummer, D-nummer',
    country: 'NO',
    source: 'Skatteetaten: Fødselsnummer and D-nummer, control digits; synthetic numbers of Tenor',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{6}[ -]?\d{5}$/u,
    check: isFodselsnummer,
    bare: true,
    words: [
      ...personNumberWords,
      'fodselsnummer',
      'fodsels nr',
      'fnr',
      'd nummer',
      'd nr',
      'personnummer',
      'person nr',
    ],
  },
  {
    kind: 'code',
    name: 'no_organisasjonsnummer',
    type: 'tax_id',
    title: 'Organisasjonsnummer',
    country: 'NO',
    source: 'Brønnøysundregistrene: Organisasjonsnummeret, modulus 11',
    lengths: [9],
    alphabet: 'digits',
    shape: /^[89]\d{2} ?\d{3} ?\d{3}$/u,
    check: isOrganisasjonsnummer,
    bare: false,
    words: [...businessNumberWords, 'organisasjons nummer', 'org nummer', 'org nr', 'foretak', 'mva'],
  },
  {
    kind: 'code',
    name: 'no_mva',
    type: 'tax_id',
    title: 'MVA-nummer',
    country: 'NO',
    source: 'Skatteetaten: organisasjonsnummer with MVA, Merverdiavgiftsregisteret',
    lengths: [11, 12, 14],
    alphabet: 'letters',
    shape: /^(?:NO[ -]?)?[89]\d{2} ?\d{3} ?\d{3}(?: ?MVA)?$/iu,
    check: (number) => isOrganisasjonsnummer(number.replace(/[A-Z]/gu, '')),
    bare: /^NO|MVA$/u,
    words: [...businessNumberWords, 'mva', 'org nr', 'organisasjons nummer'],
  },
]

/** The day of a D number is 40 more; the month of one made for tests is 40, 65 or 80 more. */
function isFodselsnummer(number: string): boolean {
  const year = numberAt(number, 4, 6)
  const century = centuryOf(year, numberAt(number, 6, 9))
  const month = numberAt(number, 2, 4)
  const day = numberAt(number, 0, 2) % 40
  return (
    century !== undefined &&
    weightedSum(number, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0 &&
    weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 &&
    [0, 40, 65, 80].some((more) => isBirthDate(century + year, month - more, day))
  )
}

/** The three digits behind the date say it together with the year. */
function centuryOf(year: number, serial: number): 1900 | 2000 | undefined {
  if (serial < 500 || (serial >= 900 && year >= 40)) return 1900
  return year < 40 ? 2000 : undefined
}

function isOrganisasjonsnummer(number: string): boolean {
  return (11 - (weightedSum(number, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === digitAt(number, 8)
}
