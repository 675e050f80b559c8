import { numberAt, passesLuhn, remainder } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

const companyWords = ['siren', 'siret', 'rcs', 'entreprise', 'etablissement']

export const frRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'fr_nir',
    type: 'national_id',
    title: 'Numéro de sécurité sociale (NIR)',
    country: 'FR',
    source: 'INSEE, numéro d’inscription au répertoire (NIR): structure and key',
    lengths: [15],
    // Corsica is 2A and 2B; months from 20 on stand for one that is not known
    alphabet: 'mixed',
    shape:
      /^[1-478] ?\d{2} ?(?:0[1-9]|1[0-2]|[235-9]\d|4[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?(?:0[1-9]|[1-8]\d|9[0-7])$/iu,
    check: (nir) => {
      const digits = nir.replace('2A', '19').replace('2B', '18')
      return 97 - remainder(digits.slice(0, 13), 97) === numberAt(digits, 13, 15)
    },
    bare: true,
    words: [...personNumberWords, 'nir', 'nss', 'securite sociale', 'secu', 'numero insee', 'numero de secu'],
  },
  {
    kind: 'code',
    name: 'fr_spi',
    type: 'national_id',
    title: 'Numéro fiscal (SPI)',
    country: 'FR',
    source: 'European Commission, TIN structure by country: France',
    lengths: [13],
    alphabet: 'digits',
    shape: /^[0-3]\d{12}$|^[0-3]\d \d{2} \d{3} \d{3} \d{3}$/u,
    check: (spi) => numberAt(spi, 0, 10) % 511 === numberAt(spi, 10, 13) && !/^0{10}/u.test(spi),
    bare: false,
    words: [...personNumberWords, 'spi', 'numero fiscal', 'no fiscal', 'n fiscal', 'identifiant fiscal', 'impot'],
  },
  {
    kind: 'code',
    name: 'fr_siren',
    type: 'tax_id',
    title: 'Numéro SIREN of a company',
    country: 'FR',
    source: 'INSEE, SIREN; ISO/IEC 7812-1 annex B',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{3}([ .]?)\d{3}\1\d{3}$/u,
    check: (siren) => passesLuhn(siren) && !/^0{3}/u.test(siren),
    bare: false,
    words: [...businessNumberWords, ...companyWords],
  },
  {
    kind: 'code',
    name: 'fr_siret',
    type: 'tax_id',
    title: 'Numéro SIRET of an establishment',
    country: 'FR',
    source: 'INSEE, SIRET; ISO/IEC 7812-1 annex B',
    lengths: [14],
    alphabet: 'digits',
    shape: /^\d{14}$|^\d{3}([ .]?)\d{3}\1\d{3}\1\d{5}$/u,
    check: isSiret,
    bare: false,
    words: [...businessNumberWords, ...companyWords],
  },
  vatNumber({
    country: 'FR',
    title: 'Numéro de TVA intracommunautaire',
    source: 'Code général des impôts, art. 286 ter; European Commission, VIES: France',
    written: '[\\dA-HJ-NP-Z]{2} ?\\d{3} ?\\d{3} ?\\d{3}',
    lengths: [11],
    check: isFrenchVatNumber,
    words: ['tva', 'tva intra', 'tva intracommunautaire', 'numero tva'],
  }),
]

/** The post office has more establishments than Luhn gives it numbers: their digits add up to a multiple of five. */
function isSiret(siret: string): boolean {
  if (!siret.startsWith('356000000') || siret === '35600000000048') return passesLuhn(siret) && !siret.startsWith('000')
  return [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

const keySigns = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A key of two digits or letters, and the SIREN; Monaco's begins with 000 and passes no Luhn. */
function isFrenchVatNumber(number: string): boolean {
  const siren = number.slice(2)
  if (!passesLuhn(siren) && !siren.startsWith('000')) return false
  if (/^\d{2}/u.test(number)) return (12 + 3 * (Number(siren) % 97)) % 97 === numberAt(number, 0, 2)
  const first = keySigns.indexOf(number.charAt(0))
  const second = keySigns.indexOf(number.charAt(1))
  const key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
  return (Number(siren) + 1 + Math.floor(key / 11)) % 11 === key % 11
}
