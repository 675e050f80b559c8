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
    if (text.charAt(position - 1) === '%') {
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
  if (text.charAt(start - 1) === '(') start--
  if (text.charAt(start - 1) === '+') start--
  else if (/^%2b$/iu.test(text.slice(Math.max(0, start - 3), start))) start -= 3
  else if (text.charAt(start - 1) === ' ' && text.charAt(start - 2) === '+') start -= 2
  return start
}

function isGluedBefore(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  if (isWordUnitAt(text, start - 1) || before === '_' || before === '/') return true
  if (before === ':') return isDigitAt(text, start - 2)
  return (before === '-' || before === '.') && isWordUnitAt(text, start - 2)
}

function isJointAt(text: string, index: number): boolean {
  return isDigitAt(text, index) || ' +()./-\u00a0'.includes(text.charAt(index) || 'x')
}
