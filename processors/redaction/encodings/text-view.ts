import type { Span } from '../rules/rule.ts'

/** A text as it reads once something was decoded, and where in the source each of its units comes from. */
export interface TextView {
  readonly text: string
  /** Where the writing of each unit begins in the source; both are missing if the text is the source. */
  readonly starts?: Int32Array
  /** Where the writing of each unit ends. */
  readonly ends?: Int32Array
}

/** Where in the source stands what the view has from `start` to `end`: escapes are covered whole. Not for empty spans. */
export function sourceSpan({ starts, ends }: TextView, start: number, end: number): Span {
  if (starts === undefined || ends === undefined) return { start, end }
  return { start: starts[start] ?? ends.at(-1) ?? 0, end: ends[end - 1] ?? 0 }
}

/** What the view has for a part of the source: every unit whose writing begins there. */
export function viewSpan({ text, starts }: TextView, { start, end }: Span): Span {
  if (starts === undefined) return { start, end }
  return { start: firstAt(starts, text.length, start), end: firstAt(starts, text.length, end) }
}

/** A span whose borders are inside of escapes, without those escapes: `2Fbob` in `%2Fbob` is `bob`. */
export function withoutCutEscapes(view: TextView, { start, end }: Span): Span {
  const { starts, ends } = view
  if (starts === undefined || ends === undefined) return { start, end }
  const first = firstAt(starts, view.text.length, start + 1) - 1
  const last = firstAt(starts, view.text.length, end) - 1
  const cutAtStart = (starts[first] ?? start) < start && (ends[first] ?? 0) > start
  const cutAtEnd = (ends[last] ?? 0) > end
  return { start: cutAtStart ? (ends[first] ?? start) : start, end: cutAtEnd ? (starts[last] ?? end) : end }
}

/**
 * The quote behind a value is none of it, nor are the brackets behind the quote: `&quot;]}`, which stands in a text that is
 * not HTML to whoever reads it as written.
 */
export function withoutQuoteAtEnd(view: TextView, { start, end }: Span): Span {
  const { text, starts, ends } = view
  if (starts === undefined || ends === undefined) return { start, end }
  let behind = end
  for (let last = firstAt(starts, text.length, end) - 1; last >= 0 && (starts[last] ?? 0) >= start; last--) {
    if (!/^["'<>()[\]{},;: ]$/u.test(text.charAt(last))) break
    const isEscape = (ends[last] ?? 0) - (starts[last] ?? 0) > 1
    if (isEscape && /^["'<>]$/u.test(text.charAt(last))) behind = starts[last] ?? behind
  }
  return { start, end: behind }
}

/** The first unit of the view that comes from `position` of the source or behind it. */
function firstAt(starts: Int32Array, length: number, position: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((starts[middle] as number) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Writes a view of a view, one at a time. What it writes is never longer than what it reads. */
export interface ViewWriter {
  /** Takes over what stands from the last place read up to `end`. */
  copyTo(end: number): void
  /** Puts one character in the place of what stands from the last place read up to `end`. */
  write(codePoint: number, end: number): void
  /** Leaves out what stands from the last place read up to `end`. */
  drop(end: number): void
  /** The view, once everything was read. */
  finish(): TextView
}

export function createViewWriter(from: TextView): ViewWriter {
  const { text } = from
  const units = unitsFor(text.length)
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  let read = 0
  let written = 0

  // the places of the source, as a map of its own: one way to look them up is faster than two
  const startOf = from.starts ?? placesUntil(text.length)
  const endOf = from.ends ?? startOf
  const unitLength = from.ends === undefined ? 1 : 0

  const put = (unit: number, end: number): void => {
    units[written] = unit
    starts[written] = startOf[read] as number
    ends[written++] = (endOf[end - 1] as number) + unitLength
  }

  return {
    copyTo(end) {
      for (; read < end; read++) put(text.charCodeAt(read), read + 1)
    },
    write(codePoint, end) {
      if (codePoint > 0xffff) {
        put(0xd800 + ((codePoint - 0x10000) >> 10), end)
        put(0xdc00 + ((codePoint - 0x10000) & 0x3ff), end)
      } else put(codePoint, end)
      read = end
    },
    drop(end) {
      read = end
    },
    finish() {
      this.copyTo(text.length)
      const view = textOf(units, written)
      // what somebody wrote does not stay behind
      units.fill(0, 0, written)
      return { text: view, starts: starts.subarray(0, written), ends: ends.subarray(0, written) }
    },
  }
}

/** Longer texts are rare: what they need is not kept. */
const maxKept = 65_536
let keptUnits = new Uint16Array(0)
let keptPlaces = new Int32Array(0)

/** To be written over: memory of its own costs a short view more than all the rest. */
function unitsFor(length: number): Uint16Array {
  if (length > maxKept) return new Uint16Array(length)
  if (keptUnits.length < length) keptUnits = new Uint16Array(length * 2)
  return keptUnits
}

/** Each place of a text, at its own index. */
function placesUntil(length: number): Int32Array {
  if (keptPlaces.length >= length) return keptPlaces
  const places = new Int32Array(length > maxKept ? length : length * 2)
  for (let index = 0; index < places.length; index++) places[index] = index
  if (length <= maxKept) keptPlaces = places
  return places
}

/** As many arguments as every engine takes. */
const chunk = 8_192

function textOf(units: Uint16Array, length: number): string {
  let text = ''
  for (let start = 0; start < length; start += chunk) {
    // spreading a typed array is ten times slower
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(start, Math.min(start + chunk, length)))
  }
  return text
}
