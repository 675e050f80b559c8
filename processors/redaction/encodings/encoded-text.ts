import { decodeBase64Segment } from './base64-segment.ts'
import { type EncodedSegment, isJoint, minSegment } from './encoded-segment.ts'
import { decodeHexSegment } from './hex-segment.ts'
import { mayBeBase64, mayBeHex, segmentStarts } from './segment-starts.ts'

/** Every run of `minSegment` units has one at each second step. */
const step = minSegment / 2

/**
 * Finds Base64, Base64 for URLs and hexadecimal digits that are a text once decoded. Looks at each eighth unit of a text that
 * has none, and at the first few more of long words, identifiers and hashes.
 */
export function findEncodedText(text: string): readonly EncodedSegment[] {
  if (text.length < minSegment) return nothing
  let segments: EncodedSegment[] | undefined
  let index = step - 1
  while (index + step < text.length) {
    // no run that begins before a unit that is in none reaches farther: the next can begin behind it
    const gap = gapFrom(text, index)
    if (gap !== -1) {
      index = gap + step
      continue
    }
    let start = index
    while (start > 0 && isEncodingUnit(text.charCodeAt(start - 1))) start--
    let end = index + 1
    while (end < text.length && isEncodingUnit(text.charCodeAt(end))) end++
    if (end - start >= minSegment) segments = readRun(text, start, end, segments)
    // the unit at `end` is in no run
    index = end + step
  }
  return segments ?? nothing
}

const nothing: readonly EncodedSegment[] = []

/** A unit between `index` and the next step that is in no run, looked for where words end first; `-1` if there may be none. */
function gapFrom(text: string, index: number): number {
  if (!isEncodingUnit(text.charCodeAt(index + step))) return index + step
  if (!isEncodingUnit(text.charCodeAt(index + 4))) return index + 4
  if (!isEncodingUnit(text.charCodeAt(index + 6))) return index + 6
  if (!isEncodingUnit(text.charCodeAt(index + 2))) return index + 2
  return isEncodingUnit(text.charCodeAt(index)) ? -1 : index
}

/** A run may have several segments, and what is none: `/api/users/<Base64>/<Base64>`. */
function readRun(
  text: string,
  runStart: number,
  runEnd: number,
  found: EncodedSegment[] | undefined,
): EncodedSegment[] | undefined {
  let segments = found
  let start = runStart
  while (runEnd - start >= minSegment) {
    const segment = segmentAt(text, start, runEnd)
    if (typeof segment === 'object') {
      segments ??= []
      segments.push(segment)
      start = segment.end
    } else {
      // what was long enough, and ended nowhere, is not read again from each joint in it
      const from = segment - start > maxReread ? segment - maxReread : start
      start = behindJoint(text, from, runEnd)
    }
  }
  return segments
}

/** @returns where the reading ended if there is none */
function segmentAt(text: string, start: number, limit: number): EncodedSegment | number {
  const may = segmentStarts[text.charCodeAt(start) * 128 + text.charCodeAt(start + 1)] as number
  if (may === 0) return start
  const hex = (may & mayBeHex) === 0 ? undefined : decodeHexSegment(text, start, limit)
  return hex ?? ((may & mayBeBase64) === 0 ? start : decodeBase64Segment(text, start, limit))
}

const maxReread = 24

function behindJoint(text: string, from: number, end: number): number {
  let index = from
  while (index < end && !isJoint(text.charCodeAt(index))) index++
  return index + 1
}

function isEncodingUnit(unit: number): boolean {
  return encodingUnits[unit] === 1
}

const encodingUnits = new Uint8Array(0x1_0000)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_') {
  encodingUnits[character.charCodeAt(0)] = 1
}
