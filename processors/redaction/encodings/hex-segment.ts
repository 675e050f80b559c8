import { type EncodedSegment, isJoint } from './encoded-segment.ts'
import { bytesFor, continuationsAfter, textOf } from './text-bytes.ts'

/** Twelve bytes. Of trace ids, every hundred thousandth is a text so far, and then has nothing in it. */
const minDigits = 24

/**
 * The text that begins at `start` in hexadecimal digits, `0x` before them or not.
 *
 * @param limit where the run of letters, digits and joints ends
 */
export function decodeHexSegment(text: string, start: number, limit: number): EncodedSegment | undefined {
  const isPrefixed = text.charCodeAt(start) === 48 && (text.charCodeAt(start + 1) | 32) === 120
  const first = isPrefixed ? start + 2 : start
  if (limit - first < minDigits) return undefined
  let bytes = bytesFor(0)
  let length = 0
  let continuations = 0
  let end = first
  for (; end + 1 < limit; end += 2) {
    const byte = byteAt(text, end)
    if (byte < 0) break
    continuations = continuationsAfter(byte, continuations)
    if (continuations < 0) return undefined
    if (length === bytes.length) bytes = bytesFor(length + 1)
    bytes[length++] = byte
  }
  const isWhole = end === limit || isJoint(text.charCodeAt(end))
  if (!isWhole || continuations > 0 || end - first < minDigits) return undefined
  const decoded = textOf(length)
  return decoded === undefined ? undefined : { start: first, end, encoding: 'hex', text: decoded }
}

/** `-1` where no two digits stand. */
function byteAt(text: string, index: number): number {
  const high = digitValue(text.charCodeAt(index))
  const low = digitValue(text.charCodeAt(index + 1))
  return high < 0 || low < 0 ? -1 : high * 16 + low
}

function digitValue(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  const letter = unit | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
