import type { RowGroups } from '../rules/rule.ts'
import { codeUnit, digitUnit, jointUnit, upperUnit } from './unit-kinds.ts'

/** Groups of letters and digits that are joined by single separators, with at least one digit among them. */
export interface Rows {
  readonly count: number
  /**
   * Forgets the last text.
   *
   * @returns where the kind of each unit of the next one is to be written, one place behind its own
   */
  begin(length: number): Uint8Array
  /** Reads the row around `position`, where a digit stands, unless it belongs to the row before. */
  read(text: string, position: number): void
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
const bigT = 84
const dash = 45

const minKept = 1_024
const maxKept = 65_536

/** For one group: where it starts, where it ends, its digits. */
const fields = 3

export function createRows(): Rows {
  /** The kind of each unit of the text, one place later: what stands outside of it is of none. */
  let kinds = new Uint8Array(minKept)
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

  const kindAt = (index: number): number => kinds[index + 1] as number
  const isCode = (index: number): boolean => (kindAt(index) & codeUnit) !== 0

  const readForward = (text: string, from: number): void => {
    const begin = top
    let sum = 0
    let isPlain = true
    let start = from
    for (let count = 0; count < maxGroups; count++) {
      let position = start
      let digits = 0
      for (let kind = kindAt(position); (kind & codeUnit) !== 0; kind = kindAt(++position)) {
        if (kind === digitUnit) digits++
      }
      const length = position - start
      if (digits < length) isPlain = false
      if (digits === 0 && !isPartInLetters(text, start, position)) break
      // the digits of a hash are none of a code
      if (length <= maxGroupLength) sum += digits
      if (top + fields > buffer.length) buffer = grown(buffer)
      buffer[top++] = start
      buffer[top++] = position
      buffer[top++] = digits
      end = position
      if (kindAt(position) !== jointUnit || !isCode(position + 1)) break
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

  /** Capitals, or letters with a dash: words of a sentence are no parts of a code. */
  const isPartInLetters = (text: string, start: number, behind: number): boolean => {
    if (behind - start > maxLetters) return false
    return kindAt(start) === upperUnit || text.charCodeAt(start - 1) === dash || text.charCodeAt(behind) === dash
  }

  /** `2026-11-23`, perhaps with the hour behind it: what most lines begin with is worth a look of its own. */
  const isDate = (text: string, begin: number, count: number): boolean => {
    if (count < 3 || count > 4) return false
    const start = buffer[begin] as number
    if ((buffer[begin + 1] as number) - start !== 4 || (buffer[begin + 4] as number) - start !== 7) return false
    if ((buffer[begin + 6] as number) - start !== 8) return false
    const behind = text.charCodeAt(start + 10)
    const isEnd = (buffer[begin + 7] as number) - start === 10 ? count === 3 || behind === blank : behind === bigT
    return isEnd && /^(?:19|20)\d\d(?:-[01]\d-|\/[01]\d\/|\.[01]\d\.)/u.test(text.slice(start, start + 8))
  }

  /** Where the row around `position` begins: nearer groups of letters and digits before it belong to it. */
  const rowStart = (text: string, position: number, from: number): number => {
    let start = runStart(position, Math.max(from, position - maxGroupLength - 1))
    const limit = Math.max(from, position - maxBack)
    while (start - 1 > limit && kindAt(start - 1) === jointUnit && isCode(start - 2)) {
      const before = runStart(start - 2, Math.max(from, start - 3 - maxMixed))
      if (start - 1 - before > maxMixed || before < limit) break
      if (!hasDigit(before, start - 1) && !isPartInLetters(text, before, start - 1)) break
      start = before
    }
    return start
  }

  const runStart = (position: number, from: number): number => {
    let start = position
    while (start > from && isCode(start - 1)) start--
    return start
  }

  const hasDigit = (from: number, to: number): boolean => {
    for (let index = from; index < to; index++) if (kindAt(index) === digitUnit) return true
    return false
  }

  return {
    get count() {
      return rowCount
    },
    begin(length) {
      // grown for a long text, and given back: the next one is short
      if (kinds.length < length + 3 || kinds.length > Math.max(maxKept, length * 8)) {
        kinds = new Uint8Array(Math.max(minKept, length * 2))
      }
      kinds[length + 1] = 0
      kinds[length + 2] = 0
      end = 0
      top = 0
      rowCount = 0
      return kinds
    },
    read(text, position) {
      if (position < end) return
      const from = end
      end = position + 1
      const start = rowStart(text, position, from)
      if (position - start <= maxGroupLength) readForward(text, start)
      else while (isCode(end)) end++
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
