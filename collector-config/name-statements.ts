import { quote } from './ottl.ts'
import type { Way } from './ways.ts'

/**
 * Statements for a name of a span, event, metric or scope, which is meant to be code: what the Collector looks for goes,
 * and where the way takes no texts also what does not look like a word of a program. The same idea as `codeName` of the
 * guard, as far as RE2 can say it.
 *
 * @param found a regular expression for what the Collector looks for in texts
 */
export function nameStatements(way: Way, field: string, found: string): string[] {
  const replace = (pattern: string, by: string) => `replace_pattern(${field}, ${quote(pattern)}, ${quote(by)})`
  const clean = replace(found, '{id}')
  if (way.takesUnknownKeys) return [clean]
  return [
    clean,
    replace(notCode, '{id}'),
    replace(properNames, '{id}'),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Go's syntax for a group
    replace('(?s)\\A((?:\\S+\\s+){7}\\S+)\\s.*\\z', '${1}'),
    // biome-ignore lint/suspicious/noTemplateCurlyInString: Go's syntax for a group
    replace('(?s)\\A(.{256}).*\\z', '${1}'),
  ]
}

/** What stands between the delimiters of a name. */
const part = '[^\\s/:.]'

const notCode = [
  // letters beyond ASCII, control characters
  `${part}*[^\\x21-\\x7e\\s]${part}*`,
  // an address
  `${part}+@${part}*`,
  // too long a word, or too many digits
  `${part}{65,}`,
  `${part}*[0-9]{4,}${part}*`,
  // digits at the beginning, or in the middle of an id; `http2` and `v1beta` pass
  `\\b[0-9]${part}*`,
  `${part}*[0-9](?:[A-Za-z]{4,}|[A-Za-z]+[0-9]|[A-Za-z]*[^A-Za-z0-9\\s/:.])${part}*`,
].join('|')

/** `Ada Lovelace`: capitalised words in a row are a person's name rather than a program's word. */
const properNames = '\\b[A-Z][a-z]{1,30}(?:[,.;:]?\\s+[A-Z][a-z]{1,30})+\\b'
