import { passesLuhn } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const caRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ca_sin',
    type: 'national_id',
    title: 'Social Insurance Number, numéro d’assurance sociale (SIN, NAS)',
    country: 'CA',
    source: 'Employment and Social Development Canada: SIN Code of Practice; ISO/IEC 7812-1 annex B',
    lengths: [9],
    alphabet: 'digits',
    // no series begins with 8; with 0 begin those of examples and of the Revenue Agency
    shape: /^[0-79]\d{8}$|^[0-79]\d{2} \d{3} \d{3}$|^[0-79]\d{2}-\d{3}-\d{3}$/u,
    check: (number) => passesLuhn(number) && number !== '000000000',
    bare: false,
    words: [...personNumberWords, 'sin', 'sin number', 'sin no', 'nas', 'assurance sociale', 'no d assurance sociale'],
  },
  {
    kind: 'code',
    name: 'ca_program_account',
    type: 'tax_id',
    title: 'Business Number with a program account',
    country: 'CA',
    source: 'Canada Revenue Agency: Business number and program accounts',
    lengths: [15],
    alphabet: 'letters',
    shape: /^\d{5} ?\d{4} ?R[CDEGMNPRTZ] ?\d{4}$/iu,
    check: (account) => passesLuhn(account.slice(0, 9)),
    bare: true,
    words: [...businessNumberWords, 'bn', 'gst', 'hst', 'gst hst', 'tps', 'numero d entreprise'],
  },
  {
    kind: 'code',
    name: 'ca_bn',
    type: 'tax_id',
    title: 'Business Number, numéro d’entreprise (BN, NE)',
    country: 'CA',
    source: 'Canada Revenue Agency: Business number; ISO/IEC 7812-1 annex B',
    lengths: [9],
    alphabet: 'digits',
    shape: /^\d{9}$|^\d{5} \d{4}$|^\d{3} \d{3} \d{3}$/u,
    check: passesLuhn,
    bare: false,
    words: [...businessNumberWords, 'bn', 'gst', 'hst', 'gst hst', 'tps', 'numero d entreprise'],
  },
]
