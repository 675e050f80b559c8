import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const bgRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'bg_egn',
    type: 'national_id',
    title: 'Unified civil number (EGN)',
    country: 'BG',
    source: 'ГД ГРАО: структура на ЕГН; Наредба № РД-02-20-9/2012',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{6} ?\d{4}$/u,
    check: isEgn,
    bare: false,
    words: [...personNumberWords, 'egn', 'edinen grazhdanski nomer', 'unified civil number', 'civil number'],
  },
  {
    kind: 'code',
    name: 'bg_lnch',
    type: 'national_id',
    title: 'Personal number of a foreigner (LNCh)',
    country: 'BG',
    source: 'Министерство на вътрешните работи: личен номер на чужденец',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{10}$/u,
    check: isForeignersNumber,
    bare: false,
    words: [...personNumberWords, 'lnch', 'lnc', 'lichen nomer', 'foreigner number'],
  },
  {
    kind: 'code',
    name: 'bg_eik',
    type: 'tax_id',
    title: 'Unified identification code (EIK, BULSTAT)',
    country: 'BG',
    source: 'Агенция по вписванията: ЕИК, modulus 11',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{9}$/u,
    check: isEik,
    bare: false,
    words: [...businessNumberWords, 'eik', 'bulstat', 'uic'],
  },
  vatNumber({
    country: 'BG',
    title: 'VAT number',
    source: 'Агенция по вписванията: ЕИК; European Commission, VIES: Bulgaria',
    written: '\\d{9,10}',
    lengths: [9, 10],
    check: (number) => (number.length === 9 ? isEik(number) : isTaxNumberOfPerson(number)),
    words: ['eik', 'dds'],
  }),
]

/** The month is 20 more before 1900 and 40 more from 2000 on. */
function isEgn(egn: string): boolean {
  const month = numberAt(egn, 2, 4)
  const century = month > 40 ? 2000 : 1900
  return (
    isBirthDate(century + numberAt(egn, 0, 2), month % 40, numberAt(egn, 4, 6)) &&
    (weightedSum(egn, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === digitAt(egn, 9)
  )
}

function isForeignersNumber(number: string): boolean {
  return weightedSum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === digitAt(number, 9)
}

function isEik(eik: string): boolean {
  const first = weightedSum(eik, [1, 2, 3, 4, 5, 6, 7, 8]) % 11
  const check = first === 10 ? weightedSum(eik, [3, 4, 5, 6, 7, 8, 9, 10]) % 11 : first
  return check % 10 === digitAt(eik, 8)
}

function isTaxNumberOfPerson(number: string): boolean {
  const check = 11 - (weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)
  return isEgn(number) || isForeignersNumber(number) || check % 11 === digitAt(number, 9)
}
