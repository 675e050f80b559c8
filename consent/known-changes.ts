export interface KnownChanges<E> {
  /** @returns the entries that have this name */
  add(name: string, epoch: number): Iterable<E>
  /** @returns the newest epoch that was told for this name, as far as it is remembered */
  join(name: string, entry: E): number
  leave(name: string, entry: E): void
}

/** Told names whose epochs are remembered. A question takes two seconds at most; so many changes are rare in that time. */
const maxRemembered = 10_000

/** Finds the entries that a change is about, also those whose answer is still on its way. */
export function createKnownChanges<E>(): KnownChanges<E> {
  const byName = new Map<string, Set<E>>()
  const recent = new Map<string, number>()
  return {
    add(name, epoch) {
      const newest = Math.max(epoch, recent.get(name) ?? epoch)
      recent.delete(name)
      recent.set(name, newest)
      const oldest = recent.size > maxRemembered ? recent.keys().next().value : undefined
      if (oldest !== undefined) recent.delete(oldest)
      return byName.get(name) ?? []
    },
    join(name, entry) {
      const same = byName.get(name)
      if (same === undefined) byName.set(name, new Set([entry]))
      else same.add(entry)
      return recent.get(name) ?? Number.NEGATIVE_INFINITY
    },
    leave(name, entry) {
      const same = byName.get(name)
      same?.delete(entry)
      if (same?.size === 0) byName.delete(name)
    },
  }
}
