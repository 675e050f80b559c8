import { isDigitAt, isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { Found, Groups, RowRule } from '../rule.ts'

/** Payment card numbers: the leading digits of a scheme, its lengths, and the Luhn checksum. */
export const creditCard: RowRule = {
  kind: 'row',
  name: 'credit_card',
  type: 'credit_card',
  title: 'Payment card number',
  source: 'ISO/IEC 7812-1, and the ranges that the schemes publish',
  words: [
    'card',
    'card number',
    'cc',
    'ccn',
    'cc number',
    'pan',
    'visa',
    'mastercard',
    'maestro',
    'amex',
    'american express',
    'discover',
    'diners',
    'jcb',
    'unionpay',
    'rupay',
    'credit',
    'debit',
    'kreditkarte',
    'karte',
    'kartennummer',
    'carte',
    'tarjeta',
    'carta',
    'cartao',
    'karta',
    'cardholder',
    'payment',
  ],
  minDigits: 12,
  minGroups: 1,
  loneFrom: 14,
  find(text, groups, isAnnounced) {
    let found: Found[] | undefined
    for (let first = 0; first < groups.count; first++) {
      const last = lastOfCard(text, groups, first, isAnnounced)
      if (last === undefined) continue
      const start = groups.starts[first] ?? 0
      found ??= []
      found.push({ start, end: groups.ends[last] ?? 0, confidence: last > first ? 0.99 : 0.95 })
      first = last
    }
    return found ?? none
  },
}

const none: readonly Found[] = []

/** As cards are embossed, and written: in hexadecimal, a digit for the length of each group. */
const groupings: readonly ReadonlySet<number>[] = [
  new Set(),
  new Set([0x88, 0x6d]),
  new Set([0x465, 0x464]),
  new Set([0x4444, 0x4443, 0x4441, 0x4442]),
  new Set([0x44443]),
]
const maxGroups = groupings.length
/** Without separators. */
const minBare = 12

/** Without separators, numbers of other lengths are mostly offsets, times and ids: a word must say that one is a card. */
const bareLengths: ReadonlySet<number> = new Set([14, 15, 16])

function lastOfCard(
  text: string,
  groups: Groups,
  first: number,
  isAnnounced: (start: number, end: number) => boolean,
): number | undefined {
  const length = (groups.ends[first] ?? 0) - (groups.starts[first] ?? 0)
  if (length !== 4 && length !== 6 && length !== 8 && length < minBare) return undefined
  let lengths = 0
  let joint: number | undefined
  let hit: number | undefined
  for (let last = first; last < groups.count && last < first + maxGroups; last++) {
    const start = groups.starts[last] ?? 0
    const end = groups.ends[last] ?? 0
    if (groups.digits[last] !== end - start || end - start > 19) break
    // the separator is the same throughout
    if (last > first) {
      const unit = text.charCodeAt(start - 1)
      if (unit === slash || (joint !== undefined && joint !== unit)) break
      joint = unit
    }
    lengths = lengths * 16 + (end - start)
    const isWritten = last === first ? end - start >= minBare : (groupings[last - first]?.has(lengths) ?? false)
    if (!isWritten || !isWhole(text, groups.starts[first] ?? 0, end)) continue
    if (!passesLuhnWithJoints(text, groups.starts[first] ?? 0, end)) continue
    const written = text.slice(groups.starts[first], end)
    const digits = last === first ? written : written.replaceAll(/\D/gu, '')
    // a word is worth the scheme: ranges are given out and taken back all the time
    const isBare = hasScheme(digits) && (last > first || bareLengths.has(digits.length))
    if (isBare || isAnnounced(groups.starts[first] ?? 0, end)) hit = last
  }
  return hit
}

/** As `passesLuhn`, of a part of the text whose digits have joints between them: nothing is cut out of it. */
function passesLuhnWithJoints(text: string, start: number, end: number): boolean {
  let sum = 0
  let isSecond = false
  for (let index = end - 1; index >= start; index--) {
    const digit = text.charCodeAt(index) - zero
    if (digit < 0 || digit > 9) continue
    const doubled = isSecond ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
    isSecond = !isSecond
  }
  return sum % 10 === 0
}

const zero = 48
const slash = 47

/** Not a part of a longer number, name or decimal. */
function isWhole(text: string, start: number, end: number): boolean {
  if (start > 0 && isPartBefore(text, start)) return false
  if (end === text.length) return true
  const behind = text.charCodeAt(end)
  if (behind === underscore || isWordUnitAt(text, end)) return false
  return !((behind === dash || behind === dot || behind === slash) && isDigitAt(text, end + 1))
}

function isPartBefore(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (before === underscore || isWordUnitAt(text, start - 1)) return true
  if (before === slash) return isDigitAt(text, start - 2)
  if ((before !== dash && before !== dot) || start === 1) return false
  return text.charCodeAt(start - 2) === underscore || isWordUnitAt(text, start - 2)
}

const dash = 45
const dot = 46
const underscore = 95

/** Leading digits and lengths of the schemes; ranges are inclusive. */
const schemes: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4, 4, [13, 16, 19]], // Visa
  [51, 55, [16]], // Mastercard
  [2221, 2720, [16]],
  [34, 34, [15]], // American Express
  [37, 37, [15]],
  [300, 305, [14, 16, 19]], // Diners Club
  [3095, 3095, [14, 16, 19]],
  [36, 36, [14, 16, 19]],
  [38, 39, [14, 16, 19]],
  [3528, 3589, [16, 17, 18, 19]], // JCB
  [2131, 2131, [15]],
  [1800, 1800, [15]],
  [6011, 6011, [16, 19]], // Discover
  [644, 649, [16, 19]],
  [65, 65, [16, 19]],
  [62, 62, [16, 17, 18, 19]], // UnionPay
  [81, 82, [16]], // RuPay
  [508, 508, [16]],
  [60, 60, [16]],
  [2200, 2204, [16, 17, 18, 19]], // Mir
  [9792, 9792, [16]], // Troy
  [5018, 5018, [12, 13, 14, 15, 16, 17, 18, 19]], // Maestro
  [5020, 5020, [12, 13, 14, 15, 16, 17, 18, 19]],
  [5038, 5038, [12, 13, 14, 15, 16, 17, 18, 19]],
  [5893, 5893, [12, 13, 14, 15, 16, 17, 18, 19]],
  [6304, 6304, [12, 13, 14, 15, 16, 17, 18, 19]],
  [6390, 6390, [12, 13, 14, 15, 16, 17, 18, 19]],
  [6759, 6763, [12, 13, 14, 15, 16, 17, 18, 19]],
  [5612, 5612, [12, 13, 14, 15, 16, 17, 18, 19]],
  [6706, 6706, [16, 17, 18, 19]], // Laser
  [6709, 6709, [16, 17, 18, 19]],
  [6771, 6771, [16, 17, 18, 19]],
  [636, 636, [16]], // InterPayment, Elo
  [5019, 5019, [16]], // Dankort
]

/** By the first two digits: most numbers have none. */
const byLeadingTwo = Array.from({ length: 100 }, (_, two) =>
  schemes.filter(([from, to]) => two >= leadingTwo(from) && two <= (to < 10 ? to * 10 + 9 : leadingTwo(to))),
)

function leadingTwo(range: number): number {
  return range < 10 ? range * 10 : Number(String(range).slice(0, 2))
}

function hasScheme(digits: string): boolean {
  const candidates = byLeadingTwo[(digits.charCodeAt(0) - 48) * 10 + digits.charCodeAt(1) - 48] ?? []
  return candidates.some(([from, to, lengths]) => {
    const leading = Number(digits.slice(0, String(from).length))
    return leading >= from && leading <= to && lengths.includes(digits.length)
  })
}
