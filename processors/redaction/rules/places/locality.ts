import { countriesOfAddresses } from './countries-of-addresses.ts'
import { jointEnd } from './joint.ts'
import { isCapitalAt } from './word-before.ts'

const blank = 32
const comma = 44

/**
 * Reads what follows a street: postal code, town, region, and country, in the order of the country, in one line or some.
 *
 * @returns where it ends; `end` itself if no place follows
 */
export function localityEnd(text: string, end: number): number {
  let known = end
  let position = end
  let words = 0
  /** Behind a comma, or in the next line: what is there has nothing to do with the name of the street. */
  let isApart = false
  while (words < maxWords) {
    const start = jointEnd(text, position)
    if (start === position || start === text.length) break
    const unit = text.charCodeAt(start)
    const isBlank = start === position + 1 && text.charCodeAt(position) === blank
    if (!isBlank) isApart = true
    if (unit >= 48 && unit <= 57) {
      const code = codeEnd(text, start, words > 0, isApart)
      if (code < 0) break
      known = position = code
      // nothing but a country follows the code behind a town
      if (words > 0) return countryEnd(text, known)
      words++
      continue
    }
    if (!isCapitalAt(text, start)) {
      const small = words > 0 && isBlank ? (connecting.exec(text.slice(start, start + 8))?.[0].length ?? 0) : 0
      const bracketed =
        unit === openingBracket ? (/^\([A-Z]{2}\)/u.exec(text.slice(start, start + 4))?.[0].length ?? 0) : 0
      if (small + bracketed === 0) break
      position = start + small + bracketed
      if (bracketed > 0 && known > end) known = position
      words++
      continue
    }
    const sure = regionEnd(text, start, isApart, !isBlank && words > 0)
    if (sure > 0) {
      known = position = sure
      isApart = true
      words++
      continue
    }
    const length = word.exec(text.slice(start, start + 26))?.[0].length
    if (length === undefined) break
    position = start + length
    words++
  }
  return known === end && text.charCodeAt(end) === comma ? lastTownEnd(text, end) : known
}

const maxWords = 8
const openingBracket = 40
const border = String.raw`(?![\p{L}\p{N}])`
const word = /^\p{Lu}[\p{L}\p{M}'’.-]{0,25}/u
const connecting =
  /^(?:am|an|der|im|ob|in|bei|on|upon|of|by|the|le|la|les|de|du|del|della|do|da|dos|sur|sous|nad|aan|den|en)(?= )/u

const digitsAndTown = String.raw`(?:(?:Bad|Sankt|St\.?|Saint|San|Santa|New|Le|La|Les|Den|Los|Las|El|Nowy|Nowa|Stary|Vila|Porto) )?\p{Lu}[\p{L}\p{M}'’-]{1,24}(?: (?:am|an der|a\. ?d\.|im|ob der|in der|bei|de|del|della|do|da|sur|sous|nad|aan den|en) \p{Lu}[\p{L}\p{M}'’-]{1,24})?(?: \(?[A-Z]{2}\)?${border}| (?:[0-9]{1,2}|[A-Z])${border})?`
/** `10115`, `62704-1234`, `00-001`, `1000-001`, `111 22`, `560 001`, `40010-000`, `100-0001`. */
const digits = '(?:[0-9]{5}-[0-9]{3,4}|[0-9]{2}-[0-9]{3}|[0-9]{3,4}-[0-9]{3,4}|[0-9]{3} [0-9]{2,3}|[0-9]{4,6})'
/** `10115 Berlin`, `00184 Roma (RM)`, `1015 CN Amsterdam`. */
const codeAndTown = new RegExp(
  String.raw`^(?:[1-9][0-9]{3} ?[A-Z]{2}${border}(?:(?:,? | ?\r?\n ?)${digitsAndTown})?|${digits}(?:,? | ?\r?\n ?)${digitsAndTown})${border}`,
  'u',
)
const codeAlone = new RegExp(`^(?:[1-9][0-9]{3} ?[A-Z]{2}|${digits})(?![\\p{L}\\p{N}_%]|[.:,][0-9])`, 'u')

/** Of a code that begins with a digit: before its town, or, if one was there, alone. */
function codeEnd(text: string, start: number, isBehindTown: boolean, isApart: boolean): number {
  // `12 Main St 12 files`
  const third = text.charCodeAt(start + 2)
  if (!(third >= 48 && third <= 57) && third !== hyphen) return -1
  const form = isBehindTown ? codeAlone : codeAndTown
  if (isBehindTown && !isApart) return -1
  const length = form.exec(text.slice(start, start + 72))?.[0].length
  return length === undefined ? -1 : start + length
}

const hyphen = 45

const states =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|VI|GU'
const stateNames =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming'
const stateNameAndCode = new RegExp(`^(?:${stateNames}),? [0-9]{5}(?:-[0-9]{4})?${border}`, 'u')
/** `IL 62704-1234`, `ON M5V 2T6`, `NSW 2000`, `SW1A 1AA`, `D-10115 Berlin`, `K1A 0B1`, `D04 X285`. */
const capitals = new RegExp(
  [
    `(?:${states}),? {1,2}[0-9]{5}(?:-[0-9]{4})?${border}`,
    `(?:AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT),? [A-Z][0-9][A-Z][ -]?[0-9][A-Z][0-9]${border}`,
    `(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT),? [0-9]{4}${border}`,
    `[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}${border}`,
    `[A-Z][0-9][A-Z] ?[0-9][A-Z][0-9]${border}`,
    `[A-Z][0-9][0-9W] ?[0-9A-Z]{4}${border}`,
    `[A-Z]{2}-[0-9]{4,5}(?![\\p{L}\\p{N}-]| ?\\p{Lu})`,
    `[A-Z]{1,3}[- ]${digits}(?:,? | ?\\r?\\n ?)${digitsAndTown}${border}`,
  ]
    .map((source) => `^${source}`)
    .join('|'),
  'u',
)
/** Of a region that is not known here, behind comma and town: `, RS 95828`. */
const anyRegionAndCode = /^[A-Z]{2,3}(?: |,? ?\r?\n ?)[0-9]{4,6}(?:-[0-9]{3,4})?(?![\p{L}\p{N}_%]|[.:,][0-9])/u
const stateAlone = new RegExp(`^(?:${states}|AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT)${border}`, 'u')

/** Of a region with its code, a code that begins with a letter, a country. `-1` if what stands there is none of them. */
function regionEnd(text: string, start: number, isApart: boolean, isBehindTown: boolean): number {
  const behind = text.slice(start, start + 48)
  const second = text.charCodeAt(start + 1)
  const isWord = second >= 97 && second <= 122
  const match = isWord
    ? stateNameAndCode.exec(behind)
    : (capitals.exec(behind) ??
      (isApart ? anyRegionAndCode.exec(behind) : null) ??
      (isBehindTown ? stateAlone.exec(behind) : null))
  if (match !== null) return start + match[0].length
  return countryAt(text, start)
}

const codeBehindCountry = /^ [0-9]{3,6}(?:-[0-9]{3,4})?(?![\p{L}\p{N}_%]|[.:,-][\p{L}\p{N}])/u
const countries = new Set(countriesOfAddresses.flatMap((name) => [name, name.toUpperCase()]))
const countryWord = /^(?:\p{Lu}[\p{L}\p{M}.]{1,14}|and|of|AND|OF)(?![\p{L}\p{N}])/u

/** The longest name of a country that begins here, with the code that may follow it. */
function countryAt(text: string, start: number): number {
  let end = -1
  let position = start
  for (let count = 0; count < 4; count++) {
    const length = countryWord.exec(text.slice(position, position + 17))?.[0].length
    if (length === undefined) break
    position += length
    if (countries.has(text.slice(start, position))) end = position
    if (text.charCodeAt(position) !== blank) break
    position++
  }
  if (end < 0) return -1
  return end + (codeBehindCountry.exec(text.slice(end, end + 14))?.[0].length ?? 0)
}

function countryEnd(text: string, end: number): number {
  const start = jointEnd(text, end)
  if (start === end || !isCapitalAt(text, start)) return end
  const country = countryAt(text, start)
  return country < 0 ? end : country
}

const town = String.raw`(?:St\. )?\p{Lu}[\p{L}\p{M}'’-]{1,24}(?: (?:\p{Lu}[\p{L}\p{M}'’-]{1,24}|on|upon|of|by|the|in|le|la|les|de|du|del|sur|sous|en)){0,4}`
/** `, London` and `, Soho, London`, if nothing follows. */
const lastTown = new RegExp(String.raw`^, ?${town}(?:, ${town})?(?=[.;)"']? ?(?:\n|$)|[;)"'|])`, 'u')

function lastTownEnd(text: string, end: number): number {
  return end + (lastTown.exec(text.slice(end, end + 96))?.[0].length ?? 0)
}
