import type { AnchorRule } from '../rule.ts'
import { flatEnd } from './flat.ts'
import { localityEnd } from './locality.ts'
import { connectingWords } from './street-words.ts'
import { isCapitalAt, wordStartBefore } from './word-before.ts'
import { isWordOfPrograms } from './words-of-programs.ts'

/** In small letters, as a word of their own, between the name and the number. */
const kinds: ReadonlySet<string> = new Set([
  ...['utca', 'út', 'útja', 'tér', 'tere', 'krt.', 'körút', 'köz', 'sétány', 'rkp.', 'rakpart', 'fasor', 'u.'],
  ...['tänav', 'puiestee', 'maantee', 'mnt', 'pst', 'iela', 'bulvāris', 'gatvė', 'g.', 'prospektas'],
  ...['ulica', 'ulice', 'cesta', 'trg', 'náměstí', 'nám.', 'třída', 'tř.', 'nábřeží', 'námestie'],
  ...['sokak', 'sokağı', 'sok.', 'caddesi', 'cad.', 'bulvarı', 'bulv.'],
])

/** Name, kind of street, number: `Kossuth Lajos utca 12.`, `Brīvības iela 5`, `Atatürk caddesi No: 7`. */
export const kindBetween: AnchorRule = {
  kind: 'anchor',
  name: 'address_kind_between',
  type: 'address',
  title: 'Street address as written in Hungarian, Turkish, and the Baltic and Slavic languages',
  source: 'Universal Postal Union, Addressing S42',
  anchors: [...kinds].flatMap((kind) => [` ${kind} 0`, ` ${kind} no`]),
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.85,
  find(text, start, end) {
    const kindEnd = text.indexOf(' ', start + 1)
    if (text.charCodeAt(start) !== blank || !isKind(text.slice(start + 1, kindEnd))) return undefined
    const begin = nameStart(text, start)
    if (begin < 0 || kindEnd > end) return undefined
    const number = houseNumber.exec(text.slice(kindEnd, kindEnd + 24))?.[0]
    if (number === undefined) return undefined
    return { start: begin, end: localityEnd(text, flatEnd(text, kindEnd + number.length)) }
  },
}

/** `Utca`, too, but not `U.`: that is the second name of somebody. */
function isKind(word: string): boolean {
  return kinds.has(word) || (word.length > 3 && kinds.has(word.toLowerCase()))
}

const blank = 32
const houseNumber =
  /^ (?:[Nn][or][.:]{0,2} ?)?[1-9][0-9]{0,3}(?:[A-Za-z]|\/[0-9A-Za-z]{1,4}|-[0-9]{1,4})?(?:\.(?=,? ?[\p{L}\n]))?(?![\p{L}\p{N}_%]|[.:,][0-9])/u
const maxNames = 3

/** Back over capitalised words, and small ones between them; -1 if there is none. */
function nameStart(text: string, kind: number): number {
  let end = kind
  let begin = -1
  for (let count = 0; count < maxNames; count++) {
    const start = wordStartBefore(text, end)
    if (start < 0) break
    const word = text.slice(start, end)
    const isName = isCapitalAt(text, start) && !isWordOfPrograms(word)
    if (isName) begin = start
    else if (begin < 0 || !connectingWords.has(word)) break
    if (text.charCodeAt(start - 1) !== blank) break
    end = start - 1
  }
  return begin
}
