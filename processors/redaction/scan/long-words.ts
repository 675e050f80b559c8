import type { Entity } from '../detect.ts'
import type { LongWordRule } from '../rules/rule.ts'
import { isCodeUnitAt, isWordUnitAt } from './unit-kinds.ts'

/** No shorter word is asked about, and every longer one has a unit at each step. */
const minLength = 25
const step = 12
const maxLength = 128

/** Words of letters and digits that a rule for long words knows. Most texts have no such word, and cost a look at each twelfth unit. */
export function findLongWords(rules: readonly LongWordRule[], text: string, found: Entity[]): void {
  for (let index = step; index < text.length; index += step) {
    if (!isCodeUnitAt(text, index) || !isCodeUnitAt(text, index + step)) continue
    let start = index
    while (start > index - step && isCodeUnitAt(text, start - 1)) start--
    let end = index
    while (isCodeUnitAt(text, end)) end++
    index = end
    if (
      end - start < minLength ||
      end - start > maxLength ||
      isWordUnitAt(text, start - 1) ||
      isWordUnitAt(text, end)
    ) {
      continue
    }
    let word: string | undefined
    for (const { initials, check, type, name, confidence } of rules) {
      if (!initials.includes(text.charAt(start))) continue
      word ??= text.slice(start, end)
      if (!check(word)) continue
      found.push({ type, rule: name, start, end, confidence })
      break
    }
  }
}
