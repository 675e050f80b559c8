/** Numbers values by type: the same value gets the same number, so that a reader can follow it through one trace. */
export interface TokenScope {
  /** `[email:1]`; `undefined` once too many different values were numbered. */
  token(type: string, value: string): string | undefined
}

/** Different values that one scope numbers. */
export const maxTokens = 1_000

/** A numbering of its own: nothing connects its numbers with those of another scope. */
export function createTokenScope(): TokenScope {
  let tokens: Map<string, string> | undefined
  const counts = new Map<string, number>()
  return {
    token(type, value) {
      // e-mail addresses are written in any case, and mean the same
      const key = `${type}:${value.normalize('NFC').toLowerCase()}`
      tokens ??= new Map()
      const known = tokens.get(key)
      if (known !== undefined || tokens.size >= maxTokens) return known
      const count = (counts.get(type) ?? 0) + 1
      counts.set(type, count)
      const token = `[${type}:${count}]`
      tokens.set(key, token)
      return token
    },
  }
}
