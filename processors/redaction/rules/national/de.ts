import { passesIcao9303, passesMod11And10 } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

const taxWords = ['steuer id', 'steuer id nr', 'steuer identifikations nummer', 'steuer nummer', 'steuer nr', 'id nr']
const cardWords = [
  'ausweis',
  'ausweis nr',
  'ausweis nummer',
  'personal ausweis',
  'personal ausweis nr',
  'personal ausweis nummer',
  'reise pass',
  'reise pass nr',
  'reise pass nummer',
  'pass nr',
  'pass nummer',
  'passport',
  'id card',
  'identity card',
  'document number',
]

export const deRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'de_steuer_id',
    type: 'national_id',
    title: 'Steuerliche Identifikationsnummer',
    country: 'DE',
    source: 'Bundeszentralamt für Steuern: Identifikationsnummer, § 139b AO; ISO 7064 MOD 11,10',
    lengths: [11],
    alphabet: 'digits',
    shape: /^[1-9]\d[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}$/u,
    check: (number) => isRepeatedOnce(number.slice(0, 10)) && passesMod11And10(number),
    // one in three hundred numbers of eleven digits passes
    bare: true,
    words: [...personNumberWords, ...taxWords, 'identifikations nummer'],
  },
  {
    kind: 'code',
    name: 'de_rvnr',
    type: 'national_id',
    title: 'Rentenversicherungsnummer (Sozialversicherungsnummer)',
    country: 'DE',
    source: 'Verordnung über die Versicherungsnummer (VKVV), §§ 2 to 4',
    lengths: [12],
    alphabet: 'letters',
    shape:
      /^(?:0[23489]|1\d|2[01345689]|3[89]|4[02-9]|[5-7]\d|8[0129]) ?(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?[A-Z] ?\d{2} ?\d$/iu,
    check: isPensionNumber,
    bare: /^[\d A-Z]+$/u,
    words: [
      ...personNumberWords,
      'rvnr',
      'sv nummer',
      'sv nr',
      'svnr',
      'versicherungs nummer',
      'versicherungs nr',
      'renten versicherung',
      'renten versicherungs nummer',
      'sozial versicherung',
      'sozial versicherungs nummer',
      'sozial versicherungs nr',
    ],
  },
  {
    kind: 'code',
    name: 'de_identity_card',
    type: 'passport',
    title: 'Seriennummer of a Personalausweis or a Reisepass',
    country: 'DE',
    source: 'Personalausweisverordnung and Passverordnung, serial numbers; ICAO Doc 9303-3, 4.9',
    lengths: [9, 10],
    alphabet: 'letters',
    // no vowels, and neither of the letters that look like digits
    shape: /^[CF-HJ-NPRTV-Y][\dCF-HJ-NPRTV-Z]{8} ?\d?$/iu,
    check: (serial) => /\d/u.test(serial) && (serial.length === 9 || passesIcao9303(serial)),
    bare: false,
    words: cardWords,
  },
  {
    kind: 'code',
    name: 'de_steuernummer',
    type: 'tax_id',
    title: 'Steuernummer',
    country: 'DE',
    source: 'ELSTER: Aufbau der Steuernummer',
    lengths: [10, 11, 13],
    alphabet: 'digits',
    // offices number by rules of their own: there is no check digit that all have
    shape: /^\d{2,3}\/\d{3,4}\/\d{4,5}$|^\d{5}\/\d{5}$|^\d{3} \d{4} \d{4}$|^\d{2} \d{3} \d{5}$|^[1-3]\d{3}0\d{8}$/u,
    bare: false,
    words: [...businessNumberWords, 'steuer nummer', 'steuer nr', 'st nr', 'finanzamt'],
  },
  vatNumber({
    country: 'DE',
    title: 'Umsatzsteuer-Identifikationsnummer',
    source: 'Bundeszentralamt für Steuern: USt-IdNr, § 27a UStG; ISO 7064 MOD 11,10',
    written: '[1-9]\\d{2} ?\\d{3} ?\\d{3}',
    lengths: [9],
    check: passesMod11And10,
    words: [
      'ust id',
      'ust id nr',
      'ust idnr',
      'umsatz steuer',
      'umsatz steuer id',
      'umsatz steuer identifikations nummer',
    ],
  }),
]

/** One of the ten digits is there twice or three times, but not three times in a row; all others once at most. */
function isRepeatedOnce(digits: string): boolean {
  let repeated = 0
  for (let digit = 0; digit < 10; digit++) {
    const count = digits.split(String(digit)).length - 1
    if (count > 3) return false
    if (count > 1) repeated++
  }
  return repeated === 1 && !/(\d)\1\1/u.test(digits)
}

/** The letter counts as its place in the alphabet, in two digits; products count as the sums of their digits. */
function isPensionNumber(number: string): boolean {
  const place = String(number.charCodeAt(8) - 64).padStart(2, '0')
  const digits = `${number.slice(0, 8)}${place}${number.slice(9, 11)}`
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]
  const sum = weights.reduce((total, weight, index) => {
    const product = weight * Number(digits.charAt(index))
    return total + Math.floor(product / 10) + (product % 10)
  }, 0)
  return sum % 10 === Number(number.charAt(11))
}
