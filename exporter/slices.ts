/** Work is given back to the event loop after this long. A single record takes well below a millisecond more. */
export const sliceMillis = 2

export interface Slices {
  /** Call before each piece of work, and await the answer if there is one. */
  next(): Promise<void> | undefined
}

/**
 * Cuts long work into slices, so that requests get their turn in between. All work that shares one `Slices` shares one
 * slice in each turn of the event loop, first come, first served: five exports at once take no longer a turn than one.
 *
 * @param clock milliseconds, monotonic
 * @param inNextTurn calls back when the event loop has gone round
 * @example
 * const slices = createSlices()
 * for (const record of records) {
 *   const turn = slices.next()
 *   if (turn !== undefined) await turn
 *   judge(record)
 * }
 */
export function createSlices(
  clock: () => number = () => performance.now(),
  inNextTurn: (callback: () => void) => void = (callback) => void setImmediate(callback),
): Slices {
  const waiting: (() => void)[] = []
  let startedAt: number | undefined

  const start = (): void => {
    startedAt = clock()
    inNextTurn(end)
  }
  const end = (): void => {
    startedAt = undefined
    const first = waiting.shift()
    if (first === undefined) return
    // one only: those behind it have the turns after this one
    start()
    first()
  }
  return {
    next() {
      if (startedAt === undefined) start()
      else if (clock() - startedAt >= sliceMillis) return new Promise((resolve) => waiting.push(resolve))
      return undefined
    },
  }
}

/** The slices of everything that is exported in this thread. */
export const slices: Slices = createSlices()
