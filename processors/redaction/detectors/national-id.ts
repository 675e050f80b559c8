import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { type DigitGroup, digitRows, isWholeNumber } from '../digit-groups.ts'
import { letterIds as allWithLetters } from '../national-ids/letter-ids.ts'
import { numericIds as allNumeric, type NationalId } from '../national-ids/numeric-ids.ts'
import { hasBefore, isWordAt } from '../text-units.ts'
import { trait } from '../traits.ts'

/**
 * Numbers that a state gives to a person. The form and the check digit of the country must fit; where these are so weak that
 * ordinary numbers pass, a word of that country must announce the number, too.
 */
export const nationalId: Detector = {
  type: 'national_id',
  needs: trait.digits6,
  find(text, found) {
    for (const row of digitRows(text, minDigits, ' .-/')) findInRow(text, row, found)
    findWithLetters(text, found)
  },
}

const minDigits = 8
const maxGroups = 6

/** How far before a number its word may stand. */
const contextReach = 64

const maxWords = 5
const maxLetters = 18
/** The fewest digits that a number with letters has. */
const minLetterIdDigits = 6

interface Word {
  readonly start: number
  readonly end: number
  readonly digits: number
}

function findWithLetters(text: string, found: Entity[]): void {
  const row = asciiWords(text)
  for (let first = 0; first < row.length; first++) {
    const start = row[first]?.start ?? 0
    let digits = 0
    let length = 0
    for (let last = first; last < Math.min(row.length, first + maxWords); last++) {
      const word = row[last]
      if (word === undefined || (last > first && !isJoined(text, row[last - 1]?.end ?? 0, word.start))) break
      length += word.end - word.start
      digits += word.digits
      if (length > maxLetters) break
      if (digits < minLetterIdDigits || digits === length) continue
      const hit = identify(text, start, word.end, letterIds.get(length))
      if (hit === undefined) continue
      found.push(hit)
      first = last
      break
    }
  }
}

/** Words of letters and digits; those next to `_` or letters beyond ASCII are parts of others. */
function asciiWords(text: string): readonly Word[] {
  const words: Word[] = []
  let position = 0
  while (position < text.length) {
    const start = position
    let digits = 0
    let isPlain = true
    while (isWordAt(text, position)) {
      const unit = text.charCodeAt(position)
      if (unit < 58) digits++
      else if (unit === 95 || unit > 127) isPlain = false
      position++
    }
    if (position > start && position - start <= maxLetters && isPlain) words.push({ start, end: position, digits })
    if (position === start) position++
  }
  return words
}

function isJoined(text: string, end: number, start: number): boolean {
  return start === end + 1 && /[ .-]/u.test(text.charAt(end))
}

function findInRow(text: string, row: readonly DigitGroup[], found: Entity[]): void {
  for (let first = 0; first < row.length; first++) {
    const start = row[first]?.start ?? 0
    const groups = row.slice(first, first + maxGroups)
    // the longest number that begins here: a shorter one could be a part of it
    let digits = groups.reduce((sum, group) => sum + group.end - group.start, 0)
    for (let last = groups.length - 1; last >= 0; last--) {
      const group = groups[last] ?? { start, end: start }
      const hit = identify(text, start, group.end, numericIds.get(digits))
      digits -= group.end - group.start
      if (hit === undefined) continue
      found.push(hit)
      first += last
      break
    }
  }
}

function identify(text: string, start: number, end: number, ids: readonly NationalId[] = []): Entity | undefined {
  if (ids.length === 0 || !isWholeNumber(text, start, end)) return undefined
  const number = text.slice(start, end)
  const compact = number.replace(/[ .\-/]/gu, '').toUpperCase()
  for (const { shape, check, announcedBy } of ids) {
    if (!shape.test(number) || !check(compact)) continue
    if (announcedBy !== undefined && !isAnnounced(text, start, announcedBy)) continue
    return { type: 'national_id', start, end, confidence: announcedBy === undefined ? 0.9 : 0.85 }
  }
  return undefined
}

/** By the length without separators, so that for most numbers there is nothing to try. */
function byLength(ids: readonly NationalId[]): ReadonlyMap<number, readonly NationalId[]> {
  const map = new Map<number, NationalId[]>()
  for (const id of ids) {
    for (const length of id.lengths) map.set(length, [...(map.get(length) ?? []), id])
  }
  return map
}

const anyCountry =
  /\b(?:national[ _-]?(?:id|insurance|identity)|identity (?:number|card)|id[ _-]?(?:number|card|no)|social security|tax(?:payer)?[ _-]?(?:id|number|no|file)|citizen|personal (?:number|code|id)|passport)\b/iu

function isAnnounced(text: string, start: number, words: RegExp): boolean {
  return hasBefore(text, start, contextReach, words) || hasBefore(text, start, contextReach, anyCountry)
}

const numericIds = byLength(allNumeric)
const letterIds = byLength(allWithLetters)
