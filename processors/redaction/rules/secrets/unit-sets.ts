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

const bitOfUnit = new Uint16Array(128)
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
  while (end < limit && ((bitOfUnit[text.charCodeAt(end)] ?? 0) & mask) !== 0) end++
  return end
}

/** Does a letter or a digit of ASCII stand there? */
export function isAlphanumericAt(text: string, index: number): boolean {
  return ((bitOfUnit[text.charCodeAt(index)] ?? 0) & unitSets.base62) !== 0
}
