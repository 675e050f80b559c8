import { digitAt } from '../../checksums.ts'
import type { CodeRule, Found, Groups, RowRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'

const facts = {
  type: 'national_id',
  title: 'Number of the Hong Kong Identity Card (HKID)',
  country: 'HK',
  source:
    'Immigration Department: Registration of Persons, one or two letters, six digits, and a check digit of modulus 11',
} as const

/** As it is typed into forms: `A1234563`. */
const identityCard: CodeRule = {
  ...facts,
  kind: 'code',
  name: 'hk_id',
  lengths: [8, 9],
  alphabet: 'letters',
  shape: /^[A-Z]{1,2}\d{6}-?[\dA]$/iu,
  check: isIdentityCard,
  bare: false,
  words: [...personNumberWords, 'hkid', 'hkid no', 'hkid number', 'hong kong id', 'hong kong identity card'],
}

/** As it is printed, with the check digit in brackets, which nobody else does: `A123456(3)`. */
const identityCardWithBrackets: RowRule = {
  ...facts,
  kind: 'row',
  name: 'hk_id_brackets',
  words: [],
  minDigits: 6,
  minGroups: 1,
  find(text, groups) {
    // groups come in the order of the text, and only the last can have a bracket behind it
    const last = groups.count - 1
    const start = groups.starts[last] ?? 0
    const end = groups.ends[last] ?? 0
    if (text.charCodeAt(end) !== openingBracket || !isWhole(text, groups, last)) return none
    const written = text.slice(start, end + 3).toUpperCase()
    if (!form.test(written) || !isIdentityCard(written.replace(/[()]/gu, ''))) return none
    return [{ start, end: end + 3, confidence: 0.95 }]
  },
}

export const hkRules: readonly (CodeRule | RowRule)[] = [identityCard, identityCardWithBrackets]

const none: readonly Found[] = []
const openingBracket = 40
const form = /^[A-Z]{1,2}\d{6}\([\dA]\)$/u

function isWhole(text: string, { starts }: Groups, index: number): boolean {
  const start = starts[index] ?? 0
  return !/[\p{L}\p{N}_.-]/u.test(text.charAt(start - 1))
}

/** Letters count from ten, a missing first one 36, and the check digit of ten is an A. */
function isIdentityCard(code: string): boolean {
  const padded = code.padStart(9, ' ')
  let sum = padded.charAt(8) === 'A' ? 10 : digitAt(padded, 8)
  for (let index = 0; index < 8; index++) {
    const unit = padded.charAt(index)
    sum += (unit === ' ' ? 36 : Number.parseInt(unit, 36)) * (9 - index)
  }
  return sum % 11 === 0
}
