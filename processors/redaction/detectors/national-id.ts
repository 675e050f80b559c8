import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { type DigitGroup, digitRows } from '../digit-groups.ts'
import { letterIds } from '../national-ids/letter-ids.ts'
import { type NationalId, numericIds } from '../national-ids/numeric-ids.ts'
import { hasBefore } from '../text-units.ts'
import { trait } from '../traits.ts'

/**
 * Numbers that a state gives to a person. The form and the check digit of the country must fit; where these are so weak that
 * ordinary numbers pass, a word of that country must announce the number, too.
 */
export const nationalId: Detector = {
  type: 'national_id',
  needs: trait.digits6,
  find(text, found) {
    for (const row of digitRows(text, minDigits, /[ .\-/]/u)) findInRow(text, row, found)
    for (const match of text.matchAll(withLetters)) {
      const hit = identify(text, match.index, match[0], letterIds)
      if (hit !== undefined) found.push(hit)
    }
  },
}

const minDigits = 6
const maxDigits = 15
const maxGroups = 6

/** How far before a number its word may stand. */
const contextReach = 64

/** Digits and letters mixed, at least six digits long in all; single spaces and dashes inside. */
const withLetters =
  /(?<![\p{L}\p{N}_]|[\p{L}\p{N}_][-.])(?=[^\n]{0,24}\d)[A-Z\d](?:[ .-]?[A-Z\d]){7,21}(?![\p{L}\p{N}_])/giu

function findInRow(text: string, row: readonly DigitGroup[], found: Entity[]): void {
  for (let first = 0; first < row.length; first++) {
    // the longest number that begins here: a shorter one could be a part of it
    for (let last = Math.min(row.length, first + maxGroups) - 1; last >= first; last--) {
      const start = row[first]?.start ?? 0
      const end = row[last]?.end ?? 0
      if (end - start > maxDigits + maxGroups) continue
      const hit = identify(text, start, text.slice(start, end), numericIds)
      if (hit === undefined) continue
      found.push(hit)
      first = last
      break
    }
  }
}

function identify(text: string, start: number, number: string, ids: readonly NationalId[]): Entity | undefined {
  const compact = number.replace(/[ .\-/]/gu, '').toUpperCase()
  for (const { shape, check, announcedBy } of ids) {
    if (!shape.test(number) || !check(compact)) continue
    if (announcedBy !== undefined && !isAnnounced(text, start, announcedBy)) continue
    return {
      type: 'national_id',
      start,
      end: start + number.length,
      confidence: announcedBy === undefined ? 0.9 : 0.85,
    }
  }
  return undefined
}

const anyCountry =
  /\b(?:national[ _-]?(?:id|insurance|identity)|identity (?:number|card)|id[ _-]?(?:number|card|no)|social security|tax(?:payer)?[ _-]?(?:id|number|no|file)|citizen|personal (?:number|code|id)|passport)\b/iu

function isAnnounced(text: string, start: number, words: RegExp): boolean {
  return hasBefore(text, start, contextReach, words) || hasBefore(text, start, contextReach, anyCountry)
}
