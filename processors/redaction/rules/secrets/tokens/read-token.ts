import { endOfRun, isAlphanumericAt } from '../unit-sets.ts'
import type { Run, TokenFormat } from './token-format.ts'

/**
 * Reads one token.
 *
 * @param start behind the prefix
 * @returns where it ends; `undefined` if what stands there has another form
 */
export function readToken(text: string, start: number, { parts }: TokenFormat): number | undefined {
  let position = start
  let last: Run | undefined
  let spare = 0
  for (const part of parts) {
    if (typeof part === 'string') {
      if (!text.startsWith(part, position)) return undefined
      position += part.length
      spare = 0
      last = undefined
      continue
    }
    const end = endOfRun(text, position, part.set, part.max)
    if (end - position < part.min) return undefined
    spare = end - position - part.min
    position = end
    last = part
  }
  if (isAlphanumericAt(text, position)) {
    if (last === undefined || last.max < longRun) return undefined
    position = endOfRun(text, position, last.set, maxLength)
  }
  // the dot belongs to the sentence
  while (spare > 0 && text.charCodeAt(position - 1) === 46) {
    position--
    spare--
  }
  return position
}

/** Tokens of so open a length grow with time: what is longer than known is one, too. */
const longRun = 200
const maxLength = 8_192
