import { asciiSet } from '../../scan/ascii-set.ts'
import type { AnchorRule } from '../rule.ts'

/** Open Location Codes: `8FVC9G8F+6X`, and short ones with their town: `9G8F+6X Berlin`. */
export const plusCode: AnchorRule = {
  kind: 'anchor',
  name: 'coordinate_plus_code',
  type: 'coordinates',
  title: 'Plus code',
  source: 'https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md',
  anchors: ['+'],
  caseSensitive: true,
  atWordStart: false,
  confidence: 0.9,
  find(text, start, end) {
    // most are escaped blanks, signs and Base64
    if (!isCodeDigit(text.charCodeAt(start - 1)) || !isCodeDigit(text.charCodeAt(end))) return undefined
    const before = area.exec(text.slice(Math.max(0, start - 9), start))?.[0]
    const behind = before === undefined ? undefined : rest.exec(text.slice(end, end + 34))
    if (before === undefined || behind === undefined || behind === null) return undefined
    const [whole, rear = ''] = behind
    // a short code says nothing without its town, and is like a word of Base64
    if (before.length === 4 && (whole === rear || !/\d/u.test(before + rear))) return undefined
    return { start: start - before.length, end: end + whole.length }
  },
}

const isCodeDigit = asciiSet('23456789CFGHJMPQRVWX')
const area = /(?<![A-Za-z0-9+/=_-])(?:[2-9C][2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]{2})?[2-9CFGHJMPQRVWX]{4}$/u
const rest =
  /^([2-9CFGHJMPQRVWX]{2,5})(?![A-Za-z0-9+/=_-]|\.\p{L})(?:,? \p{Lu}\p{Ll}[\p{L}\p{M}'’-]{1,24}(?:, \p{Lu}\p{Ll}{2,20})?)?/u
