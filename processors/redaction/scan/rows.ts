import type { RowGroups } from '../rules/rule.ts'
import { codeUnit, digitUnit, isCodeUnitAt, isJointAt, isUpperAt, kindAt } from './unit-kinds.ts'

/** Groups of letters and digits that are joined by single separators, with at least one digit among them. */
export interface Rows {
  readonly count: number
  clear(): void
  /**
   * Reads the row around `position`, where a digit stands, unless it belongs to the row before.
   *
   * @returns up to where the text was read
   */
  read(text: string, position: number): number
  /** Shows a row in `groups`, which are the same object for all of them: a row is looked at once, and forgotten. */
  show(index: number): RowGroups
}

/** Longer runs are hashes and tokens, no codes: an IBAN has 34 units. */
const maxGroupLength = 34
/** Capitals alone go on a row where they are as short as the parts of a code: `GB29 NWBK`, `AB 12 34 56 C`. */
const maxLetters = 4
/** Parts of a code with digits in them may be longer: `BNC LRA 60A41 F205 C`. */
const maxMixed = 10
/** How far back a row may begin before the digits that gave it away. */
const maxBack = 24
/** What goes on after so many groups is a new row. */
const maxGroups = 64
/** Fewer digits make no code with letters in it, and no address of four numbers. */
const minDigits = 4
/** Fewer make no code of digits alone. */
const minPlainDigits = 6

const blank = 32
const dash = 45

/** For one group: where it starts, where it ends, its digits. */
const fields = 3

export function createRows(): Rows {
  let buffer = new Int32Array(256 * fields)
  /** Where the groups of each row begin in the buffer, and how many digits they have. Never shortened: that is slow. */
  const begins: number[] = []
  const sums: number[] = []
  let rowCount = 0
  let top = 0
  let end = 0
  const shown = {
    count: 0,
    sumOfDigits: 0,
    starts: new Int32Array(maxGroups),
    ends: new Int32Array(maxGroups),
    digits: new Int32Array(maxGroups),
  }

  const readForward = (text: string, from: number): void => {
    const begin = top
    let sum = 0
    let isPlain = true
    let start = from
    for (let count = 0; count < maxGroups; count++) {
      let position = start
      let digits = 0
      for (;;) {
        const kind = kindAt(text, position)
        if (kind === digitUnit) digits++
        else if ((kind & codeUnit) === 0) break
        position++
      }
      const length = position - start
      if (digits < length) isPlain = false
      if (digits === 0 && !isPartInLetters(text, start, length, start - 1, position)) break
      // the digits of a hash are none of a code
      if (length <= maxGroupLength) sum += digits
      if (top + fields > buffer.length) buffer = grown(buffer)
      buffer[top++] = start
      buffer[top++] = position
      buffer[top++] = digits
      end = position
      if (!isJointAt(text, position) || !isCodeUnitAt(text, position + 1)) break
      start = position + 1
    }
    const count = (top - begin) / fields
    if (sum < (isPlain && count < 4 ? minPlainDigits : minDigits) || isDate(text, begin, count)) {
      top = begin
      return
    }
    begins[rowCount] = begin
    sums[rowCount] = sum
    rowCount++
  }

  /** `2026-11-23`, perhaps with the hour behind it: what most lines begin with is worth a look of its own. */
  const isDate = (text: string, begin: number, count: number): boolean => {
    if (count < 3 || count > 4) return false
    const start = buffer[begin] as number
    return (
      (buffer[begin + 1] as number) - start === 4 &&
      (buffer[begin + 4] as number) - start === 7 &&
      (buffer[begin + 7] as number) - start === 10 &&
      (count === 3 || ((buffer[begin + 10] as number) - start <= 13 && text.charCodeAt(start + 10) === blank)) &&
      text.charCodeAt(start + 4) === text.charCodeAt(start + 7) &&
      /^(?:19|20)\d\d.[01]\d/u.test(text.slice(start, start + 7))
    )
  }

  return {
    get count() {
      return rowCount
    },
    clear() {
      end = 0
      top = 0
      rowCount = 0
    },
    read(text, position) {
      if (position < end) return end
      const from = end
      end = position + 1
      const start = rowStart(text, position, from)
      if (position - start > maxGroupLength) end = runEnd(text, position)
      else readForward(text, start)
      return end
    },
    show(index) {
      const begin = begins[index] ?? 0
      shown.count = ((index + 1 < rowCount ? (begins[index + 1] ?? 0) : top) - begin) / fields
      shown.sumOfDigits = sums[index] ?? 0
      for (let group = 0; group < shown.count; group++) {
        const at = begin + group * fields
        shown.starts[group] = buffer[at] as number
        shown.ends[group] = buffer[at + 1] as number
        shown.digits[group] = buffer[at + 2] as number
      }
      return shown
    },
  }
}

function grown(buffer: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(buffer.length * 2)
  larger.set(buffer)
  return larger
}

/** Where the row around `position` begins: nearer groups of letters and digits before it belong to it. */
function rowStart(text: string, position: number, from: number): number {
  let start = runStart(text, position, Math.max(from, position - maxGroupLength - 1))
  const limit = Math.max(from, position - maxBack)
  while (start - 1 > limit && isJointAt(text, start - 1) && isCodeUnitAt(text, start - 2)) {
    const before = runStart(text, start - 2, Math.max(from, start - 3 - maxMixed))
    const length = start - 1 - before
    if (length > maxMixed || before < limit) break
    if (!isPartInLetters(text, before, length, before - 1, start - 1) && !hasDigit(text, before, start - 1)) break
    start = before
  }
  return start
}

/** Capitals, or letters with a dash: words of a sentence are no parts of a code. */
function isPartInLetters(text: string, start: number, length: number, before: number, behind: number): boolean {
  if (length > maxLetters) return false
  return isUpperAt(text, start) || text.charCodeAt(before) === dash || text.charCodeAt(behind) === dash
}

function runStart(text: string, position: number, from: number): number {
  let start = position
  while (start > from && isCodeUnitAt(text, start - 1)) start--
  return start
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (kindAt(text, index) === digitUnit) return true
  return false
}

function runEnd(text: string, position: number): number {
  let end = position
  while (isCodeUnitAt(text, end)) end++
  return end
}
