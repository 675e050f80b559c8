import { type EncodedSegment, isJoint, minSegment } from './encoded-segment.ts'
import { bytesFor, continuationsAfter, textOf } from './text-bytes.ts'

const standard = 1
const forUrls = 2

const values = new Uint8Array(0x80)
const alphabets = new Uint8Array(0x80)
'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'.split('').forEach((character, value) => {
  values[character.charCodeAt(0)] = value
})
values[45] = 62
values[95] = 63
alphabets.fill(standard, 43, 44).fill(standard, 47, 48)
alphabets.fill(forUrls, 45, 46).fill(forUrls, 95, 96)

/**
 * The text that begins at `start` in Base64, of either alphabet, with padding or without. Names, ids and hashes are told by
 * their first bytes, which are in no text; what is left of them, by UTF-8.
 *
 * @param limit where the run of units of either alphabet ends
 * @returns where the reading ended if there is none
 * @see RFC 4648, sections 4 and 5
 */
export function decodeBase64Segment(text: string, start: number, limit: number): EncodedSegment | number {
  let bytes = bytesFor(0)
  let seen = 0
  let written = 0
  let continuations = 0
  let index = start
  for (; index + 4 <= limit; index += 4) {
    const group = groupAt(text, index)
    const alphabet = seen | alphabetAt(text, index)
    if (alphabet === (standard | forUrls)) break
    continuations = continuationsAfter(group >> 16, continuations)
    if (continuations >= 0) continuations = continuationsAfter((group >> 8) & 0xff, continuations)
    if (continuations >= 0) continuations = continuationsAfter(group & 0xff, continuations)
    if (continuations < 0) break
    seen = alphabet
    // and two for what is left at the end
    if (written + 5 > bytes.length) bytes = bytesFor(written + 5)
    bytes[written++] = group >> 16
    bytes[written++] = group >> 8
    bytes[written++] = group
  }
  if (index - start < minSegment) return index
  let attempts = 0
  for (let end = Math.min(index + 3, limit); end - start >= minSegment && attempts < maxAttempts; end--) {
    if (end < limit && !isJoint(text.charCodeAt(end))) continue
    attempts++
    const decoded = decodedUntil(text, start, end, index)
    if (decoded === undefined) continue
    const encoding = alphabetOf(text, start, end) === forUrls ? 'base64url' : 'base64'
    return { start, end: end === limit ? behindPadding(text, start, end) : end, encoding, text: decoded }
  }
  return index
}

/** Where a run goes on behind a segment there is a joint, `…/edit`; it is not far. */
const maxAttempts = 4

/** Four units as three bytes. */
function groupAt(text: string, index: number): number {
  return (
    (valueAt(text, index) << 18) |
    (valueAt(text, index + 1) << 12) |
    (valueAt(text, index + 2) << 6) |
    valueAt(text, index + 3)
  )
}

function valueAt(text: string, index: number): number {
  return values[text.charCodeAt(index)] as number
}

function alphabetAt(text: string, index: number): number {
  let alphabet = 0
  for (let unit = index; unit < index + 4; unit++) alphabet |= alphabets[text.charCodeAt(unit)] as number
  return alphabet
}

function alphabetOf(text: string, start: number, end: number): number {
  for (let index = start; index < end; index++) {
    const alphabet = alphabets[text.charCodeAt(index)] as number
    if (alphabet !== 0) return alphabet
  }
  // without padding where the standard demands it, or in a path, where the standard's alphabet is no good
  if ((end - start) % 4 !== 0) return text.charCodeAt(end) === equals ? standard : forUrls
  return text.charAt(start - 1) === '/' ? forUrls : standard
}

/** @param decodedEnd whole groups were decoded up to here */
function decodedUntil(text: string, start: number, end: number, decodedEnd: number): string | undefined {
  const rest = (end - start) % 4
  const whole = end - rest
  if (rest === 1 || whole > decodedEnd) return undefined
  let length = ((whole - start) / 4) * 3
  const bytes = bytesFor(length + 2)
  if (rest > 0) {
    const bits = (valueAt(text, whole) << 10) | (valueAt(text, whole + 1) << 4)
    const last = rest === 3 ? bits | (valueAt(text, whole + 2) >> 2) : bits
    // encoders leave the bits that belong to no byte at zero
    if (rest === 2 ? (bits & 0xff) !== 0 : (valueAt(text, whole + 2) & 3) !== 0) return undefined
    bytes[length++] = last >> 8
    if (rest === 3) bytes[length++] = last
  }
  return textOf(length)
}

/** Behind as many `=` as there have to be; none if there are fewer. */
function behindPadding(text: string, start: number, end: number): number {
  const rest = (end - start) % 4
  const padded = rest === 0 ? end : end + 4 - rest
  for (let index = end; index < padded; index++) if (text.charCodeAt(index) !== equals) return end
  return padded
}

const equals = 61
