import type { DataClass } from '../policy/policy.ts'
import { anyBeginning, keepMark, maskedMark } from './key-marks.ts'
import { wordsIn } from './key-tables.ts'
import { literal } from './ottl.ts'

/**
 * A regular expression for whole keys that hold one of `words`, as `classifyByPattern` finds them: `user.id` is in
 * `user_id`, `app.userId` and `USER-ID`, `*email*` is in `customerEmail2`.
 *
 * RE2 has no look-around, so where the two differ this one finds more: it also takes `userid` for `user.id`.
 *
 * @param start a regular expression for what the keys begin with, in which words do not count
 * @returns `undefined` for no words
 */
export function wordsPattern(words: readonly string[], start = ''): string | undefined {
  if (words.length === 0) return undefined
  const before = beginnings(start)
  const patterns: string[] = []
  for (const end of ['.*', wordEnd]) {
    const ending = words.filter((word) => word.endsWith('*') === (end === '.*'))
    const free = ending.filter((word) => word.startsWith('*')).map(asPattern)
    const bounded = ending.filter((word) => !word.startsWith('*'))
    if (free.length > 0) patterns.push(`${before.any}(?i:${free.join('|')})${end}`)
    if (bounded.length === 0) continue
    patterns.push(`${before.boundary}(?i:${bounded.map(asPattern).join('|')})${end}`)
    patterns.push(`${before.hump}(?:${bounded.map(asHump).join('|')})${end}`)
  }
  return patterns.join('|')
}

/** The words of the classes that `takes` names. */
export function wordsOfClasses(
  words: readonly (readonly [DataClass, string])[],
  takes: (dataClass: DataClass) => boolean,
): string[] {
  return words.flatMap(([dataClass, list]) => (takes(dataClass) ? wordsIn(list) : []))
}

/** ASCII only: all other letters count as what stands between words, which finds more, and is compiled much faster. */
const letter = 'A-Za-z0-9'

/** What may stand before a word: anything, the boundary of a word, or the small letter before the hump of `userId`. */
function beginnings(start: string): { readonly any: string; readonly boundary: string; readonly hump: string } {
  if (start !== '') return { any: `${start}.*`, boundary: `${start}(?:.*[^${letter}])?`, hump: `${start}.*[${letter}]` }
  const marks = `${keepMark}${maskedMark}`
  return {
    any: anyBeginning,
    boundary: `(?:[^${marks}${letter}]|[^${marks}].*[^${letter}])?`,
    hump: `(?:[${letter}]|[^${marks}].*[${letter}])`,
  }
}

/** A word ends where no letter or digit follows, or before a hump. */
const wordEnd = `(?:[^${letter}].*|[A-Z].*)?`

function asPattern(word: string): string {
  return word.replaceAll('*', '').split('.').map(literal).join(`[^${letter}]*`)
}

/** A word that begins with a capital, as the `UserId` of `appUserId` and the `User_id` of `appUser_id`. */
function asHump(word: string): string {
  const pattern = asPattern(word)
  return `${pattern.charAt(0).toUpperCase()}(?i:${pattern.slice(1)})`
}
