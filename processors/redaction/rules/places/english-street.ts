import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { commonStreetKinds, rareStreetKinds } from './english-street-kinds.ts'
import { flatEnd, flatStartBefore } from './flat.ts'
import { isHouseNumber } from './house-number.ts'
import { localityEnd } from './locality.ts'
import { isCapitalAt, joinedWordEnd, wordStartBefore } from './word-before.ts'
import { hasWordOfPrograms } from './words-of-programs.ts'

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
    const number = numberBefore(text, start, isSmall)
    if (number < 0 || (isSmall && !isWrittenSmall(text, start, end))) return undefined
    const name = text.indexOf(' ', number) + 1
    if (hasWordOfPrograms(text, name, start - 1)) return undefined
    if (isSmall && !smallNames.test(text.slice(name, start))) return undefined
    const isRare = !isSmall && rare.has(text.slice(start, end).toLowerCase())
    if (isRare && !fewNames.test(text.slice(name, start))) return undefined
    const numberText = text.slice(number, number + 12)
    // `Copyright 1991-1997, Thomas G. Lane`
    if (yearsOrYear.test(numberText)) return undefined
    const streetEnd = behindKind(text, end)
    const addressEnd = localityEnd(text, streetEnd)
    if (isRare && addressEnd === streetEnd) {
      // `8394 Kim Meadows`, but not `3 Message Stream`
      if (streetEnd === end && !endsPhrase.test(text.slice(end, end + 2))) return undefined
      if (!longNumber.test(numberText)) return undefined
    }
    return { start: flatStartBefore(text, number), end: addressEnd }
  },
}

const blank = 32
const rare = new Set(rareStreetKinds)
const yearsOrYear = /^(?:19|20)[0-9]{2}(?:[-–](?:19|20)?[0-9]{2}(?![0-9])|,)/u
/** Not a year, which names follow, too. */
const longNumber = /^(?!(?:19|20)[0-9]{2} )[0-9]{3}/u
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
function numberBefore(text: string, kind: number, isSmall: boolean): number {
  const maxNames = isSmall ? 2 : 5
  let end = kind - 1
  for (let names = 0; names <= maxNames; names++) {
    const start = wordStartBefore(text, end)
    if (start < 0) return -1
    const unit = text.charCodeAt(start)
    if (unit >= 48 && unit <= 57) {
      const word = text.slice(start, end)
      if (!ordinal.test(word)) return names > 0 && isHouseNumber(word) ? start : -1
    } else if (isSmall ? !isSmallLetter(unit) : !isCapitalAt(text, start) && !connects(text, start, end)) return -1
    end = joinedWordEnd(text, start)
    if (end < 0) return -1
  }
  return -1
}

const ordinal = /^[0-9]{1,3}(?:st|nd|rd|th)$/iu

function isSmallLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122
}

/** Not `5 of street`. */
const smallNames = /^(?:(?:[0-9]{1,3}[a-z]{2}|[a-z]{3,16}) ){1,2}$/u
const fewNames = /^(?:[^ ]{1,28} ){1,2}$/u

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
  return flatEnd(text, routeEnd(text, position))
}

const route =
  /^(?:Highway|Hwy|Route|(?:County|State|Farm|Ranch) Road) ([0-9]{1,4}[A-Z]?)(?![\p{L}\p{N}_%]|[.:/-][0-9])/iu

/** `County Road 12`, `Highway 66`: the name is behind the kind. */
function routeEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== blank) return end
  const digit = text.charCodeAt(end + 1)
  if (!(digit >= 48 && digit <= 57)) return end
  // the last letter of one of them
  const last = text.charCodeAt(end - 1) | 32
  if (last !== 121 && last !== 101 && last !== 100) return end
  for (const start of [end - 11, end - 10, end - 7, end - 5, end - 3]) {
    const match = route.exec(text.slice(start, end + 7))
    if (match !== null) return start + match[0].length
  }
  return end
}
