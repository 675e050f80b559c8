import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'
import { flatEnd, flatEndAt } from './flat.ts'
import { isHouseNumber } from './house-number.ts'
import { localityEnd } from './locality.ts'
import { readStreetLine } from './street-line.ts'
import { connectingWords, smallStreetKinds } from './street-words.ts'
import { isCapitalAt, wordStartBefore } from './word-before.ts'
import { isWordOfPrograms } from './words-of-programs.ts'

/** A street of any language before the number of a flat: `508 Joseph Suite 304`, `Esimerkki 7 Apt. 21`. */
export const flatBehindStreet: AnchorRule = {
  kind: 'anchor',
  name: 'address_flat',
  type: 'address',
  title: 'Street and number before a flat',
  source: 'https://pe.usps.com/text/pub28/28apc_003.htm (Publication 28, appendix C2)',
  anchors: ['apt', 'apartment', 'appartement', 'appt', 'suite', 'wohnung'],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.85,
  find(text, start, end) {
    if (start < 4 || isWordUnitAt(text, end)) return undefined
    // most suites are of tests, and have no number
    if (!hasNumberBehind(text, end)) return undefined
    const lineEnd = lineEndBefore(text, start)
    if (lineEnd < 0) return undefined
    const flat = flatEndAt(text, start)
    if (flat < 0) return undefined
    const begin = streetStartBefore(text, lineEnd, (text.charCodeAt(start) | 32) === 97)
    if (begin >= 0) return { start: begin, end: localityEnd(text, flatEnd(text, flat)) }
    // `Apt. 9 4711 Eksempelvej 3`
    const line = text.charCodeAt(flat) === blank ? readStreetLine(text, flat + 1) : undefined
    return line?.isSure === true && isNumberAt(text, flat + 1) ? { start, end: line.end } : undefined
  },
}

const blank = 32
const lineFeed = 10
const maxJoint = 12
const joints = ' ,\t\r'
const quoting = '>|*?'

/** Where ends what is joined to `start` by blanks, a comma, or the end of a line; -1 if nothing is. */
function lineEndBefore(text: string, start: number): number {
  const limit = Math.max(0, start - maxJoint)
  let position = start
  let isQuoted = false
  let lines = 0
  while (position > limit) {
    const unit = text.charAt(position - 1)
    if (unit === '\n') lines++
    else if (quoting.includes(unit) && lines === 0) isQuoted = true
    else if (!joints.includes(unit)) break
    position--
  }
  return position === start || lines > 1 || (isQuoted && lines === 0) ? -1 : position
}

const maxWords = 8

/**
 * Back to the first number that a name follows, or to the name of which the number is the last word; -1 if there is no
 * number, or no name.
 */
function streetStartBefore(text: string, lineEnd: number, isSure: boolean): number {
  let end = lineEnd
  let first = -1
  let names = 0
  let numbers = 0
  let smalls = 0
  let nameStart = -1
  for (let count = 0; count < maxWords; count++) {
    const start = wordStartBefore(text, end)
    if (start < 0) break
    const word = text.slice(start, end)
    if (isHouseNumber(word)) {
      numbers++
      if (names > 0) first = start
    } else if (isCapitalAt(text, start)) {
      if (isWordOfPrograms(word)) break
      if (word.length > 2) names++
      if (first < 0) nameStart = start
    } else if (smallStreetKinds.has(word) || connectingWords.has(word)) {
      if (smallStreetKinds.has(word)) names++
    } else if (isSure && ++smalls <= 3 && smallName.test(word) && !isWordOfPrograms(word)) names++
    else break
    if (text.charCodeAt(start - 1) !== blank || text.charCodeAt(start - 2) === lineFeed) break
    end = start - 1
  }
  if (first >= 0) return first
  return numbers > 0 && isHouseNumber(text.slice(wordStartBefore(text, lineEnd), lineEnd)) ? nameStart : -1
}

const smallName = /^[\p{Ll}\p{M}]{3,20}$/u

function isNumberAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}

/** `Apt. 5`, `Apt #5`, `Apt B`: the rest is read where one of them stands. */
function hasNumberBehind(text: string, end: number): boolean {
  let position = end
  while (position < end + 3 && (text.charCodeAt(position) === blank || text.charCodeAt(position) === point)) position++
  const unit = text.charCodeAt(position)
  if (position === end) return false
  return (
    unit === numberSign ||
    (unit >= 48 && unit <= 57) ||
    (isCapitalAt(text, position) && !isWordUnitAt(text, position + 1))
  )
}

const point = 46
const numberSign = 35
