import type { AnchorRule } from '../rule.ts'
import { nameWordEnd, readName } from './read-name.ts'

/** What stands below a letter: `Best regards,\nAda Lovelace`, `Mit freundlichen Grüßen\nAda`, `-- \nAda`. */
export const personSignature: AnchorRule = {
  kind: 'anchor',
  name: 'person_signature',
  type: 'person',
  title: 'Name below a letter',
  source: 'RFC 3676, section 4.3; https://en.wikipedia.org/wiki/Valediction',
  anchors: [
    ...[
      'regards',
      'sincerely',
      'sincerely yours',
      'cheers',
      'best',
      'best wishes',
      'all the best',
      'thanks',
      'thank you',
    ],
    ...['many thanks', 'yours truly', 'yours faithfully', 'respectfully', 'cordially', 'take care', 'love', 'warmly'],
    ...['grüßen', 'grüssen', 'gruessen', 'grüße', 'grüsse', 'gruesse', 'gruß', 'gruss', 'mfg', 'hochachtungsvoll'],
    ...['cordialement', 'bien à vous', 'salutations', 'sincères salutations', 'amicalement', 'bisous'],
    ...['saludos', 'atentamente', 'un abrazo', 'cordiali saluti', 'distinti saluti', 'atenciosamente', 'abraços'],
    ...['met vriendelijke groet', 'groeten', 'groetjes', 'pozdrawiam', 'z poważaniem', 'med vänliga hälsningar'],
    ...['med venlig hilsen', 'vennlig hilsen', '-- \n', '--\n'],
  ],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.8,
  find(text, start, end) {
    const isDashes = text.charCodeAt(start) === 45
    const gap = (isDashes ? besideDashes : behindWords).exec(text.slice(end, end + 12))?.[0]
    if (gap === undefined || (isDashes && start > 0 && text.charCodeAt(start - 1) !== 10)) return undefined
    const nameStart = end + gap.length
    const nameEnd = readName(text, nameStart)
    if (nameEnd === undefined) return undefined
    // two blank-separated words on the line of the greeting (`Best Practices`) are no signature
    if (gap.includes('\n')) return endsLine(text, nameEnd) ? { start: nameStart, end: nameEnd } : undefined
    return endsText(text, nameEnd) && nameWordEnd(text, nameStart) !== undefined
      ? { start: nameStart, end: nameEnd }
      : undefined
  },
}

/** A line end, also as an escape that nobody has undone, or a comma. */
const behindWords = /^(?:[,.!]?[ \t]{0,3}(?:\r?\n|\\r\\n|\\n)[ \t\r\n]{0,4}(?:\\n)?|, ?[-–—]? ?)/u
const besideDashes = /^[ \t]{0,2}/u

function endsLine(text: string, position: number): boolean {
  return /^[.,]?(?:\s{0,2}(?:\r?\n|\\n|\\r|$|["|,(])| {2})/u.test(text.slice(position, position + 6))
}

function endsText(text: string, position: number): boolean {
  return /^[.!]?\s{0,2}(?:["'\n]|$)/u.test(text.slice(position, position + 4))
}
