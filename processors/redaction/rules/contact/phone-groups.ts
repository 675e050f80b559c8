import { asciiSet } from '../../scan/ascii-set.ts'
import { isDigitAt, isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { Span } from '../rule.ts'

/** A run of digits of a telephone number. */
export interface PhoneGroup extends Span {
  /** Where its digits begin; `start` takes in a `+` or a bracket before them. */
  readonly digitStart: number
  /** Digits of all groups up to the end of this one. */
  readonly digitsUntil: number
  /** It goes on with what stands before: `a-7`, `1.2`, `12:30`. No number begins here. */
  readonly isGlued: boolean
}

/** How far a number may reach before the digits that gave it away. */
const maxBack = 16
const maxLength = 64

/** The groups of digits around a row, joined by up to three of the signs that numbers are written with. */
export function digitGroupsAround(text: string, row: Span): readonly PhoneGroup[] {
  let start = row.start
  while (start > row.start - maxBack && isJointAt(text, start - 1)) start--
  let end = row.end
  while (end < row.end + maxBack && isJointAt(text, end)) end++
  const limit = Math.min(end, start + Math.max(maxLength, row.end - row.start + maxBack))
  const groups: PhoneGroup[] = []
  let digits = 0
  for (let position = start; position < limit; ) {
    if (!isDigitAt(text, position)) {
      position++
      continue
    }
    if (position > 0 && text.charCodeAt(position - 1) === percent) {
      position += 2
      continue
    }
    const digitStart = position
    while (isDigitAt(text, position)) position++
    digits += position - digitStart
    const opening = openingStart(text, digitStart)
    groups.push({
      start: opening,
      end: position,
      digitStart,
      digitsUntil: digits,
      isGlued: opening === digitStart && isGluedBefore(text, digitStart),
    })
  }
  return groups
}

/** `+`, `(`, `(+`, `+ (`. */
function openingStart(text: string, digitStart: number): number {
  let start = digitStart
  if (start > 0 && text.charCodeAt(start - 1) === bracket) start--
  if (start === 0) return start
  const before = text.charCodeAt(start - 1)
  if (before === plus) return start - 1
  // `%2B`, `%2b`
  if ((before | 32) === letterB && text.startsWith('%2', start - 3)) return start - 3
  return before === space && start > 1 && text.charCodeAt(start - 2) === plus ? start - 2 : start
}

const space = 32
const percent = 37
const bracket = 40
const plus = 43
const dash = 45
const dot = 46
const slash = 47
const colon = 58
const underscore = 95
const letterB = 98

function isGluedBefore(text: string, start: number): boolean {
  if (start === 0) return false
  const before = text.charCodeAt(start - 1)
  if (isWordUnitAt(text, start - 1) || before === underscore || before === slash) return true
  if (before === colon) return isDigitAt(text, start - 2)
  return (before === dash || before === dot) && isWordUnitAt(text, start - 2)
}

const isPhoneSign = asciiSet(' +()./-')

function isJointAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index)
  return isDigitAt(text, index) || isPhoneSign(unit) || unit === 0xa0
}
