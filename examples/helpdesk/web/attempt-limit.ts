const windowMillis = 15 * 60_000
const mostAttempts = 10
const mostNames = 10_000

/** Slows down guessing: after ten failures in a quarter of an hour a name has to wait. Forgets the oldest names first. */
export function attemptLimit(now: () => number = Date.now) {
  const failures = new Map<string, number[]>()
  const recent = (name: string) => (failures.get(name) ?? []).filter((time) => now() - time < windowMillis)
  return {
    isReached: (name: string): boolean => recent(name).length >= mostAttempts,
    failed(name: string): void {
      const times = [...recent(name), now()]
      failures.delete(name)
      failures.set(name, times)
      const oldest = failures.keys().next().value
      if (failures.size > mostNames && oldest !== undefined) failures.delete(oldest)
    },
    succeeded: (name: string): void => {
      failures.delete(name)
    },
  }
}
