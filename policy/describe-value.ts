/**
 * A value of a policy in words, for `received`.
 *
 * Text is quoted only where text was expected, and never from a destination: a value in the wrong place may be a
 * token or a URL with a password, and messages end in logs.
 */
export function describeValue(value: unknown, path: readonly (string | number)[], quote: boolean): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'an empty value'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object') return 'a map'
  if (path.includes('to')) return typeof value === 'string' ? 'a text (not shown)' : `a ${typeof value} (not shown)`
  if (typeof value === 'string') {
    if (value === '') return 'an empty text'
    return quote && value.length <= 64 ? JSON.stringify(value) : `a text of ${value.length} characters`
  }
  return `${typeof value} ${String(value)}`
}
