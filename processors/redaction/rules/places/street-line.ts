import type { Span } from '../rule.ts'
import { flatEnd } from './flat.ts'
import { isHouseNumber } from './house-number.ts'
import { localityEnd } from './locality.ts'
import { connectingWords, isStreetKind, smallStreetKinds } from './street-words.ts'
import { isCapitalAt } from './word-before.ts'
import { isWordOfPrograms } from './words-of-programs.ts'

export interface StreetLine extends Span {
  /** Something besides a number and a name says that it is an address: a kind of street, a second number, a flat, a town. */
  readonly isSure: boolean
}

/**
 * Reads an address that something has announced: a number and capitalised words in any order, and what follows them.
 *
 * @returns `undefined` if `start` begins none
 */
export function readStreetLine(text: string, start: number): StreetLine | undefined {
  const unit = text.charCodeAt(start)
  if (!(unit >= 48 && unit <= 57) && !isCapitalAt(text, start) && !smallKind.test(text.slice(start, start + 5))) {
    return undefined
  }
  let numbers = 0
  let names = 0
  let hasKind = false
  let end = start
  let position = start
  for (let count = 0; count < maxWords; count++) {
    const word = nextWord.exec(text.slice(position, position + 32))?.[0]
    if (word === undefined || isFlatName(word)) break
    const part = partOf(word)
    // what programs count is no address at all
    if (part === 'none' && names === 0 && isCapitalAt(word, 0)) return undefined
    if (part === 'none') break
    if (part === 'number') numbers++
    // not `RFC 2554`
    if (part === 'name' && word.length > 2 && !abbreviated.test(word)) names++
    if (isStreetKind(word)) hasKind = true
    position += word.length
    if (part !== 'connecting') end = position
    if (text.charCodeAt(position) === comma && numbers === 0 && /^, \d/u.test(text.slice(position, position + 3)))
      position++
    if (text.charCodeAt(position) !== blank) break
    position++
  }
  if (numbers === 0 || names === 0) return smallLineAt(text, start)
  // the point of a sentence, not that of `u.`
  if (text.charCodeAt(end - 1) === point && !/^[ ,\n]/u.test(text.charAt(end))) end--
  const last = localityEnd(text, flatEnd(text, end))
  const isSure = hasKind || numbers > 1 || last > end
  return isSure || !year.test(text.slice(end - 5, end)) ? { start, end: last, isSure } : undefined
}

function partOf(word: string): 'number' | 'name' | 'connecting' | 'none' {
  if (isHouseNumber(word)) return 'number'
  if (isCapitalAt(word, 0)) return isWordOfPrograms(word) ? 'none' : 'name'
  if (smallStreetKinds.has(word) || ordinal.test(word)) return 'name'
  return connectingWords.has(word) ? 'connecting' : 'none'
}

/** `255 strandvej 18`: in small letters, both numbers have to be there, and who announces it has to be sure. */
function smallLineAt(text: string, start: number): StreetLine | undefined {
  const line = smallLine.exec(text.slice(start, start + 80))?.[0]
  if (line === undefined || line.split(' ').some(isWordOfPrograms)) return undefined
  return { start, end: localityEnd(text, flatEnd(text, start + line.length)), isSure: false }
}

const smallLine =
  /^[0-9]{1,5}[a-z]?(?: [\p{Ll}\p{M}'’-]{3,20}){1,3} [0-9]{1,5}[a-z]?(?![\p{L}\p{N}_%:@/-]|[.,][0-9]| ?(?:[kmgt]b|ms)(?!\p{L}))/u
const abbreviated = /^\p{Lu}{3,4}$/u
const year = / (?:19|20)[0-9]{2}$/u
const blank = 32
const comma = 44
const point = 46
const maxWords = 8
const smallKind = /^(?:ul\.|rue |calle|via |rua |c\/)/u
const nextWord =
  /^(?:[0-9]{1,5}(?:[A-Za-z]|[-–/][0-9]{1,4}[A-Za-z]?|st|nd|rd|th)?\.?|[\p{L}\p{M}][\p{L}\p{M}'’-]{0,26}\.?)(?![\p{L}\p{N}_:@/%])/u
const ordinal = /^[0-9]{1,3}(?:st|nd|rd|th)$/iu
const flatName = /^(?:apt|apartment|appt|suite|ste|unit|flat|room)\.?$/iu

function isFlatName(word: string): boolean {
  return word.length < 11 && flatName.test(word)
}
