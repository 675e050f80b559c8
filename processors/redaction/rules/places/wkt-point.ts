import type { AnchorRule } from '../rule.ts'
import { readDegreesPair } from './read-degrees.ts'

/** The point of a geometry in SQL: `POINT(13.405 52.52)`, `SRID=4326;POINT (13.4 52.5)`. */
export const wktPoint: AnchorRule = {
  kind: 'anchor',
  name: 'coordinate_wkt_point',
  type: 'coordinates',
  title: 'Point in well-known text',
  source: 'OGC 06-103r4 (ISO 19125-1), section 7',
  anchors: ['point'],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.9,
  find(text, _start, end) {
    const opening = /^ ?(?:Z ?)?\( ?/u.exec(text.slice(end, end + 5))?.[0]
    if (opening === undefined) return undefined
    const from = end + opening.length
    const pair = readDegreesPair(text, from)
    // pixels are whole numbers
    if (pair === undefined || pair.first.decimals + pair.second.decimals < 2) return undefined
    return /^ ?(?:\)| -?\d)/u.test(text.slice(pair.second.end, pair.second.end + 3))
      ? { start: from, end: pair.second.end }
      : undefined
  },
}
