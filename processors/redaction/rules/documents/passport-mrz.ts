import { isDigitAt, isUpperAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule, Found, LongWordRule, RowRule, Span } from '../rule.ts'
import { beginsAsMrzNumberLine, isMrzLine } from './mrz-line.ts'

const facts = {
  type: 'passport',
  title: 'Machine readable zone of a passport, or of a card',
  source: 'ICAO Doc 9303-4, 4.2, 9303-5, 4.2, and 9303-6, 4.2: data elements of the lines; 9303-3, 4.9: check digits',
} as const

/** Lines with digits, which stand between fillers. */
export const mrzNumbers: RowRule = {
  ...facts,
  kind: 'row',
  name: 'mrz_numbers',
  words: [],
  minDigits: 4,
  minGroups: 1,
  find(text, { count, starts, ends }) {
    let found: Found[] | undefined
    for (let group = 0; group < count; group++) {
      const start = starts[group] ?? 0
      if (text.charCodeAt(start - 1) !== filler && text.charCodeAt(ends[group] ?? 0) !== filler) continue
      const line = lineAround(text, start)
      if (line === undefined) continue
      found ??= []
      found.push({ ...line, confidence: 1 })
    }
    return found ?? none
  },
}

/** The line above, which has the name, and no digit: it shows by the end of the line. */
export const mrzNames: AnchorRule = {
  ...facts,
  kind: 'anchor',
  name: 'mrz_names',
  anchors: ['\n'],
  caseSensitive: true,
  atWordStart: false,
  confidence: 1,
  find(text, start) {
    const end = text.charCodeAt(start - 1) === carriageReturn ? start - 1 : start
    const line = text.charCodeAt(end - 1) === filler ? lineAround(text, end - 1) : undefined
    if (line === undefined) return undefined
    // the row of a line without fillers is too long for the rule above
    const next = lineAround(text, start + 1)
    return next === undefined ? line : [line, next]
  },
}

/** A line with a personal number of full length: the filler comes late in it. */
export const mrzLong: LongWordRule = {
  ...facts,
  kind: 'long-word',
  name: 'mrz_long',
  initials: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  check: (word) => word.length > 28 && word.length <= 44 && beginsAsMrzNumberLine(word),
  confidence: 1,
}

const none: readonly Found[] = []
const filler = 60
const carriageReturn = 13
/** Two lines of 44 in one. */
const maxLength = 88

/** The run of capitals, digits and fillers around `position`, if it is such a line. */
function lineAround(text: string, position: number): Span | undefined {
  let start = position
  while (start > position - maxLength && isOfZone(text, start - 1)) start--
  let end = position
  while (end <= start + maxLength && isOfZone(text, end)) end++
  return isMrzLine(text.slice(start, end)) ? { start, end } : undefined
}

function isOfZone(text: string, index: number): boolean {
  return text.charCodeAt(index) === filler || isUpperAt(text, index) || isDigitAt(text, index)
}
