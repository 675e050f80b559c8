/** Remembers something for texts. */
export interface TextCache<V> {
  get(text: string): V | undefined
  set(text: string, value: V): void
}

/** Longer texts are not remembered, so that a cache is bounded in bytes, too. */
export const maxRememberedLength = 128

/**
 * A cache of two generations. The younger takes what is new, and what of the older is asked for again; when it is full,
 * the older is forgotten, and the younger takes its place. So what is in use stays, and nothing else does for long.
 *
 * Texts of records are personal data, sometimes. They are in the memory of the application anyway, and leave it no
 * other way than it lets them; here they are for as long as `size` others have not come.
 *
 * @param size texts of one generation
 */
export function createTextCache<V>(size: number): TextCache<V> {
  let younger = new Map<string, V>()
  let older = new Map<string, V>()
  const set = (text: string, value: V): void => {
    if (text.length > maxRememberedLength) return
    if (younger.size >= size) {
      older = younger
      younger = new Map()
    }
    younger.set(text, value)
  }
  return {
    get(text) {
      if (text.length > maxRememberedLength) return undefined
      const known = younger.get(text)
      if (known !== undefined) return known
      const former = older.get(text)
      if (former !== undefined) set(text, former)
      return former
    },
    set,
  }
}
