export interface Listeners<T> {
  /** @returns stops it */
  add(listener: (value: T) => void): () => void
  tell(value: T): void
}

/** Whoever wants to hear of something. One that throws does not keep the others from hearing it. */
export function createListeners<T>(): Listeners<T> {
  const all = new Set<{ readonly listener: (value: T) => void }>()
  return {
    add(listener) {
      // an object of its own: the same function may be added twice
      const added = { listener }
      all.add(added)
      return () => void all.delete(added)
    },
    tell(value) {
      for (const { listener } of all) {
        try {
          listener(value)
        } catch {
          // somebody else's code; what it missed is read when it asks
        }
      }
    },
  }
}
