import { passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const itRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'it_codice_fiscale',
    type: 'national_id',
    title: 'Codice fiscale',
    country: 'IT',
    source: 'Decreto ministeriale 23 dicembre 1976, n. 13813; omocodia: Agenzia delle Entrate',
    lengths: [16],
    alphabet: 'letters',
    shape: /^[A-Z]{3} ?[A-Z]{3} ?[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2} ?[A-MZ][\dL-NP-V]{3} ?[A-Z]$/iu,
    check: isCodiceFiscale,
    bare: true,
    words: [...personNumberWords, 'codice fiscale', 'cod fiscale', 'cod fisc', 'cf'],
  },
  {
    kind: 'code',
    name: 'it_partita_iva',
    type: 'tax_id',
    title: 'Partita IVA',
    country: 'IT',
    source: 'Decreto ministeriale 23 dicembre 1976: numero di partita IVA; ISO/IEC 7812-1 annex B',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$/u,
    check: isPartitaIva,
    bare: false,
    words: [...businessNumberWords, 'partita iva', 'p iva', 'piva', 'iva', 'codice fiscale'],
  },
  vatNumber({
    country: 'IT',
    title: 'Partita IVA with the prefix of the country',
    source: 'Agenzia delle Entrate: partita IVA; European Commission, VIES: Italy',
    written: '\\d{11}',
    lengths: [11],
    check: isPartitaIva,
    words: ['partita iva', 'p iva', 'iva', 'codice fiscale'],
  }),
]

/** What a letter or a digit counts in the odd places; in the even ones it counts its own rank. */
const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
/** Letters in the place of digits, where two people would have the same code. */
const digitLetters = 'LMNPQRSTUV'
const monthLetters = 'ABCDEHLMPRST'

function isCodiceFiscale(code: string): boolean {
  let sum = 0
  for (let index = 0; index < 15; index++) {
    const unit = code.charCodeAt(index)
    const rank = unit >= 65 ? unit - 65 : unit - 48
    sum += index % 2 === 0 ? (oddValues[rank] ?? 0) : rank
  }
  if (String.fromCharCode(65 + (sum % 26)) !== code.charAt(15)) return false
  // the day of a woman is 40 more
  const day = twoDigits(code, 9)
  return isShortBirthDate(twoDigits(code, 6), monthLetters.indexOf(code.charAt(8)) + 1, day > 40 ? day - 40 : day)
}

function twoDigits(code: string, start: number): number {
  const digits = code.slice(start, start + 2).replace(/[L-V]/gu, (letter) => String(digitLetters.indexOf(letter)))
  return Number(digits)
}

/** A serial, the office of the province, and Luhn's digit. */
function isPartitaIva(number: string): boolean {
  const office = Number(number.slice(7, 10))
  const isOffice = (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office)
  return isOffice && passesLuhn(number) && !number.startsWith('0000000')
}
