import type { FieldRule } from '../rule.ts'

/** Eleven signs by turns: a code of which no three digits stand together, so its word has to announce it. */
export const usMedicareBeneficiary: FieldRule = {
  kind: 'field',
  name: 'us_mbi',
  type: 'national_id',
  title: 'Medicare Beneficiary Identifier (MBI)',
  country: 'US',
  source: 'Centers for Medicare & Medicaid Services: Understanding the MBI format',
  names: [
    'mbi',
    'mbi number',
    'medicare',
    'medicare id',
    'medicare no',
    'medicare number',
    'medicare beneficiary identifier',
    'beneficiary',
    'beneficiary id',
    'patient',
    'patient id',
  ],
  loose: true,
  read(text, { start }) {
    const [written] = identifier.exec(text.slice(start, start + 16)) ?? []
    return written === undefined ? undefined : { start, end: start + written.length }
  },
  confidence: 0.95,
}

/** No letter that looks like a digit: S, L, O, I, B and Z are missing. */
const letter = '[AC-HJKMNP-RT-Y]'
const letterOrDigit = String.raw`[\dAC-HJKMNP-RT-Y]`
const identifier = new RegExp(
  String.raw`^[1-9]${letter}${letterOrDigit}\d[- ]?${letter}${letterOrDigit}\d[- ]?${letter}{2}\d{2}(?![\w-])`,
  'iu',
)
