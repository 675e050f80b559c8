/** Work is given back to the event loop after this long. A single record takes well below a millisecond more. */
export const sliceMillis = 2

export interface Slices {
  /** Call after each piece of work, and await the answer if there is one. */
  next(): Promise<void> | undefined
}

/**
 * Cuts long work into slices, so that requests get their turn in between.
 *
 * @param clock milliseconds, monotonic
 * @param yieldToLoop settles when the event loop has gone round
 * @example
 * const slices = createSlices()
 * for (const record of records) {
 *   judge(record)
 *   const turn = slices.next()
 *   if (turn !== undefined) await turn
 * }
 */
export function createSlices(
  clock: () => number = () => performance.now(),
  yieldToLoop: () => Promise<void> = () => new Promise((resolve) => setImmediate(resolve)),
): Slices {
  let startedAt = clock()
  return {
    next() {
      if (clock() - startedAt < sliceMillis) return undefined
      return yieldToLoop().then(() => {
        startedAt = clock()
      })
    },
  }
}
