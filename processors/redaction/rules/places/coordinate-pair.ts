import type { Found, RowRule } from '../rule.ts'
import { readDegreesPair } from './read-degrees.ts'

/** Two numbers with four decimals at least and a comma between: `52.52000, 13.40495`. A list of more numbers is none. */
export const coordinatePair: RowRule = {
  kind: 'row',
  name: 'coordinate_pair',
  type: 'coordinates',
  title: 'Latitude and longitude in decimal degrees',
  source: 'ISO 6709, annex D',
  words: [],
  minDigits: 5,
  minGroups: 2,
  find(text, groups) {
    const found: Found[] = []
    const rowEnd = groups.ends[groups.count - 1] ?? 0
    // the comma is no joint of a row: the first number is the last of one
    if (!/^ ?,/u.test(text.slice(rowEnd, rowEnd + 2))) return found
    const first = groups.starts[groups.count - 2] ?? 0
    if (groups.count > 2 && text.charCodeAt(first - 1) !== space) return found
    const start = signedStart(text, first)
    const pair = readDegreesPair(text, start)
    if (pair === undefined) return found
    const { first: latitude, second } = pair
    const isFine = latitude.decimals >= minDecimals && second.decimals >= minDecimals && Math.abs(latitude.value) <= 90
    // parts of one, scores and probabilities have no degrees
    if (!isFine || (Math.abs(latitude.value) <= 1 && Math.abs(second.value) <= 1)) return found
    if (!isInList(text, start, second.end)) found.push({ start, end: second.end, confidence: 0.8 })
    return found
  },
}

const minDecimals = 4
const space = 32

function signedStart(text: string, start: number): number {
  return /[-+−]/u.test(text.charAt(start - 1)) ? start - 1 : start
}

/** Vectors, samples and amounts go on; the `17z` of a map does not count. */
function isInList(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start)
  if (/[\p{L}\p{N}_.$€£]$|\d ?[,;] ?$/u.test(before)) return true
  return /^ ?(?:[,;] ?[-+]?\d{1,12}(?![\dz])|(?:ms|s|kB|MB|GB|%)(?!\p{L}))/u.test(text.slice(end, end + 16))
}
