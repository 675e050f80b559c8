import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { commonStreetKinds, rareStreetKinds } from './english-street-kinds.ts'
import { flatEnd, flatStartBefore } from './flat.ts'
import { isHouseNumber } from './house-number.ts'
import { localityEnd } from './locality.ts'
import { isCapitalAt, joinedWordEnd, wordStartBefore } from './word-before.ts'
import { isWordOfPrograms } from './words-of-programs.ts'

/** House number, name and kind of street, as in English: `Flat 3, 12B Baker Street, London NW1 6XE`, `123 N Main St Apt 4`. */
export const englishStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_english_street',
  type: 'address',
  title: 'Street address as written in English',
  source: 'https://pe.usps.com/text/pub28/28apc_002.htm (Publication 28, appendix C1)',
  anchors: [...commonStreetKinds, ...rareStreetKinds],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    if (start < 4 || text.charCodeAt(start - 1) !== blank || isWordUnitAt(text, end)) return undefined
    const isSmall = !isCapitalAt(text, start)
    if (isSmall && !isWrittenSmall(text, start, end)) return undefined
    const isRare = !isSmall && rare.has(text.slice(start, end).toLowerCase())
    const number = numberBefore(text, start, isSmall, isRare ? 2 : 5)
    if (number < 0) return undefined
    const streetEnd = behindKind(text, end)
    const addressEnd = localityEnd(text, streetEnd)
    if (isRare && addressEnd === streetEnd) {
      // `8394 Kim Meadows`, but not `3 Message Stream`
      if (streetEnd === end && !endsPhrase.test(text.slice(end, end + 2))) return undefined
      if (!/^\d{3}/u.test(text.slice(number, number + 3))) return undefined
    }
    return { start: flatStartBefore(text, number), end: addressEnd }
  },
}

const blank = 32
const rare = new Set(rareStreetKinds)
const endsPhrase = /^(?:$|[,;)"'\n|]|\.(?:\s|$))/u

/** `123 main street`; `123 main st` only if something is said to follow. */
function isWrittenSmall(text: string, start: number, end: number): boolean {
  const behind = text.charCodeAt(end)
  if (behind === comma || (behind === point && text.charCodeAt(end + 1) === comma)) return true
  return end - start > 2 && smallKinds.has(text.slice(start, end))
}

const comma = 44
const point = 46
const smallKinds = new Set(['street', 'avenue', 'ave', 'road', 'boulevard', 'blvd', 'lane'])

/** @returns where the number of the house begins, before one name or some; -1 if there is none */
function numberBefore(text: string, kindStart: number, isSmall: boolean, maxNames: number): number {
  let end = kindStart - 1
  for (let names = 0; names <= maxNames; names++) {
    const start = wordStartBefore(text, end)
    if (start < 0) return -1
    const unit = text.charCodeAt(start)
    const isNumber = unit >= 48 && unit <= 57
    const word = isNumber || isSmall || isCapitalAt(text, start) ? text.slice(start, end) : ''
    if (isNumber && !ordinal.test(word)) return names > 0 && isHouseNumber(word) ? start : -1
    // most words before a word that may be a street are of sentences
    if (word === '' && !connects(text, start, end)) return -1
    if (word !== '' && (isWordOfPrograms(word) || (isSmall && !isNumber && !smallName.test(word)))) return -1
    if (isSmall && names === 2) return -1
    end = joinedWordEnd(text, start)
    if (end < 0) return -1
  }
  return -1
}

const ordinal = /^[0-9]{1,3}(?:st|nd|rd|th)$/iu
const smallName = /^[a-z]{3,16}$/u
const connecting = new Set(['of', 'the', 'de', 'la', 'los'])

function connects(text: string, start: number, end: number): boolean {
  return end - start < 4 && connecting.has(text.slice(start, end))
}

const abbreviation = /(?:^|[^\p{L}])(?:st|ave?|rd|ln|blvd|dr|ct|pl|ter|sq|cir|hwy|pkwy|cres|gdns|trl)$/iu
const directionBehind = /^ (?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)(?![\p{L}\p{N}])\.?/u

/** Behind the point of `St.`, the direction and the flat. */
function behindKind(text: string, end: number): number {
  let position = end
  // at the end of a sentence the point is that of both
  if (text.charCodeAt(end) === point && /^[ ,]/u.test(text.charAt(end + 1))) {
    if (abbreviation.test(text.slice(end - 5, end))) position++
  }
  const initial = text.charCodeAt(position + 1)
  if (initial === 78 || initial === 83 || initial === 69 || initial === 87) {
    position += directionBehind.exec(text.slice(position, position + 8))?.[0].length ?? 0
  }
  return flatEnd(text, position)
}
