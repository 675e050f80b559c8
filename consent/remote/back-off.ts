export interface BackOff {
  /** How long to wait after one more failure, in milliseconds. */
  failed(): number
  succeeded(): void
}

/**
 * Waits that double up to a limit, each drawn from its upper half: processes that lost the same server do not come back
 * at the same moment.
 */
export function createBackOff(firstMillis: number, maxMillis: number): BackOff {
  let failures = 0
  return {
    failed() {
      const ceiling = Math.min(maxMillis, firstMillis * 2 ** failures)
      failures = Math.min(failures + 1, 32)
      return ceiling * (0.5 + Math.random() / 2)
    },
    succeeded() {
      failures = 0
    },
  }
}
