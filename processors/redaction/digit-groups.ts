import { isDigitAt, isWordAt } from './text-units.ts'

/** A run of digits in a row of such runs. */
export interface DigitGroup {
  readonly start: number
  readonly end: number
}

/**
 * Rows of digits as people write long numbers: groups with one separator between two of them. What is part of a word (a
 * hash, a UUID, a name) is none.
 *
 * @param separators the characters that may stand between two groups
 * @returns rows with at least `minDigits` digits in all
 */
export function digitRows(text: string, minDigits: number, separators: string): readonly (readonly DigitGroup[])[] {
  const rows: (readonly DigitGroup[])[] = []
  let position = 0
  while (position < text.length) {
    if (!isDigitAt(text, position)) {
      position++
      continue
    }
    const row: DigitGroup[] = []
    let digits = 0
    let end = position
    for (;;) {
      const start = end
      while (isDigitAt(text, end)) end++
      row.push({ start, end })
      digits += end - start
      if (!isDigitAt(text, end + 1) || !separators.includes(text.charAt(end))) break
      end++
    }
    if (digits >= minDigits) {
      const free = freeGroups(text, row)
      if (free.length > 0) rows.push(free)
    }
    position = end
  }
  return rows
}

/** Without the groups that go on with a word at either end: up to the nearest space, they are parts of it. */
function freeGroups(text: string, row: readonly DigitGroup[]): readonly DigitGroup[] {
  let first = 0
  let last = row.length
  if (continuesWord(text, row[0]?.start ?? 0)) {
    do first++
    while (first < last && isJoint(text.charAt((row[first]?.start ?? 0) - 1)))
  }
  if (goesOnAsWord(text, row.at(-1)?.end ?? 0)) {
    do last--
    while (last > first && isJoint(text.charAt(row[last - 1]?.end ?? 0)))
  }
  return row.slice(first, last)
}

/** Is the number from `start` to `end` whole, or do digits go on behind a dash, a dot or a slash? */
export function isWholeNumber(text: string, start: number, end: number): boolean {
  return (
    !(isJoint(text.charAt(start - 1)) && isDigitAt(text, start - 2)) &&
    !(isJoint(text.charAt(end)) && isDigitAt(text, end + 1))
  )
}

function isJoint(unit: string): boolean {
  return unit === '-' || unit === '.' || unit === '/'
}

/** `7a`, `7-a`: a word goes on with the digits. A full stop or a slash may end a sentence or a part of a path. */
function goesOnAsWord(text: string, end: number): boolean {
  return isWordAt(text, end) || (text.charAt(end) === '-' && isWordAt(text, end + 1))
}

/** `a7`, `a-7`, `a.7`: the digits go on with what stands before them. */
export function continuesWord(text: string, start: number): boolean {
  if (isWordAt(text, start - 1)) return true
  return /[-.]/u.test(text.charAt(start - 1)) && isWordAt(text, start - 2)
}
