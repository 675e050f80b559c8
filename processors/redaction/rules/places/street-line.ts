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
    if (word === undefined) break
    if (isHouseNumber(word)) numbers++
    else if (isFlatName(word)) break
    else if (isCapitalAt(text, position) || ordinal.test(word)) {
      // the number of what programs count is no address at all
      if (isWordOfPrograms(word)) {
        if (names === 0) return undefined
        break
      }
      if (word.length > 2) names++
    } else if (smallStreetKinds.has(word)) names++
    else if (!connectingWords.has(word)) break
    if (isStreetKind(word)) hasKind = true
    position += word.length
    if (!connectingWords.has(word)) end = position
    const isComma = text.charCodeAt(position) === comma && /^, \d/u.test(text.slice(position, position + 3))
    if (isComma && numbers > 0) break
    if (isComma) position++
    if (text.charCodeAt(position) !== blank) break
    position++
  }
  if (numbers === 0 || names === 0) return undefined
  if (text.charCodeAt(end - 1) === point && !/^[ ,\n]/u.test(text.charAt(end))) end--
  const streetEnd = flatEnd(text, end)
  const last = localityEnd(text, streetEnd)
  return { start, end: last, isSure: hasKind || numbers > 1 || last > end }
}

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
