import type { AnchorRule } from '../rule.ts'
import { flatEnd } from './flat.ts'
import { localityEnd } from './locality.ts'
import { isCapitalAt, joinedWordEnd, wordStartBefore } from './word-before.ts'

/** Streets whose kind ends their name, and the number follows: `Hauptstraße 12a, 10115 Berlin`, `Keizersgracht 12`, `Storgatan 5`. */
export const numberBehindStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_number_behind_street',
  type: 'address',
  title: 'Street address as written in German, Dutch and the Nordic languages',
  source: 'Universal Postal Union, Addressing S42; DIN 5008',
  anchors: [
    ...['strasse ', 'straße ', 'str. ', 'str.', 'weg ', 'platz ', 'gasse ', 'allee ', 'damm ', 'ufer ', 'chaussee '],
    ...[
      'steig ',
      'promenade ',
      'graben ',
      'straat ',
      'gracht ',
      'laan ',
      'plein ',
      'kade ',
      'dijk ',
      'singel ',
      'steeg ',
    ],
    ...[
      'gatan ',
      'vägen ',
      'gränd ',
      'gata ',
      'gaten ',
      'veien ',
      'vegen ',
      'vejen ',
      'vej ',
      'gade ',
      'stræde ',
      'torv ',
    ],
    ...['katu ', 'ntie ', 'kuja ', 'polku ', 'vegur ', 'braut ', 'stræti '],
  ],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, start, end) {
    if (!mayBeNumber(text, end)) return undefined
    const nameStart = nameStartBefore(text, start)
    if (nameStart < 0) return undefined
    const number = houseNumber.exec(text.slice(end, end + 24))?.[0]
    if (number === undefined) return undefined
    const numberEnd = end + number.length
    const addressEnd = localityEnd(text, flatEnd(text, numberEnd))
    if (addressEnd === numberEnd && noStreet.test(text.slice(nameStart, end))) return undefined
    return { start: nameStart, end: addressEnd }
  },
}

const blank = 32

/** Also `Nr. 5`. */
function mayBeNumber(text: string, end: number): boolean {
  const unit = text.charCodeAt(text.charCodeAt(end) === blank ? end + 1 : end)
  return (unit >= 48 && unit <= 57) || (unit | 32) === 110
}

const houseNumber =
  /^ ?(?:Nr\.? ?)?[1-9]\d{0,3}(?:[a-z]| [a-h](?![\p{L}\p{N}]))?(?:-hs|(?: ?[-–/+] ?\d{1,4}[a-z]?){1,2})?(?![\p{L}\p{N}_%€$]|[.:]\d|,\d| ?(?:%|[kKMGT]i?B|ms|km|m|Uhr|EUR|Euro|Mal|Prozent)(?!\p{L}))/u

/** Where the name begins that ends with, or before, the kind at `kind`; -1 if there is none. */
function nameStartBefore(text: string, kind: number): number {
  const start = wordStartBefore(text, kind)
  if (start >= 0) return isGlued(text.slice(start, kind), text.charAt(kind)) ? prefixStart(text, start) : -1
  // `Berliner Str.`, `Karl Marx Allee`: in small letters, the kind is a word of a sentence
  if (!isCapitalAt(text, kind)) return -1
  let end = kind
  let first = -1
  for (let count = 0; count < 2; count++) {
    const wordEnd = text.charCodeAt(end - 1) === blank ? end - 1 : -1
    const wordStart = wordEnd < 0 ? -1 : wordStartBefore(text, wordEnd)
    if (wordStart < 0 || !isCapitalAt(text, wordStart) || !name.test(text.slice(wordStart, wordEnd))) break
    first = end = wordStart
  }
  return first < 0 ? -1 : prefixStart(text, first)
}

const name = /^\p{Lu}[\p{L}\p{M}]{1,24}\.?$/u
const glued = /^(?:\p{Lu}[\p{L}\p{M}]{1,24}\.?-){0,3}\p{Lu}[\p{L}\p{M}]{0,24}$/u
const hyphened = /^(?:\p{Lu}[\p{L}\p{M}]{1,24}\.?-){1,4}$/u

/** `Haupt` before `straße`, `Willy-Brandt-` before `Straße`. */
function isGlued(word: string, initial: string): boolean {
  return (/^\p{Lu}/u.test(initial) ? hyphened : glued).test(word)
}

const prefixes = new Set(
  `Am An Auf Bei Im In Zum Zur Vor Hinter Unter der den dem Alte Alten Alter Neue Neuen Neuer Große Großen Großer Kleine
  Kleinen Kleiner Lange Langen Langer Obere Oberen Oberer Untere Unteren Unterer`.split(/\s+/u),
)

/** Back over `An der`, `Auf dem`, `Am Alten`. */
function prefixStart(text: string, start: number): number {
  let position = start
  let first = start
  for (let count = 0; count < 3; count++) {
    const end = joinedWordEnd(text, position)
    const begin = end === position - 1 ? wordStartBefore(text, end) : -1
    if (begin < 0 || !prefixes.has(text.slice(begin, end))) break
    position = begin
    // not `wohnt in der`
    if (isCapitalAt(text, begin)) first = begin
  }
  return first
}

/** Words that end like streets. */
const noStreet =
  /(?:arbeits|speicher|park|stell|sitz|steh|lager|listen|tabellen|lade|steck|schlaf|liege|um|aus|rück|hin|her|halb|lösungs|lehr|bahn|zelt|markt|spiel|flug|brut|studien|kita|fenster|ein|auf|ab)(?:platz|weg|steig) $|(?:[äa]ufer|brigade|dekade|arkade|regata|stockade|[^\p{L}]am platz|reihenfolge) $/iu
