import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'

export const nzRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'nz_ird',
    type: 'national_id',
    title: 'IRD number, of a person or a business',
    country: 'NZ',
    source:
      'Inland Revenue: Resident Withholding Tax and Non-Resident Withholding Tax specification, IRD number validation',
    lengths: [8, 9],
    alphabet: 'digits',
    shape: /^\d{8,9}$|^\d{2,3}[ -]\d{3}[ -]\d{3}$/u,
    check: isIrdNumber,
    bare: false,
    words: [...personNumberWords, 'ird', 'ird no', 'ird number', 'inland revenue', 'gst no', 'gst number'],
  },
  {
    kind: 'code',
    name: 'nz_nhi',
    type: 'national_id',
    title: 'National Health Index number (NHI)',
    country: 'NZ',
    source: 'Health New Zealand: HISO 10046, Consumer Health Identity Standard, both forms and their check characters',
    lengths: [7],
    alphabet: 'letters',
    shape: /^[A-HJ-NP-Z]{3}(?:\d{4}|\d{2}[A-HJ-NP-Z]{2})$/iu,
    check: isHealthIndex,
    bare: false,
    words: ['nhi', 'nhi no', 'nhi number', 'national health index', 'patient id', 'health number'],
  },
]

/** A second row of weights is for numbers whose check would be ten by the first. */
function isIrdNumber(number: string): boolean {
  const padded = number.padStart(9, '0')
  const value = Number(number)
  if (value < 10_000_000 || value > 150_000_000) return false
  const first = (11 - (weightedSum(padded, [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11
  const check = first === 10 ? (11 - (weightedSum(padded, [7, 4, 3, 2, 5, 2, 7, 6]) % 11)) % 11 : first
  return check === digitAt(padded, 8)
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Letters count from one, and the digit of the old form is that of modulus 11. */
function isHealthIndex(code: string): boolean {
  let sum = 0
  for (let index = 0; index < 6; index++) {
    const letter = letters.indexOf(code.charAt(index))
    sum += (letter < 0 ? digitAt(code, index) : letter + 1) * (7 - index)
  }
  const check = code.charAt(6)
  if (/\d/u.test(check)) return sum % 11 !== 0 && (11 - (sum % 11)) % 10 === numberAt(code, 6, 7)
  // the standard went from modulus 24 to 23 before the new form was given out
  return [23, 24].some((modulus) => letters.charAt(modulus - (sum % modulus) - 1) === check)
}
