/** Sets of the units that tokens are written with. Each of these is a bit; a larger set is the sum of several. */
const digits2to7 = 1
const otherDigits = 2
const hexLower = 4
const hexUpper = 8
const restLower = 16
const restUpper = 32
const underscore = 64
const dash = 128
const dot = 256
const plusAndSlash = 512
const equals = 1024
const tilde = 2048

const anyDigit = digits2to7 | otherDigits
const letters = hexLower | hexUpper | restLower | restUpper

export const unitSets = {
  digit: anyDigit,
  hex: anyDigit | hexLower,
  hexOfAnyCase: anyDigit | hexLower | hexUpper,
  /** RFC 4648, section 6. */
  base32: digits2to7 | hexUpper | restUpper,
  base36: anyDigit | hexLower | restLower,
  upper36: anyDigit | hexUpper | restUpper,
  base62: anyDigit | letters,
  base64: anyDigit | letters | plusAndSlash | equals,
  base64url: anyDigit | letters | underscore | dash,
  /** Base64 for URLs with what joins its parts, or ends it. */
  joined: anyDigit | letters | underscore | dash | dot,
  padded: anyDigit | letters | underscore | dash | equals,
  /** RFC 6750, section 2.1. */
  bearer: anyDigit | letters | underscore | dash | dot | plusAndSlash | tilde,
} as const

export type UnitSet = keyof typeof unitSets

/** Of all units, so that a look-up needs no question. */
const bitOfUnit = new Uint16Array(0x1_0000)
const bits: readonly (readonly [number, string])[] = [
  [digits2to7, '234567'],
  [otherDigits, '0189'],
  [hexLower, 'abcdef'],
  [hexUpper, 'ABCDEF'],
  [restLower, 'ghijklmnopqrstuvwxyz'],
  [restUpper, 'GHIJKLMNOPQRSTUVWXYZ'],
  [underscore, '_'],
  [dash, '-'],
  [dot, '.'],
  [plusAndSlash, '+/'],
  [equals, '='],
  [tilde, '~'],
]
for (const [bit, units] of bits) for (const unit of units) bitOfUnit[unit.charCodeAt(0)] = bit

/** The end of the run of units of a set that begins at `start`; no further than `start + max`. */
export function endOfRun(text: string, start: number, set: UnitSet, max: number): number {
  const mask = unitSets[set]
  const limit = Math.min(text.length, start + max)
  let end = start
  while (end < limit && ((bitOfUnit[text.charCodeAt(end)] as number) & mask) !== 0) end++
  return end
}

/** Does a unit of the set stand there? Looks before it leaps: one look outside of a text makes all others slow. */
export function isUnitOf(text: string, index: number, set: UnitSet): boolean {
  if (index < 0 || index >= text.length) return false
  return ((bitOfUnit[text.charCodeAt(index)] as number) & unitSets[set]) !== 0
}

/** Does a letter or a digit of ASCII stand there? */
export function isAlphanumericAt(text: string, index: number): boolean {
  return isUnitOf(text, index, 'base62')
}
