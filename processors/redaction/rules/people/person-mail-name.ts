import type { AnchorRule } from '../rule.ts'
import { isNotName } from './not-names.ts'
import { nameWordEnd } from './read-name.ts'

/** The name beside an e-mail address: `From: Ada Lovelace <ada@example.com>`, `"Lovelace, Ada" <ada@example.com>`. */
export const personMailName: AnchorRule = {
  kind: 'anchor',
  name: 'person_mail_name',
  type: 'person',
  title: 'Name before an e-mail address in angle brackets',
  source: 'RFC 5322, section 3.4',
  anchors: ['@'],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, at) {
    const bracket = openingBracket(text, at)
    if (bracket === undefined) return undefined
    let end = bracket
    while (end > bracket - 3 && /\s/u.test(text.charAt(end - 1))) end--
    const quoted = quotedName(text, end)
    if (quoted !== undefined) return quoted
    let start = end
    while (end - start < maxLength && isNameUnit(text.charCodeAt(start - 1), text.charAt(start - 1))) start--
    while (start < end && text.charCodeAt(start) <= 46) start++
    return delimitedName(text, start, end) ?? capitalisedName(text, start, end)
  },
}

const maxLength = 60
const maxWords = 4

/** The `<` of `<ada@…`. */
function openingBracket(text: string, at: number): number | undefined {
  for (let index = at - 1; index >= 0 && index >= at - maxLocal - 1; index--) {
    const unit = text.charCodeAt(index)
    if (unit === openingAngle) return index < at - 1 ? index : undefined
    if (unit <= 32 || endsAddress.has(unit)) return undefined
  }
  return undefined
}

const maxLocal = 64
const openingAngle = 60
/** What no address in brackets has before its `@`: another one above all. */
const endsAddress = new Set(Array.from('>"(),;:@', (sign) => sign.charCodeAt(0)))

/** `"Ada Lovelace" `, also with the escapes of JSON. */
function quotedName(text: string, end: number): { start: number; end: number } | undefined {
  const quote = text.charAt(end - 1)
  if (quote !== '"' && quote !== "'") return undefined
  const nameEnd = text.charAt(end - 2) === '\\' ? end - 2 : end - 1
  const from = Math.max(0, nameEnd - maxLength)
  const opening = text.slice(from, nameEnd).lastIndexOf(quote)
  const start = from + opening + 1
  const isName = /^\p{L}[\p{L}\p{M}.,'’ -]{0,59}(?<! )$/u.test(text.slice(start, nameEnd))
  return opening !== -1 && isName && !isNobody(text.slice(start, nameEnd)) ? { start, end: nameEnd } : undefined
}

/** Everything from the beginning of the line, or from `:` and `,`: in any case of letters. */
function delimitedName(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const name = text.slice(start, end)
  const isDelimited = start === 0 || /[:,;\n\r>"'(=]\s?$/u.test(text.slice(Math.max(0, start - 2), start))
  if (!isDelimited || !/^\p{L}/u.test(name) || name.split(' ').length > maxWords || isNobody(name)) return undefined
  return { start, end }
}

/** The words with capitals at the end of a sentence: `mail from Ada Lovelace <`. */
function capitalisedName(text: string, start: number, end: number): { start: number; end: number } | undefined {
  let nameStart = end
  for (let words = 0; words < maxWords; words++) {
    const blank = text.lastIndexOf(' ', nameStart - 2)
    const wordStart = Math.max(blank + 1, start)
    const wordEnd = nameStart === end ? end : nameStart - 1
    if (wordStart >= wordEnd || nameWordEnd(text, wordStart) !== wordEnd || !/\s/u.test(text.charAt(wordStart - 1)))
      break
    nameStart = wordStart
    if (wordStart === start) break
  }
  return nameStart < end ? { start: nameStart, end } : undefined
}

function isNobody(name: string): boolean {
  return name.split(/[ .,-]+/u).some((word) => word.length > 1 && isNotName(word))
}

/** Letters, marks, blanks, and `.`, `'`, `’`, `-`. */
function isNameUnit(unit: number, char: string): boolean {
  return unit === 32 || unit === 39 || unit === 45 || unit === 46 || unit === 0x2019 || /^[\p{L}\p{M}]$/u.test(char)
}
