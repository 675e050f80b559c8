/** A record that waits in one flow for its subject, or for their answer. */
export interface PendingRecord<R> {
  readonly record: R
  readonly flow: string
}

export interface PendingBuffer<R> {
  /** `false`: there is no room; the caller decides about the record now. */
  add(key: object, pending: PendingRecord<R>): boolean
  /** Takes everything out, with whether it has waited as long as it may. What still waits is added again. */
  take(): {
    readonly key: object
    readonly since: number
    readonly records: PendingRecord<R>[]
    readonly due: boolean
  }[]
  /** Puts back what `take` gave, with the age that it had. Never refused: it had a place before. */
  restore(key: object, since: number, records: PendingRecord<R>[]): void
  readonly size: number
}

/** Records of one request; a request that writes more is decided without waiting. */
export const maxRecordsPerKey = 1_000

/**
 * Keeps records whose subject may still become known: so many requests, so many records of each, for so long.
 *
 * @param clock Unix milliseconds
 */
export function createPendingBuffer<R>(
  limits: { readonly pendingTraces: number; readonly pendingSeconds: number },
  clock: () => number = Date.now,
): PendingBuffer<R> {
  const waiting = new Map<object, { since: number; records: PendingRecord<R>[] }>()
  return {
    add(key, pending) {
      const entry = waiting.get(key)
      if (entry !== undefined) {
        if (entry.records.length >= maxRecordsPerKey) return false
        entry.records.push(pending)
        return true
      }
      if (waiting.size >= limits.pendingTraces) return false
      waiting.set(key, { since: clock(), records: [pending] })
      return true
    },
    take() {
      const oldest = clock() - limits.pendingSeconds * 1_000
      const taken = Array.from(waiting, ([key, entry]) => ({ key, ...entry, due: entry.since <= oldest }))
      waiting.clear()
      return taken
    },
    restore(key, since, records) {
      const entry = waiting.get(key)
      if (entry === undefined) waiting.set(key, { since, records })
      else waiting.set(key, { since: Math.min(since, entry.since), records: [...records, ...entry.records] })
    },
    get size() {
      return waiting.size
    },
  }
}
