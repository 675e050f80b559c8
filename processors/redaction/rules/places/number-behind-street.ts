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
    const name = streetName.exec(text.slice(Math.max(0, start - 56), start))?.[1]
    if (name === undefined || name === '') return undefined
    const isGlued = /\p{L}$/u.test(name)
    const isSmall = /^\p{Ll}/u.test(text.slice(start, start + 1))
    // `Hauptstraße`, `Berliner Straße`, `Goethe-Straße`
    if (isGlued !== isSmall && !/^\p{Lu}+$/u.test(name)) return undefined
    const numberEnd = end + number.length
    const addressEnd = localityEnd(text, numberEnd)
    if (addressEnd === numberEnd && noStreet.test(name + text.slice(start, end))) return undefined
    return { start: start - name.length, end: addressEnd }
  },
}

const houseNumber =
  /^ ?(?:Nr\.? ?)?[1-9]\d{0,3}(?:[a-z]| [a-h](?![\p{L}\p{N}]))?(?: ?[-–/+] ?\d{1,4}[a-z]?)?(?![\p{L}\p{N}_%€$]|[.:]\d|,\d| ?(?:%|[kKMGT]i?B|ms|km|m|Uhr|EUR|Euro|Mal|Prozent)(?!\p{L}))/u

/** From the first capital on; `Am`, `An der` and their like may begin it. */
const streetName =
  /(?:^|[^\p{L}\p{N}_.-])((?:(?:\p{Lu}[\p{L}\p{M}]{0,20}\.?|der|den|dem|die|het|van|von|de)[ -]){0,4}(?:\p{Lu}[\p{L}\p{M}]{1,24}[ -]?)?)$/u

/** Words that end like streets. */
const noStreet =
  /(?:arbeits|speicher|park|stell|sitz|steh|lager|listen|tabellen|lade|steck|schlaf|liege|um|aus|rück|hin|her|halb|lösungs|lehr|bahn|zelt|markt|spiel|flug|brut|studien|kita|fenster|ein|auf|ab)(?:platz|weg|steig) $|(?:[äa]ufer|brigade|dekade|arkade|regata|stockade|[^\p{L}]am platz|reihenfolge) $/iu
