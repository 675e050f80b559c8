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

/** Without the first group if it is the end of a word, and the last if it is the beginning of one. */
function freeGroups(text: string, row: readonly DigitGroup[]): readonly DigitGroup[] {
  const first = row[0]
  const last = row.at(-1)
  const isBound = first !== undefined && continuesWord(text, first.start)
  const isOpen = last !== undefined && isWordAt(text, last.end)
  return isBound || isOpen ? row.slice(isBound ? 1 : 0, isOpen ? -1 : undefined) : row
}

/** `a7`, `a-7`, `a.7`: the digits go on with what stands before them. */
export function continuesWord(text: string, start: number): boolean {
  if (isWordAt(text, start - 1)) return true
  return /[-.]/u.test(text.charAt(start - 1)) && isWordAt(text, start - 2)
}
