import type { AnchorRule } from '../rule.ts'

const maxLength = 16_384

/**
 * Private keys in PEM, and in what looks like it, from the first line to the last; line breaks may be escaped. One that was cut
 * off goes as far as such a key can go on.
 */
export const privateKey: AnchorRule = {
  kind: 'anchor',
  name: 'private_key',
  type: 'secret',
  title: 'Private key',
  source: 'https://www.rfc-editor.org/rfc/rfc7468; https://www.rfc-editor.org/rfc/rfc9580#section-6.2',
  anchors: ['-----BEGIN ', '---- BEGIN '],
  caseSensitive: true,
  atWordStart: false,
  confidence: 1,
  find(text, start, end) {
    begin.lastIndex = end
    if (!begin.test(text)) return undefined
    return { start, end: endOfKey(text, begin.lastIndex) }
  },
}

/** The file of PuTTY, which has a form of its own. */
export const puttyKey: AnchorRule = {
  kind: 'anchor',
  name: 'putty_private_key',
  type: 'secret',
  title: 'Private key of PuTTY',
  source: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
  anchors: ['PuTTY-User-Key-File-'],
  caseSensitive: true,
  atWordStart: true,
  confidence: 1,
  find(text, start, end) {
    const rest = text.slice(end, end + maxLength)
    if (!/^[123]: /u.test(rest)) return undefined
    const last = /Private-(?:MAC|Hash): [0-9a-f]{1,64}/u.exec(rest)
    return { start, end: end + (last === null ? rest.length : last.index + last[0].length) }
  },
}

const begin = /[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?(?:-----| ----)/uy
const label = /[A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?(?:-{4,5}| ----)?/uy

/** @param from behind the first line */
function endOfKey(text: string, from: number): number {
  const limit = Math.min(text.length, from + maxLength)
  for (let index = from; index < limit; index++) {
    const unit = text.charCodeAt(index)
    // a quote or a brace: what the key stood in ends, though the key did not
    if (unit === 34 || unit === 39 || unit === 96 || unit === 123 || unit === 125) return endWithoutEscape(text, index)
    if (unit !== dash || text.charCodeAt(index + 1) !== dash) continue
    const dashes = /-{4,5} ?/uy
    dashes.lastIndex = index
    if (!dashes.test(text)) continue
    // the next key has a finding of its own
    if (text.startsWith('BEGIN ', dashes.lastIndex)) return index
    if (!text.startsWith('END ', dashes.lastIndex)) continue
    label.lastIndex = dashes.lastIndex + 4
    return label.test(text) ? label.lastIndex : limit
  }
  return limit
}

const dash = 45

/** A quote may be escaped itself. */
function endWithoutEscape(text: string, quote: number): number {
  return text.charAt(quote - 1) === '\\' ? quote - 1 : quote
}
