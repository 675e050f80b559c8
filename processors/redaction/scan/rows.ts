import type { RowGroups } from '../rules/rule.ts'
import { codeUnit, digitUnit, jointUnit, otherUnit, upperUnit } from './unit-kinds.ts'

/** Groups of letters and digits that are joined by single separators, with at least one digit among them. */
export interface Rows {
  /**
   * Forgets the last text.
   *
   * @returns where the kind of each unit of the next one is to be written, one place behind its own
   */
  begin(length: number): Uint8Array
  /**
   * Reads the row around `position`, where a digit stands; positions come in the order of the text.
   *
   * @returns the same object for all rows: each is looked at once, and forgotten; `undefined` if it belongs to the row before,
   *   or is none that a rule knows
   */
  read(text: string, position: number): RowGroups | undefined
  /**
   * How long a run of digits is that is a row of its own, `position` its third digit: an id, a time, a size, as most texts have
   * them. 0 if it goes on, or a sign of telephone numbers stands before it.
   */
  loneDigits(text: string, position: number): number
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
/** What may stand before a telephone number: `%` begins an escaped plus. */
const phoneSigns = new Set(Array.from('+()%', (sign) => sign.charCodeAt(0)))
const bigT = 84
const dash = 45

const minKept = 1_024
const maxKept = 65_536

export function createRows(): Rows {
  /** The kind of each unit of the text, one place later: what stands outside of it is of none. */
  let kinds = new Uint8Array(minKept)
  let end = 0
  const row = {
    count: 0,
    sumOfDigits: 0,
    starts: new Int32Array(maxGroups),
    ends: new Int32Array(maxGroups),
    digits: new Int32Array(maxGroups),
  }
  const { starts, ends, digits: digitCounts } = row

  const kindAt = (index: number): number => kinds[index + 1] as number
  const isCode = (index: number): boolean => (kindAt(index) & codeUnit) !== 0

  /** Is it a row that a rule may know? */
  const readForward = (text: string, from: number): boolean => {
    let sum = 0
    let isPlain = true
    let start = from
    let count = 0
    while (count < maxGroups) {
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
      starts[count] = start
      ends[count] = position
      digitCounts[count++] = digits
      end = position
      if (kindAt(position) !== jointUnit || !isCode(position + 1)) break
      start = position + 1
    }
    row.count = count
    row.sumOfDigits = sum
    return sum >= (isPlain && count < 4 ? minPlainDigits : minDigits) && !isDate(text) && !isTraceId()
  }

  /** Capitals, or letters with a dash: words of a sentence are no parts of a code. */
  const isPartInLetters = (text: string, start: number, behind: number): boolean => {
    if (behind - start > maxLetters) return false
    const isUpper = kindAt(start) === upperUnit && kindAt(behind - 1) === upperUnit
    return isUpper || text.charCodeAt(start - 1) === dash || text.charCodeAt(behind) === dash
  }

  /** `2026-11-23`, perhaps with the hour behind it: what most lines begin with is worth a look of its own. */
  const isDate = (text: string): boolean => {
    const { count } = row
    if (count < 3 || count > 4) return false
    const start = starts[0] as number
    if ((ends[0] as number) - start !== 4 || (ends[1] as number) - start !== 7) return false
    if ((starts[2] as number) - start !== 8) return false
    const behind = text.charCodeAt(start + 10)
    const isEnd = (ends[2] as number) - start === 10 ? count === 3 || behind === blank : behind === bigT
    return isEnd && /^(?:19|20)\d\d(?:-[01]\d-|\/[01]\d\/|\.[01]\d\.)/u.test(text.slice(start, start + 8))
  }

  /** A UUID, or the trace context of W3C: most of all ids in telemetry are one or the other. */
  const isTraceId = (): boolean => {
    const { count } = row
    if (count === 5) return hasLengths(8, 4, 4, 4, 12)
    return count === 4 && hasLengths(2, 32, 16, 2)
  }

  const hasLengths = (...lengths: readonly number[]): boolean =>
    lengths.every((length, index) => (ends[index] as number) - (starts[index] as number) === length)

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

  /** Does a row go on with the joint at `joint` and what stands at `beyond`? */
  const goesOn = (text: string, joint: number, beyond: number): boolean => {
    const kind = kindAt(beyond)
    if (kind === otherUnit) return phoneSigns.has(text.charCodeAt(beyond))
    return (kind & codeUnit) === 0 || (kind & (digitUnit | upperUnit)) !== 0 || text.charCodeAt(joint) === dash
  }

  return {
    loneDigits(text, position) {
      const start = position - 2
      if (start < end || kindAt(position - 1) !== digitUnit || kindAt(start) !== digitUnit) return 0
      const before = kindAt(start - 1)
      if (before === jointUnit ? goesOn(text, start - 1, start - 2) : before !== otherUnit) return 0
      if (before === otherUnit && phoneSigns.has(text.charCodeAt(start - 1))) return 0
      let behind = position + 1
      while (kindAt(behind) === digitUnit) behind++
      const next = kindAt(behind)
      if (next === jointUnit ? goesOn(text, behind, behind + 1) : next !== otherUnit) return 0
      return behind - start
    },
    begin(length) {
      // grown for a long text, and given back: the next one is short
      if (kinds.length < length + 3 || kinds.length > Math.max(maxKept, length * 8)) {
        kinds = new Uint8Array(Math.max(minKept, length * 2))
      }
      kinds[0] = 0
      kinds[length + 1] = 0
      kinds[length + 2] = 0
      end = 0
      return kinds
    },
    read(text, position) {
      if (position < end) return undefined
      const from = end
      end = position + 1
      const start = rowStart(text, position, from)
      if (position - start <= maxGroupLength) return readForward(text, start) ? row : undefined
      while (isCode(end)) end++
      return undefined
    },
  }
}
