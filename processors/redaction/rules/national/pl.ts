import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const plRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'pl_pesel',
    type: 'national_id',
    title: 'PESEL',
    country: 'PL',
    source: 'Ministerstwo Cyfryzacji: Czym jest numer PESEL; Dz.U. 2010 nr 217 poz. 1427, art. 15',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$/u,
    check: isPesel,
    bare: true,
    words: [...personNumberWords, 'pesel', 'numer ewidencyjny'],
  },
  {
    kind: 'code',
    name: 'pl_identity_card',
    type: 'passport',
    title: 'Dowód osobisty, number of the card',
    country: 'PL',
    source: 'Ministerstwo Spraw Wewnętrznych: seria i numer dowodu osobistego, weights 7 3 1',
    lengths: [9],
    alphabet: 'letters',
    shape: /^[A-Z]{3}[ -]?\d{6}$/iu,
    check: (card) => cardSum(card) % 10 === 0,
    bare: false,
    words: ['dowod', 'dowod osobisty', 'dowodu', 'dowodu osobistego', 'seria i numer', 'id card', 'identity card'],
  },
  {
    kind: 'code',
    name: 'pl_regon',
    type: 'tax_id',
    title: 'REGON',
    country: 'PL',
    source: 'Główny Urząd Statystyczny: rejestr REGON, budowa numeru',
    lengths: [9, 14],
    alphabet: 'digits',
    shape: /^\d{9}$|^\d{14}$|^\d{3}[ -]\d{3}[ -]\d{3}$/u,
    check: isRegon,
    bare: false,
    words: [...businessNumberWords, 'regon'],
  },
  {
    kind: 'code',
    name: 'pl_nip',
    type: 'tax_id',
    title: 'NIP',
    country: 'PL',
    source: 'Ustawa o zasadach ewidencji i identyfikacji podatników: NIP, weights 6 5 7 2 3 4 5 6 7',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[1-9]\d{2}(?:[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}|[ -]\d{2}[ -]\d{2}[ -]\d{3})$/u,
    check: isNip,
    // nobody else writes ten digits so
    bare: /^\d{3}-(?:\d{3}-\d{2}-\d{2}|\d{2}-\d{2}-\d{3})$/u,
    words: [...businessNumberWords, 'nip', 'nip ue', 'numer nip'],
  },
  vatNumber({
    country: 'PL',
    title: 'NIP UE',
    source: 'Ministerstwo Finansów: NIP UE; European Commission, VIES: Poland',
    written: '[1-9]\\d{2}[ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2}',
    lengths: [10],
    check: isNip,
    words: ['nip', 'nip ue'],
  }),
]

function isNip(nip: string): boolean {
  return weightedSum(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === digitAt(nip, 9)
}

/** The month says the century: 20 more for each from 1900 on. */
function isPesel(pesel: string): boolean {
  const month = numberAt(pesel, 2, 4)
  const century = [1900, 2000, 2100, 2200][Math.floor(month / 20)]
  if (century === undefined) return false
  return (
    isBirthDate(century + numberAt(pesel, 0, 2), month % 20, numberAt(pesel, 4, 6)) &&
    weightedSum(pesel, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0
  )
}

/** A is 10, Z is 35; the first digit is the check, and its weight brings the sum to a multiple of ten. */
function cardSum(card: string): number {
  const letters = (card.charCodeAt(0) - 55) * 7 + (card.charCodeAt(1) - 55) * 3 + (card.charCodeAt(2) - 55)
  return letters + weightedSum(card.slice(3), [9, 7, 3, 1, 7, 3])
}

/** A local unit has 14 digits: those of the company, and five of its own with a second check. */
function isRegon(regon: string): boolean {
  const company = weightedSum(regon, [8, 9, 2, 3, 4, 5, 6, 7]) % 11
  if (company % 10 !== digitAt(regon, 8)) return false
  if (regon.length === 9) return true
  return (weightedSum(regon, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === digitAt(regon, 13)
}
