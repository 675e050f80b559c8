import { passesLuhn } from '../checksums.ts'
import type { Detector } from '../detector.ts'
import { type DigitGroup, digitRows, isWholeNumber } from '../digit-groups.ts'
import { hasBefore } from '../text-units.ts'
import { trait } from '../traits.ts'

/**
 * Payment card numbers: the leading digits of a scheme, its lengths, and the Luhn checksum.
 *
 * @see ISO/IEC 7812
 */
export const creditCard: Detector = {
  type: 'credit_card',
  needs: trait.digits12,
  find(text, found) {
    for (const row of digitRows(text, minDigits, separators)) {
      for (let first = 0; first < row.length; first++) {
        const last = lastGroupOfCard(text, row, first)
        const start = row[first]?.start
        const end = last === undefined ? undefined : row[last]?.end
        if (last === undefined || start === undefined || end === undefined) continue
        found.push({ type: 'credit_card', start, end, confidence: last > first ? 0.99 : 0.95 })
        first = last
      }
    }
  },
}

const separators = ' -\u00a0'
const minDigits = 12
const maxDigits = 19
/** Of other lengths, numbers without spaces are mostly offsets, times and ids: a word must say that one is a card. */
const bareLengths = [14, 15, 16]

const cardWords =
  /\b(?:card|cc|pan|visa|master ?card|maestro|amex|credit|debit|kreditkarte|karte|carte|tarjeta)\b[^.]{0,40}$/iu

/** The longest card that begins with the group `first`. */
function lastGroupOfCard(text: string, row: readonly DigitGroup[], first: number): number | undefined {
  let digits = ''
  let found: number | undefined
  for (let last = first; last < row.length; last++) {
    const group = row[last]
    if (group === undefined) break
    digits += text.slice(group.start, group.end)
    if (digits.length > maxDigits) break
    const groups = row.slice(first, last + 1)
    const start = row[first]?.start ?? 0
    if (digits.length < minDigits || !isGrouping(groups) || !isWholeNumber(text, start, group.end)) continue
    const isDoubtful = groups.length === 1 && !bareLengths.includes(digits.length)
    if (isDoubtful && !hasBefore(text, start, 40, cardWords)) continue
    if (hasScheme(digits) && passesLuhn(digits)) found = last
  }
  return found
}

/** How cards are embossed, and written. */
const groupings = new Set(['4-4-4-4', '4-6-5', '4-6-4', '4-4-4-4-3', '4-4-4-3', '4-4-4-1', '8-8', '6-13'])

function isGrouping(groups: readonly DigitGroup[]): boolean {
  return groups.length === 1 || groupings.has(groups.map(({ start, end }) => end - start).join('-'))
}

/** Leading digits and lengths of the schemes; ranges are inclusive. */
const schemes: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [4, 4, [13, 16, 19]], // Visa
  [51, 55, [16]], // Mastercard
  [2221, 2720, [16]],
  [34, 34, [15]], // American Express
  [37, 37, [15]],
  [300, 305, [14, 16, 19]], // Diners Club
  [3095, 3095, [14, 16, 19]],
  [36, 36, [14, 19]],
  [38, 39, [14, 16, 19]],
  [3528, 3589, [16, 17, 18, 19]], // JCB
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
  [6759, 6763, [12, 13, 14, 15, 16, 17, 18, 19]],
]

function hasScheme(digits: string): boolean {
  return schemes.some(([from, to, lengths]) => {
    const leading = Number(digits.slice(0, String(from).length))
    return leading >= from && leading <= to && lengths.includes(digits.length)
  })
}
