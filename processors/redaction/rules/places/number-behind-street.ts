import type { AnchorRule } from '../rule.ts'
import { localityEnd } from './locality.ts'

/** Streets whose kind ends their name, and the number follows: `Hauptstraße 12a, 10115 Berlin`, `Keizersgracht 12`, `Storgatan 5`. */
export const numberBehindStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_number_behind_street',
  type: 'address',
  title: 'Street address as written in German, Dutch and the Nordic languages',
  source: 'Universal Postal Union, Addressing S42; DIN 5008',
  anchors: [
    ...['strasse ', 'straße ', 'str. ', 'str.', 'weg ', 'platz ', 'gasse ', 'allee ', 'damm ', 'ufer ', 'chaussee '],
    ...['steig ', 'promenade ', 'straat ', 'gracht ', 'laan ', 'plein ', 'kade ', 'dijk ', 'singel ', 'steeg '],
    ...['gatan ', 'vägen ', 'gränd ', 'gata ', 'gaten ', 'veien ', 'vejen ', 'vej ', 'gade ', 'katu ', 'gasse '],
  ],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, start, end) {
    const number = houseNumber.exec(text.slice(end, end + 24))?.[0]
    if (number === undefined) return undefined
    const isSmall = /^\p{Ll}/u.test(text.slice(start, start + 1))
    const name = nameBefore(text.slice(Math.max(0, start - 56), start), isSmall)
    if (name === undefined) return undefined
    const numberEnd = end + number.length
    const addressEnd = localityEnd(text, numberEnd)
    if (addressEnd === numberEnd && noStreet.test(name + text.slice(start, end))) return undefined
    return { start: start - name.length, end: addressEnd }
  },
}

const houseNumber =
  /^ ?(?:Nr\.? ?)?[1-9]\d{0,3}(?:[a-z]| [a-h](?![\p{L}\p{N}]))?(?: ?[-–/+] ?\d{1,4}[a-z]?)?(?![\p{L}\p{N}_%€$]|[.:]\d|,\d| ?(?:%|[kKMGT]i?B|ms|km|m|Uhr|EUR|Euro|Mal|Prozent)(?!\p{L}))/u

const prefix = String.raw`(?<![\p{L}\p{N}_.-])(?:(?:Am|An|Auf|Bei|Im|In|Zum|Zur|Vor|Hinter|Unter)(?: d(?:er|en|em))? |(?:Alte|Neue|Große|Kleine|Lange|Obere|Untere)[rn]? ){0,2}`
const word = String.raw`\p{Lu}[\p{L}\p{M}]{1,24}\.?`
/** `Haupt`, `An der Post`, `Goethe`; all that is before a small letter is one word. */
const glued = [new RegExp(`${prefix}(?:${word}-){0,3}\\p{Lu}[\\p{L}\\p{M}]{0,24}$`, 'u')]
/** `Willy-Brandt-`, `Berliner `, `Karl Marx `. */
const apart = [
  `${prefix}(?:${word}-){1,4}$`,
  `${prefix}\\p{Lu}[\\p{L}\\p{M}]{1,20}er $`,
  `${prefix}(?:${word} ){1,2}$`,
].map((source) => new RegExp(source, 'u'))

function nameBefore(before: string, isSmall: boolean): string | undefined {
  for (const form of isSmall ? glued : apart) {
    const name = form.exec(before)?.[0]
    if (name !== undefined) return name
  }
  return undefined
}

/** Words that end like streets. */
const noStreet =
  /(?:arbeits|speicher|park|stell|sitz|steh|lager|listen|tabellen|lade|steck|schlaf|liege|um|aus|rück|hin|her|halb|lösungs|lehr|bahn|zelt|markt|spiel|flug|brut|studien|kita|fenster|ein|auf|ab)(?:platz|weg|steig) $|(?:[äa]ufer|brigade|dekade|arkade|regata|stockade|[^\p{L}]am platz|reihenfolge) $/iu
