import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { announcements, doubtfulAnnouncements } from './address-announcements.ts'
import { jointEnd } from './joint.ts'
import { readStreetLine, type StreetLine } from './street-line.ts'
import { isCapitalAt } from './word-before.ts'

/** What follows words that say where somebody lives, or where something goes: `lives at 12 Oak`, `wohnt in Musterweg 3`. */
export const announcedAddress: AnchorRule = {
  kind: 'anchor',
  name: 'address_announced',
  type: 'address',
  title: 'Address behind words that announce one',
  source: 'Universal Postal Union, Addressing S42',
  anchors: [...announcements, ...doubtfulAnnouncements, 'address', 'addresses'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    if (isWordUnitAt(text, end)) return undefined
    // the only one that begins with `add`
    const isAddress = (text.charCodeAt(start + 1) | 32) === 100 && (text.charCodeAt(start + 2) | 32) === 100
    const begin = isAddress ? addressStart(text, end) : behindWords(text, end)
    if (begin < 0) return undefined
    const line = readStreetLine(text, begin) ?? (isAddress ? lineBehindName(text, begin) : undefined)
    if (line === undefined) return undefined
    if (!line.isSure && doubtful.has(text.slice(start, end).toLowerCase())) return undefined
    return { start: line.start, end: line.end }
  },
}

const doubtful = new Set(doubtfulAnnouncements)

/** Behind a blank, a colon, a line end. */
function behindWords(text: string, end: number): number {
  const colon = text.charCodeAt(end) === 58 ? end + 1 : end
  const start = jointEnd(text, colon)
  return start === colon ? -1 : start
}

const verb =
  /^[^\n=;|<>{}[\]\\"“0-9]{0,44}?(?:(?: is| to| was| at| with| ist| lautet| est| es| è| é)(?= )|:)[ \n]{1,12}(?=[\p{Lu}\p{N}])/u

/** `address of Example Ltd is`, `address? It is`, `address to the same:`. */
function addressStart(text: string, end: number): number {
  const length = verb.exec(text.slice(end, end + 64))?.[0].length
  return length === undefined ? -1 : end + length
}

const nameLine = /^\p{Lu}[\p{L}\p{M}'’.-]{0,24}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,24}){0,4},?(?=\n)/u

/** The name of who lives there may stand in a line before. */
function lineBehindName(text: string, begin: number): StreetLine | undefined {
  if (!isCapitalAt(text, begin)) return undefined
  const length = nameLine.exec(text.slice(begin, begin + 80))?.[0].length
  if (length === undefined) return undefined
  const start = jointEnd(text, begin + length)
  const line = readStreetLine(text, start)
  return line?.isSure === true ? line : undefined
}
