import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'
import { vatNumber } from './vat-number.ts'

export const fiRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'fi_henkilotunnus',
    type: 'national_id',
    title: 'Henkilötunnus (HETU)',
    country: 'FI',
    source:
      'Digi- ja väestötietovirasto: henkilötunnus; Valtioneuvoston asetus 690/2022 (signs of the century from 2023)',
    // a hyphen is one of the signs of the century, and is lost with the separators
    lengths: [10, 11],
    alphabet: 'mixed',
    shape: /^\d{6}[-ABCDEFYXWVU](?!00[01])\d{3}[\dA-FHJ-NPR-Y]$/iu,
    check: isHenkilotunnus,
    bare: true,
    words: [...personNumberWords, 'hetu', 'henkilotunnus', 'henkilo tunnus', 'sotu', 'personbeteckning'],
  },
  {
    kind: 'code',
    name: 'fi_y_tunnus',
    type: 'tax_id',
    title: 'Y-tunnus',
    country: 'FI',
    source: 'Verohallinto: Y-tunnuksen tarkistusmerkki',
    lengths: [8],
    alphabet: 'digits',
    shape: /^\d{7}-?\d$/u,
    check: isYTunnus,
    bare: false,
    words: [...businessNumberWords, 'y tunnus', 'yritystunnus', 'fo nummer', 'business id'],
  },
  vatNumber({
    country: 'FI',
    title: 'Arvonlisäveronumero (ALV)',
    source: 'Verohallinto: Y-tunnuksen tarkistusmerkki; European Commission, VIES: Finland',
    written: '\\d{7}-?\\d',
    lengths: [8],
    check: isYTunnus,
    words: ['alv', 'alv nro', 'arvonlisavero', 'arvonlisaveronumero', 'moms'],
  }),
]

const checkSigns = '0123456789ABCDEFHJKLMNPRSTUVWXY'

function isHenkilotunnus(code: string): boolean {
  const sign = code.length === 10 ? '-' : code.charAt(6)
  const century = /[A-F]/u.test(sign) ? 2000 : 1900
  return (
    isBirthDate(century + numberAt(code, 4, 6), numberAt(code, 2, 4), numberAt(code, 0, 2)) &&
    checkSigns.charAt(Number(code.slice(0, 6) + code.slice(-4, -1)) % 31) === code.at(-1)
  )
}

function isYTunnus(number: string): boolean {
  const rest = weightedSum(number, [7, 9, 10, 5, 8, 4, 2]) % 11
  return rest !== 1 && (11 - rest) % 11 === digitAt(number, 7)
}
