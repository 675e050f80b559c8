import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

const source = '1996. évi XX. törvény: identification numbers of citizens, annexes 1 to 4'

export const huRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'hu_szemelyi_szam',
    type: 'national_id',
    title: 'Személyi azonosító (személyi szám)',
    country: 'HU',
    source,
    lengths: [11],
    alphabet: 'digits',
    shape: /^[1-8][ -]?\d{6}[ -]?\d{4}$/u,
    check: isPersonalNumber,
    bare: true,
    words: [...personNumberWords, 'szemelyi szam', 'szemelyi azonosito', 'szem szam'],
  },
  {
    kind: 'code',
    name: 'hu_taj',
    type: 'national_id',
    title: 'Társadalombiztosítási azonosító jel (TAJ)',
    country: 'HU',
    source,
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{3}([ -]?)\d{3}\1\d{3}$/u,
    check: (number) =>
      weightedSum(number, [3, 7, 3, 7, 3, 7, 3, 7]) % 10 === digitAt(number, 8) && !/^0{8}/u.test(number),
    bare: false,
    words: [...personNumberWords, 'taj', 'taj szam', 'tarsadalombiztositasi azonosito'],
  },
  {
    kind: 'code',
    name: 'hu_adoazonosito',
    type: 'national_id',
    title: 'Adóazonosító jel',
    country: 'HU',
    source,
    lengths: [10],
    alphabet: 'digits',
    shape: /^8\d{9}$/u,
    check: isTaxNumberOfPerson,
    bare: false,
    words: [...personNumberWords, 'adoazonosito', 'adoazonosito jel', 'adojel', 'ado szam'],
  },
  {
    kind: 'code',
    name: 'hu_adoszam',
    type: 'tax_id',
    title: 'Adószám',
    country: 'HU',
    source: '2017. évi CL. törvény (Art.): adószám, weights 9 7 3 1',
    lengths: [11],
    alphabet: 'digits',
    // the part for VAT, and the county
    shape: /^\d{8}-?[1-5]-?(?:0[2-9]|1\d|20|2[2-9]|3\d|4[0-4]|51)$/u,
    check: isTaxNumberOfCompany,
    bare: /-\d-/u,
    words: [...businessNumberWords, 'ado szam', 'afa szam'],
  },
  vatNumber({
    country: 'HU',
    title: 'Közösségi adószám',
    source: 'NAV: közösségi adószám; European Commission, VIES: Hungary',
    written: '\\d{8}',
    lengths: [8],
    check: isTaxNumberOfCompany,
    words: ['kozossegi ado szam', 'ado szam', 'afa szam', 'afa'],
  }),
]

/** 1 and 2 are of the 1900s, 3 and 4 of the 2000s or the 1800s, 5 to 8 of foreigners. The weights were turned round in 1997. */
function isPersonalNumber(number: string): boolean {
  const [first, year, month, day] = [
    digitAt(number, 0),
    numberAt(number, 1, 3),
    numberAt(number, 3, 5),
    numberAt(number, 5, 7),
  ]
  const isOf = (century: number): boolean => isBirthDate(century + year, month, day)
  const is2000s = [3, 4, 7, 8].includes(first)
  if (!isOf(is2000s ? 2000 : 1900)) return false
  const isNew = is2000s || year >= 97
  const weights = isNew ? [10, 9, 8, 7, 6, 5, 4, 3, 2, 1] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  return weightedSum(number, weights) % 11 === digitAt(number, 10)
}

/** The days from 1867 to the day of birth stand behind the 8: nobody alive has fewer than those until 1900. */
function isTaxNumberOfPerson(number: string): boolean {
  const birth = Date.UTC(1867, 0, 1) + numberAt(number, 1, 6) * 86_400_000
  return (
    birth >= Date.UTC(1900, 0, 1) &&
    birth <= Date.now() &&
    weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 === digitAt(number, 9)
  )
}

function isTaxNumberOfCompany(number: string): boolean {
  return weightedSum(number, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 && !number.startsWith('0000000')
}
