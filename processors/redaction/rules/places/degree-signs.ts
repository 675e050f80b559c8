import type { AnchorRule } from '../rule.ts'

/** Degrees with their signs: `52°31'12"N 13°24'18"E`, `52.5200° N, 13.4050° E`. A temperature has no cardinal point. */
export const degreeSigns: AnchorRule = {
  kind: 'anchor',
  name: 'coordinate_degree_signs',
  type: 'coordinates',
  title: 'Latitude and longitude with degree signs',
  source: 'ISO 6709, annex D',
  anchors: ['°'],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.95,
  find(text, start, end) {
    const before = /(?<![\p{L}\p{N}.,])(?:[NSEWO] ?)?[-+]?\d{1,3}(?:[.,]\d{1,10})?$/u.exec(
      text.slice(Math.max(0, start - 18), start),
    )?.[0]
    if (before === undefined) return undefined
    const from = start - before.length
    // the cardinal point may stand on either side
    const rest = (/^[NSEWO]/u.test(before) ? restBehind : restAndPoint).exec(text.slice(end, end + 24))?.[0]
    if (rest === undefined) return undefined
    const one = end + rest.length
    const other = second.exec(text.slice(one, one + 40))?.[0].length ?? 0
    return { start: from, end: one + other }
  },
}

const minutes = String.raw`(?: ?[0-5]?[0-9](?:[.,][0-9]{1,8})? ?['′’](?: ?[0-5]?[0-9](?:[.,][0-9]{1,8})? ?(?:\\?["″”]|''|′′))?)`
const restBehind = new RegExp(`^${minutes}`, 'u')
const restAndPoint = new RegExp(String.raw`^${minutes}? ?[NSEWO](?![\p{L}\p{N}])`, 'u')
const second = new RegExp(
  String.raw`^ ?[,;/]? ?(?:[NSEWO] ?[0-9]{1,3}(?:[.,][0-9]{1,10})?°${minutes}?|[0-9]{1,3}(?:[.,][0-9]{1,10})?°${minutes}? ?[NSEWO](?![\p{L}\p{N}]))`,
  'u',
)
