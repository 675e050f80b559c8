/** The copies of what many records share, by the originals. */
export interface SharedCopies<T extends object> {
  get(original: T): T | undefined
  set(original: T, copy: T): void
}

/** As a `WeakMap`, but the original that was asked for last is asked for again, nearly always: it is not looked up. */
export function createSharedCopies<T extends object>(): SharedCopies<T> {
  const copies = new WeakMap<T, T>()
  let lastOriginal: T | undefined
  let lastCopy: T | undefined
  return {
    get(original) {
      if (original !== lastOriginal) {
        lastOriginal = original
        lastCopy = copies.get(original)
      }
      return lastCopy
    },
    set(original, copy) {
      copies.set(original, copy)
      lastOriginal = original
      lastCopy = copy
    },
  }
}
