import { digitAt, numberAt, passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const usRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'us_ssn',
    type: 'national_id',
    title: 'Social Security number',
    country: 'US',
    source: 'Social Security Administration: The SSN numbering scheme, and SSN randomization (2011)',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{9}$|^\d{3}-\d{2}-\d{4}$|^\d{3} \d{2} \d{4}$|^\d{3}\.\d{2}\.\d{4}$/u,
    check: isSocialSecurityNumber,
    // nobody else writes nine digits so
    bare: /^\d{3}-\d{2}-\d{4}$/u,
    words: [...personNumberWords, 'social', 'soc sec', 'ss number', 'ss no'],
  },
  {
    kind: 'code',
    name: 'us_itin',
    type: 'national_id',
    title: 'Individual Taxpayer Identification Number (ITIN), ATIN',
    country: 'US',
    source: 'Internal Revenue Service: Internal Revenue Manual 3.21.263, ranges of ITIN and ATIN',
    lengths: [9],
    alphabet: 'digits',
    shape: /^9\d{8}$|^9\d{2}-\d{2}-\d{4}$|^9\d{2} \d{2} \d{4}$/u,
    check: isTaxpayerNumber,
    bare: /^\d{3}-\d{2}-\d{4}$/u,
    words: [...personNumberWords, 'itin', 'atin', 'social'],
  },
  {
    kind: 'code',
    name: 'us_npi',
    type: 'national_id',
    title: 'National Provider Identifier (NPI)',
    country: 'US',
    source: 'Centers for Medicare & Medicaid Services: NPI check digit, Luhn with the prefix 80840',
    lengths: [10],
    alphabet: 'digits',
    shape: /^[12]\d{9}$/u,
    check: (number) => passesLuhn(`80840${number}`),
    bare: false,
    words: ['npi', 'national provider', 'provider id', 'provider number', 'provider identifier'],
  },
  {
    kind: 'code',
    name: 'us_dea',
    type: 'national_id',
    title: 'DEA registration number',
    country: 'US',
    source: 'Drug Enforcement Administration, Diversion Control Division: registrant types and check digit',
    lengths: [9],
    alphabet: 'letters',
    shape: /^[A-HJ-MPRSTUX][A-Z9][ -]?\d{7}$/iu,
    check: isDeaNumber,
    bare: false,
    words: ['dea', 'dea number', 'dea no', 'dea registration', 'prescriber', 'prescriber id'],
  },
  {
    kind: 'code',
    name: 'us_ein',
    type: 'tax_id',
    title: 'Employer Identification Number (EIN)',
    country: 'US',
    source: 'Internal Revenue Service: How EINs are assigned and valid EIN prefixes',
    lengths: [9],
    alphabet: 'digits',
    shape: /^(?:0[1-6]|1[0-6]|2[0-7]|[35]\d|4[0-8]|6[0-8]|7[1-7]|8[0-8]|9[0-589])-?\d{7}$/u,
    bare: false,
    // `ein` alone is every third word of a German text
    words: [
      ...businessNumberWords,
      'ein number',
      'ein no',
      'ein id',
      'fein',
      'employer id',
      'employer identification',
      'federal tax',
      'federal id',
    ],
  },
  {
    kind: 'code',
    name: 'us_ein_dashed',
    type: 'tax_id',
    title: 'Employer Identification Number (EIN), written 12-3456789',
    country: 'US',
    source: 'Internal Revenue Service: How EINs are assigned and valid EIN prefixes',
    lengths: [9],
    alphabet: 'digits',
    shape: /^(?:0[1-6]|1[0-6]|2[0-7]|[35]\d|4[0-8]|6[0-8]|7[1-7]|8[0-8]|9[0-589])-\d{7}$/u,
    bare: false,
    words: ['ein', 'irs'],
  },
]

function isSocialSecurityNumber(number: string): boolean {
  const area = numberAt(number, 0, 3)
  return area !== 0 && area !== 666 && area < 900 && numberAt(number, 3, 5) !== 0 && numberAt(number, 5, 9) !== 0
}

/** The fourth and fifth digits say that it is no Social Security number; 93 is an ATIN, of a child to be adopted. */
function isTaxpayerNumber(number: string): boolean {
  const group = numberAt(number, 3, 5)
  return (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || group >= 90
}

function isDeaNumber(number: string): boolean {
  const digit = (index: number): number => digitAt(number, index)
  return (digit(2) + digit(4) + digit(6) + 2 * (digit(3) + digit(5) + digit(7))) % 10 === digit(8)
}
