import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const ruRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ru_snils',
    type: 'national_id',
    title: 'Number of an insurance account (SNILS)',
    country: 'RU',
    source: 'Pension and Social Insurance Fund: SNILS, check of modulus 101 from number 001-001-998 on',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$|^\d{3}-\d{3}-\d{3}[ -]\d{2}$/u,
    check: isSnils,
    bare: /-/u,
    words: [...personNumberWords, 'snils', 'strahovoy nomer', 'pension insurance'],
  },
  {
    kind: 'code',
    name: 'ru_inn_person',
    type: 'national_id',
    title: 'Taxpayer number of a person (INN)',
    country: 'RU',
    source: 'Federal Tax Service: order of 29.06.2012 MMV-7-6/435, INN of twelve digits with two check digits',
    lengths: [12],
    alphabet: 'digits',
    shape: /^\d{12}$/u,
    check: isPersonInn,
    bare: false,
    words: [...personNumberWords, 'inn', 'inn fl', 'inn number'],
  },
  {
    kind: 'code',
    name: 'ru_inn_company',
    type: 'tax_id',
    title: 'Taxpayer number of a company (INN)',
    country: 'RU',
    source: 'Federal Tax Service: order of 29.06.2012 MMV-7-6/435, INN of ten digits',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{10}$/u,
    check: (number) => checkOf(number, [2, 4, 10, 3, 5, 9, 4, 6, 8]) === digitAt(number, 9) && !number.startsWith('00'),
    bare: false,
    words: [...businessNumberWords, 'inn', 'inn ul', 'inn kpp', 'inn number'],
  },
]

/** Of 100 and 101 the last two digits count. */
function isSnils(number: string): boolean {
  const serial = numberAt(number, 0, 9)
  return (
    serial > 1_001_998 && (weightedSum(number, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101) % 100 === numberAt(number, 9, 11)
  )
}

function isPersonInn(number: string): boolean {
  return (
    checkOf(number, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digitAt(number, 10) &&
    checkOf(number, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === digitAt(number, 11) &&
    !number.startsWith('00')
  )
}

function checkOf(number: string, weights: readonly number[]): number {
  return (weightedSum(number, weights) % 11) % 10
}
