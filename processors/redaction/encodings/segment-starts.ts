import { continuationsAfter } from './text-bytes.ts'

/** What may begin with two units. */
export const mayBeBase64 = 1
export const mayBeHex = 2

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const alphabetForUrls = `${alphabet.slice(0, 62)}-_`

/**
 * By the first two units of ASCII, `first * 128 + second`: can an encoded text begin with them? Two thirds of all names, ids and
 * hashes fail here, at the cost of one look.
 */
export const segmentStarts = new Uint8Array(0x4000)

for (const units of [alphabet, alphabetForUrls]) {
  for (let index = 0; index < 0x1000; index++) {
    if (!mayBeginText(index >> 4, index & 15)) continue
    segmentStarts[units.charCodeAt(index >> 6) * 128 + units.charCodeAt(index & 63)] = mayBeBase64
  }
}
for (let byte = 0; byte < 0x100; byte++) {
  if (continuationsAfter(byte, 0) < 0) continue
  const digits = byte.toString(16).padStart(2, '0')
  for (const first of bothCases(digits.charAt(0))) {
    for (const second of bothCases(digits.charAt(1))) addHex(first.charCodeAt(0), second.charCodeAt(0))
  }
}
// the prefix `0x`
for (const unit of [88, 120]) addHex(48, unit)

function addHex(first: number, second: number): void {
  const place = first * 128 + second
  segmentStarts[place] = (segmentStarts[place] ?? 0) | mayBeHex
}

function bothCases(digit: string): readonly string[] {
  return [digit, digit.toUpperCase()]
}

/** A whole byte, and the upper half of the next. */
function mayBeginText(byte: number, half: number): boolean {
  const continuations = continuationsAfter(byte, 0)
  const isContinuation = half >= 8 && half < 0xc
  if (continuations === 0) return half !== 1 && !isContinuation
  return continuations > 0 && isContinuation
}
