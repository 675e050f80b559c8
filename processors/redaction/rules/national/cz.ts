import { numberAt, remainder, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const czRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'cz_rodne_cislo',
    type: 'national_id',
    title: 'Rodné číslo, of the Czech Republic and of Slovakia',
    country: 'CZ',
    source: 'Zákon č. 133/2000 Sb., § 13; zákon č. 301/1995 Z. z., § 2',
    lengths: [9, 10],
    alphabet: 'digits',
    shape: /^\d{6}[ /-]?\d{3,4}$/u,
    check: isRodneCislo,
    // of the years 2020 to 2029 it may as well be a path of day and time: 240709/1530
    bare: /^(?:[013-9]\d)\d{4}\/\d{4}$/u,
    words: [...personNumberWords, 'rodne cislo', 'rodne c', 'rodnym cislem', 'rodneho cisla', 'r c', 'birth number'],
  },
  {
    kind: 'code',
    name: 'cz_ico',
    type: 'tax_id',
    title: 'Identifikační číslo osoby (IČO), of the Czech Republic and of Slovakia',
    country: 'CZ',
    source: 'Český statistický úřad: identifikační číslo, modulus 11',
    lengths: [8],
    alphabet: 'digits',
    shape: /^\d{8}$|^\d{2} \d{3} \d{3}$|^\d{3} \d{2} \d{3}$/u,
    check: isIco,
    bare: false,
    words: [...businessNumberWords, 'ico', 'ic', 'identifikacni cislo', 'identifikacne cislo'],
  },
  vatNumber({
    country: 'CZ',
    title: 'Daňové identifikační číslo (DIČ)',
    source: 'Zákon č. 280/2009 Sb., § 130; European Commission, VIES: Czech Republic',
    written: '\\d{8,10}',
    lengths: [8, 9, 10],
    check: (number) => (number.length === 8 ? isIco(number) : isSpecialNumber(number) || isRodneCislo(number)),
    words: ['dic', 'danove identifikacni cislo', 'dph'],
  }),
]

/** The month of a woman is 50 more, and 20 more where a day has no number left. Until 1953 there was no check digit. */
function isRodneCislo(number: string): boolean {
  const year = numberAt(number, 0, 2)
  const month = (numberAt(number, 2, 4) % 50) % 20
  const day = numberAt(number, 4, 6)
  if (number.length === 9) return year < 54 && number.slice(6) !== '000' && isBirthDate(1900 + year, month, day)
  if (!isBirthDate((year < 54 ? 2000 : 1900) + year, month, day)) return false
  // where the rest was 10 the digit is 0; no longer done since 1985
  const isTen = remainder(number.slice(0, 9), 11) === 10 && number.endsWith('0') && year >= 54 && year <= 85
  return remainder(number, 11) === 0 || isTen
}

function isIco(number: string): boolean {
  const check = 11 - (weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) % 11)
  return check % 10 === numberAt(number, 7, 8) && number !== '00000000'
}

/** Of people without a birth number, from the tax office. */
function isSpecialNumber(number: string): boolean {
  if (number.length !== 9 || !number.startsWith('6')) return false
  const rest = weightedSum(number.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11
  return (8 - ((10 - rest + 11) % 11) + 10) % 10 === numberAt(number, 8, 9)
}
