import type { AnchorRule, Span } from '../rule.ts'

const facts = {
  type: 'url_query',
  title: 'Value in the query string of a URL',
  source: 'RFC 3986, section 3.4',
} as const

/** Each value in the query string of a URL, or of a path, and in a fragment that is written like one. */
export const urlQuery: AnchorRule = {
  ...facts,
  kind: 'anchor',
  name: 'url_query',
  anchors: ['?', '#'],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.9,
  find(text, mark, end) {
    // a name, then `=`: most question marks end a sentence
    if (!isNameUnit(text.charCodeAt(end))) return undefined
    const name = nameEnd(text, end)
    if (!text.startsWith('=', name) || !hasSlashBefore(text, mark)) return undefined
    return valuesFrom(text, end)
  },
}

/** By unit of ASCII: 1 if it may stand in a name. */
const nameUnits = new Uint8Array(0x80)
for (let unit = 0; unit < 0x80; unit++) if (/[\w.~%[\]$-]/u.test(String.fromCharCode(unit))) nameUnits[unit] = 1
const maxNameLength = 64
const maxPathLength = 256

/** A slash before it in the same word makes it a URL; `a?b=c` alone may be a question. */
function hasSlashBefore(text: string, mark: number): boolean {
  for (let index = mark - 1; index >= 0 && index >= mark - maxPathLength; index--) {
    const unit = text.charCodeAt(index)
    if (unit === slash) return true
    // white space, quotes, angle brackets
    if (unit <= 32 || unit === 34 || unit === 39 || unit === 60 || unit === 62) return false
  }
  return false
}

const slash = 47

/** The values of `a=1&b=2` from `from` on, and where the reading ended. */
function valuesFrom(text: string, from: number): readonly Span[] {
  const spans: Span[] = []
  let position = from
  for (;;) {
    const name = nameEnd(text, position)
    if (name === position || !text.startsWith('=', name)) break
    const end = valueEnd(text, name + 1)
    spans.push({ start: name + 1, end })
    position = end
    if (!text.startsWith('&', end) && !text.startsWith(';', end)) break
    position = end + 1
  }
  return spans
}

function isNameUnit(unit: number): boolean {
  return nameUnits[unit] === 1
}

function nameEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && end - from < maxNameLength && isNameUnit(text.charCodeAt(end))) end++
  return end
}

/** All blanks of Unicode: what an expression calls `\s`. */
const blanks = [
  ...'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
  ...'\u2028\u2029\u202f\u205f\u3000\ufeff',
]
/** By unit: 1 if it ends a value. */
const valueEnds = new Uint8Array(0x1_0000)
for (const sign of [...blanks, ...'&;#?"\'<>`\\{}|^)]']) valueEnds[sign.charCodeAt(0)] = 1

function valueEnd(text: string, from: number): number {
  let end = from
  while (end < text.length && valueEnds[text.charCodeAt(end)] === 0) end++
  return end
}
