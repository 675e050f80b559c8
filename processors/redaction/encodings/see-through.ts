import type { Detect, Entity } from '../detect.ts'
import { createOverlapResolver } from '../resolve-overlaps.ts'
import type { EncodedSegment } from './encoded-segment.ts'
import { findEncodedText } from './encoded-text.ts'
import { readableViews } from './readable-views.ts'
import { sourceSpan, type TextView, withoutCutEscapes, withoutQuoteAtEnd } from './text-view.ts'

/** Base64 in Base64 in Base64. Each decodes at most three quarters of the length before. */
const maxDepth = 3

const nothing: readonly Entity[] = []

/** Finds entities in a text as it is written, and says whether the text may read otherwise. */
export interface WrittenTextDetector {
  readonly detect: Detect
  /** Has the text that was last asked about no sign of an escape, and no character beyond ASCII? */
  readonly isPlain: () => boolean
}

/**
 * Makes a detector see what encodings hide from it: escapes of URLs, JSON and HTML, characters that only look different,
 * Base64 and hexadecimal text. Entities cover what is written, escapes and all; a segment of Base64 is one entity, with what
 * was found in it.
 *
 * @param resolveOverlaps as the detector itself does it
 */
export function seeThrough(
  { detect, isPlain }: WrittenTextDetector,
  resolveOverlaps: (found: readonly Entity[]) => readonly Entity[] = createOverlapResolver([]),
): Detect {
  const see = (text: string, depth: number): readonly Entity[] => {
    const written = detect(text)
    const readable = isPlain() ? undefined : readableViews(text)
    const view = readable?.views.at(-1)
    const segments = depth < maxDepth ? encodedEntities(text, view, depth) : nothing
    let found: readonly Entity[]
    if (view === undefined) found = written
    else {
      const seen = detect(view.text).map((entity) => inSource(entity, view))
      // a path, a password or a pattern of the policy's own may have what only looks like an escape
      found = readable?.isTypographic === true ? seen : resolveOverlaps([...seen, ...uncutEntities(written, view)])
    }
    if (segments.length > 0) found = resolveOverlaps(withSegments(found, segments))
    return found.some((entity) => isStandIn(text, entity)) ? found.filter((entity) => !isStandIn(text, entity)) : found
  }

  const encodedEntities = (text: string, view: TextView | undefined, depth: number): readonly Entity[] => {
    const written = findEncodedText(text)
    const segments = view === undefined ? written : apart([...viewedSegments(view), ...uncut(written, view)])
    if (segments.length === 0) return nothing
    const entities: Entity[] = []
    for (const { start, end, encoding, text: decoded } of segments) {
      const inner = see(decoded, depth + 1)
      const [leading] = inner.length === 0 ? inner : resolveOverlaps(inner.map((entity) => ({ ...entity, start, end })))
      if (leading !== undefined) entities.push({ ...leading, encoded: { encoding, text: decoded, entities: inner } })
    }
    return entities
  }

  return (text) => see(text, 0)
}

/** What was found in the escapes themselves is chance. */
function uncutEntities(written: readonly Entity[], view: TextView): Entity[] {
  return written
    .map((entity) => ({ ...entity, ...withoutQuoteAtEnd(view, withoutCutEscapes(view, entity)) }))
    .filter(({ start, end }) => start < end)
}

function inSource<T extends { readonly start: number; readonly end: number }>(span: T, view: TextView): T {
  return { ...span, ...sourceSpan(view, span.start, span.end) }
}

function viewedSegments(view: TextView): readonly EncodedSegment[] {
  return findEncodedText(view.text).map((segment) => inSource(segment, view))
}

/** `22626f62` in `%22626f62` is half of an escape and a segment: the view has it right. */
function uncut(segments: readonly EncodedSegment[], view: TextView): readonly EncodedSegment[] {
  return segments.filter((segment) => {
    const { start, end } = withoutCutEscapes(view, segment)
    return start === segment.start && end === segment.end
  })
}

/** Sorted and apart: of segments that overlap, the one that begins first, and is longest. */
function apart(segments: readonly EncodedSegment[]): readonly EncodedSegment[] {
  let position = 0
  return [...segments]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < position) return false
      position = end
      return true
    })
}

/**
 * Both kinds of entities. What was found in the units of a segment itself is chance; what reaches as far as the segment, as
 * the value of `token=` does, or farther, says that it goes as a whole.
 */
function withSegments(found: readonly Entity[], segments: readonly Entity[]): readonly Entity[] {
  const all: Entity[] = []
  let next = 0
  for (const segment of segments) {
    let isWhole = false
    for (; next < found.length; next++) {
      const other = found[next]
      if (other === undefined || other.start >= segment.end) break
      const isInside = other.start >= segment.start && other.end <= segment.end
      const isAll = other.start <= segment.start && other.end >= segment.end
      if (isInside && !isAll) continue
      all.push(other)
      if (other.end <= segment.start) continue
      isWhole = true
      if (other.end > segment.end) break
    }
    all.push(isWhole ? asPlain(segment) : segment)
  }
  return [...all, ...found.slice(next)]
}

function asPlain({ encoded, ...entity }: Entity): Entity {
  return entity
}

/** What stands in the place of a number in JSON, and what is no value in it. */
function isStandIn(text: string, { start, end }: Entity): boolean {
  return standInUnits.has(text.charCodeAt(start)) && end - start <= maxStandIn && standIns.test(text.slice(start, end))
}

/** Also in lists: `"password": [0, null]`. */
const standIns = /^[\s,[\]{}]*(?:(?:0|true|false|null)(?:[\s,[\]{}]+|$))+$/u
const standInUnits = new Set(Array.from('[{0tfn', (unit) => unit.charCodeAt(0)))
const maxStandIn = 256
