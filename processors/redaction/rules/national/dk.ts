import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

const personWords = [...personNumberWords, 'cpr', 'cpr nr', 'cpr nummer', 'personnummer', 'person nr']
const source = 'CPR-kontoret: Personnummeret i CPR-systemet'

export const dkRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'dk_cpr_with_check_digit',
    type: 'national_id',
    title: 'CPR-nummer with a check digit',
    country: 'DK',
    source,
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{6}-\d{4}$/u,
    check: (number) => isBirthNumber(number) && weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    bare: true,
    words: personWords,
  },
  {
    kind: 'code',
    name: 'dk_cpr',
    type: 'national_id',
    title: 'CPR-nummer',
    country: 'DK',
    source: `${source}; since 2007 also without a check digit`,
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{6}[ -]?\d{4}$/u,
    check: isBirthNumber,
    bare: false,
    words: personWords,
  },
  {
    kind: 'code',
    name: 'dk_cvr',
    type: 'tax_id',
    title: 'CVR-nummer',
    country: 'DK',
    source: 'Erhvervsstyrelsen: CVR-nummer, modulus 11',
    lengths: [8],
    alphabet: 'digits',
    shape: /^[1-9]\d ?\d{2} ?\d{2} ?\d{2}$/u,
    check: isCvr,
    bare: false,
    words: [...businessNumberWords, 'cvr', 'cvr nr', 'cvr nummer', 'se nr', 'virksomhed'],
  },
  vatNumber({
    country: 'DK',
    title: 'Momsnummer',
    source: 'Erhvervsstyrelsen: CVR-nummer; European Commission, VIES: Denmark',
    written: '[1-9]\\d ?\\d{2} ?\\d{2} ?\\d{2}',
    lengths: [8],
    check: isCvr,
    words: ['moms', 'moms nr', 'momsnummer'],
  }),
]

/** The seventh digit says the century, together with the year. */
function isBirthNumber(number: string): boolean {
  const year = numberAt(number, 4, 6)
  const seventh = digitAt(number, 6)
  const isAfter2000 = seventh === 4 || seventh === 9 ? year <= 36 : seventh >= 5 && year <= 57
  // 5 to 8 with a later year: the nineteenth century
  if (seventh >= 5 && seventh <= 8 && year > 57) return false
  return isBirthDate((isAfter2000 ? 2000 : 1900) + year, numberAt(number, 2, 4), numberAt(number, 0, 2))
}

function isCvr(number: string): boolean {
  return weightedSum(number, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
}
