/** A map that keeps what was used last. */
export interface Recent<V> {
  get(key: string): V | undefined
  set(key: string, value: V): void
  delete(key: string): void
  readonly size: number
}

/** @param most what is past it goes, the least recently used first */
export function createRecent<V>(most: number): Recent<V> {
  const values = new Map<string, V>()
  return {
    get(key) {
      const value = values.get(key)
      // only a full map needs to know what was used last
      if (value !== undefined && values.size >= most) {
        values.delete(key)
        values.set(key, value)
      }
      return value
    },
    set(key, value) {
      values.delete(key)
      if (values.size >= most) {
        const oldest = values.keys().next().value
        if (oldest !== undefined) values.delete(oldest)
      }
      values.set(key, value)
    },
    delete: (key) => void values.delete(key),
    get size() {
      return values.size
    },
  }
}
