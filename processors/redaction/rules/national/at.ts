import { digitAt, numberAt, passesLuhn, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isShortBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const atRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'at_svnr',
    type: 'national_id',
    title: 'Sozialversicherungsnummer',
    country: 'AT',
    source: 'Dachverband der Sozialversicherungsträger: Aufbau der Versicherungsnummer',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[1-9]\d{3}[ /-]?\d{6}$/u,
    check: isInsuranceNumber,
    // of numbers written so, one in three hundred passes
    bare: /^\d{4}[ -]\d{6}$/u,
    words: [
      ...personNumberWords,
      'svnr',
      'sv nr',
      'sv nummer',
      'vsnr',
      'versicherungs nummer',
      'versicherungs nr',
      'sozial versicherung',
      'sozial versicherungs nummer',
      'sozial versicherungs nr',
    ],
  },
  {
    kind: 'code',
    name: 'at_steuernummer',
    type: 'tax_id',
    title: 'Abgabenkontonummer (Steuernummer)',
    country: 'AT',
    source: 'Bundesministerium für Finanzen: Abgabenkontonummer',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{2}[ -]?\d{3}[ /]?\d{4}$/u,
    check: passesLuhn,
    bare: false,
    words: [...businessNumberWords, 'steuer nummer', 'steuer nr', 'st nr', 'abgabenkonto nummer', 'finanzamt'],
  },
  vatNumber({
    country: 'AT',
    prefix: 'ATU',
    title: 'Umsatzsteuer-Identifikationsnummer (UID)',
    source: 'Bundesministerium für Finanzen: Konstruktionsregeln der UID-Nummern',
    written: '\\d{4} ?\\d{4}',
    lengths: [8],
    check: isAustrianVatNumber,
    words: ['uid nr', 'uid nummer', 'ust id', 'ust id nr', 'umsatz steuer'],
  }),
]

/** The check digit is the fourth. Where a day has no number left, the month is 13 or more. */
function isInsuranceNumber(number: string): boolean {
  const month = numberAt(number, 6, 8)
  return (
    weightedSum(number, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === digitAt(number, 3) &&
    isShortBirthDate(numberAt(number, 8, 10), month > 12 && month < 16 ? 12 : month, numberAt(number, 4, 6))
  )
}

function isAustrianVatNumber(number: string): boolean {
  let sum = 4
  for (let index = 0; index < 7; index++) {
    const digit = digitAt(number, index)
    sum += index % 2 === 0 ? digit : Math.floor(digit / 5) + ((digit * 2) % 10)
  }
  return (10 - (sum % 10)) % 10 === digitAt(number, 7)
}
