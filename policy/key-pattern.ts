/** A compiled key pattern: `app.customer.*`, where `*` stands for any characters, dots included, or none. */
export interface KeyPattern {
  readonly pattern: string
  /** Without `*`: it names one key. */
  readonly exact: boolean
  /** How many characters of the pattern are literal. */
  readonly literalLength: number
  readonly matches: (key: string) => boolean
}

/**
 * Compiles a key pattern. Letters count as they are: `App.x` and `app.x` are two keys, as in OpenTelemetry.
 *
 * Searches for the literal parts one after the other, never going back, so no pattern can make it slow.
 *
 * @example compileKeyPattern('app.*.id').matches('app.customer.id') // true
 */
export function compileKeyPattern(pattern: string): KeyPattern {
  const parts = pattern.split('*')
  const first = parts[0] ?? ''
  if (parts.length === 1)
    return { pattern, exact: true, literalLength: pattern.length, matches: (key) => key === pattern }
  const last = parts.at(-1) ?? ''
  const middle = parts.slice(1, -1).filter((part) => part !== '')
  const literalLength = pattern.length - (parts.length - 1)
  return {
    pattern,
    exact: false,
    literalLength,
    matches(key) {
      if (!key.startsWith(first) || !key.endsWith(last)) return false
      const end = key.length - last.length
      let position = first.length
      for (const part of middle) {
        const found = key.indexOf(part, position)
        if (found === -1 || found + part.length > end) return false
        position = found + part.length
      }
      // head and tail may not share characters: 'ab*bc' is not 'abc'
      return position <= end
    },
  }
}

/**
 * Finds the pattern that decides for a key: an exact one before any with `*`, then the one with most literal
 * characters, then the later in the list.
 *
 * @returns the deciding one of `rules` itself; `undefined` if none matches
 * @example mostSpecific([{ pattern: 'app.*' }, { pattern: 'app.customer.*' }])('app.customer.name') // { pattern: 'app.customer.*' }
 */
export function mostSpecific<R extends { readonly pattern: string }>(
  rules: readonly R[],
): (key: string) => R | undefined {
  const exact = new Map<string, R>()
  const compiled: { rule: R; key: KeyPattern; order: number }[] = []
  rules.forEach((rule, order) => {
    const key = compileKeyPattern(rule.pattern)
    if (key.exact) exact.set(rule.pattern, rule)
    else compiled.push({ rule, key, order })
  })
  compiled.sort((a, b) => b.key.literalLength - a.key.literalLength || b.order - a.order)
  return (key) => exact.get(key) ?? compiled.find((entry) => entry.key.matches(key))?.rule
}
