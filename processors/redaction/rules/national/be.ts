import { isDayOfYear, numberAt, remainder } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const beRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'be_rijksregister',
    type: 'national_id',
    title: 'Rijksregisternummer, numéro de registre national (NISS, BIS)',
    country: 'BE',
    source: 'Koninklijk besluit van 3 april 1984: samenstelling van het identificatienummer; KSZ: BIS',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{2}[. -]?\d{2}[. -]?\d{2}[. -]?\d{3}[. -]?\d{2}$/u,
    check: isRegisterNumber,
    bare: true,
    words: [
      ...personNumberWords,
      'rijksregister',
      'rijksregister nummer',
      'registre national',
      'numero national',
      'niss',
      'insz',
      'bis nummer',
    ],
  },
  {
    kind: 'code',
    name: 'be_ondernemingsnummer',
    type: 'tax_id',
    title: 'Ondernemingsnummer, numéro d’entreprise',
    country: 'BE',
    source: 'FOD Economie, Kruispuntbank van Ondernemingen: modulus 97',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[01]\d{3}([. ]?)\d{3}\1\d{3}$/u,
    check: isEnterpriseNumber,
    bare: /^\d{4}\.\d{3}\.\d{3}$/u,
    words: [
      ...businessNumberWords,
      'onderneming',
      'ondernemings nummer',
      'kbo',
      'bce',
      'numero d entreprise',
      'entreprise',
    ],
  },
  vatNumber({
    country: 'BE',
    title: 'Btw-nummer, numéro de TVA',
    source: 'FOD Financiën: btw-identificatienummer; European Commission, VIES: Belgium',
    written: '[01]\\d{3}[. ]?\\d{3}[. ]?\\d{3}',
    lengths: [10],
    check: isEnterpriseNumber,
    words: ['btw', 'btw nr', 'btw nummer', 'tva', 'numero tva'],
  }),
]

/** Who was born from 2000 on has a 2 before the number when it is checked. A BIS number's month is 20 or 40 more. */
function isRegisterNumber(number: string): boolean {
  const check = 97 - numberAt(number, 9, 11)
  const year = numberAt(number, 0, 2)
  const month = numberAt(number, 2, 4) % 20
  const day = numberAt(number, 4, 6)
  if (numberAt(number, 2, 4) >= 60) return false
  const isOf = (century: number): boolean =>
    // zeros stand for what of the date is not known
    isBirthDate(century + year, month, day) || ((month === 0 || day === 0) && isDayOfYear(day || 1, month || 1))
  const body = number.slice(0, 9)
  return (remainder(body, 97) === check && isOf(1900)) || (remainder(`2${body}`, 97) === check && isOf(2000))
}

function isEnterpriseNumber(number: string): boolean {
  return 97 - (numberAt(number, 0, 8) % 97) === numberAt(number, 8, 10) && !/^0{4}/u.test(number)
}
