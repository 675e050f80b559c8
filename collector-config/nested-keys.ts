import { literal } from './ottl.ts'

/**
 * A regular expression for members of JSON, within a value, whose key holds one of `words`: `"password":"x"`, also where
 * the JSON is quoted in JSON. OTTL cannot walk through nested maps; the redaction processor sees them as JSON.
 *
 * @returns `undefined` for no words
 */
export function nestedKeysPattern(words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const free = '[^"\\\\]*'
  const boundary = '[^"\\\\A-Za-z0-9]'
  const patterns = words.map((word) => {
    const text = word.replaceAll('*', '').split('.').map(literal).join(`${boundary}*`)
    const before = word.startsWith('*') ? free : `(?:${free}${boundary})?`
    return before + text + (word.endsWith('*') ? free : `(?:${boundary}${free})?`)
  })
  const quotes = '\\\\*"'
  return `(?i)${quotes}(?:${patterns.join('|')})${quotes}\\s*:\\s*(?:${quotes}(?:[^"\\\\]|\\\\[^"])*${quotes}|[^\\s,"}\\]]+)`
}
