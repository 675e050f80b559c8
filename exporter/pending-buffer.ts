import type { Limits } from '../policy/policy.ts'

/** A record that waits in one flow for its subject, or for their answer. */
export interface PendingRecord<R> {
  readonly record: R
  readonly flow: string
  /** About how much memory it takes; a record that waits in several flows counts in each. */
  readonly bytes: number
}

export interface PendingBuffer<R> {
  /** `false`: there is no room; the caller decides about the record now. */
  add(key: object, pending: PendingRecord<R>): boolean
  /**
   * Asks once about each record that waits now, the oldest request first, and keeps those that stay. They hold their
   * places meanwhile. What is added during a round is asked about in the next one; rounds follow one another.
   *
   * @param stays says whether the record goes on waiting; `due`: it has waited as long as it may. Must not throw.
   * @param pause is called before each record, and awaited if it answers
   */
  sweep(
    stays: (pending: PendingRecord<R>, due: boolean) => boolean,
    pause: () => Promise<void> | undefined,
  ): Promise<void>
  /** Requests, not records. */
  readonly size: number
}

/** Records of one request; a request that writes more is decided without waiting. */
export const maxRecordsPerKey = 1_000

/**
 * Keeps records whose subject may still become known: so many requests, so many records of each, so many bytes in all,
 * for so long.
 *
 * @param clock Unix milliseconds
 */
export function createPendingBuffer<R>(
  limits: Pick<Limits, 'pendingTraces' | 'pendingBytes' | 'pendingSeconds'>,
  clock: () => number = Date.now,
): PendingBuffer<R> {
  const waiting = new Map<object, { readonly since: number; records: PendingRecord<R>[] }>()
  let bytes = 0
  let lastRound = Promise.resolve()

  const round: PendingBuffer<R>['sweep'] = async (stays, pause) => {
    const oldest = clock() - limits.pendingSeconds * 1_000
    for (const [key, entry] of [...waiting]) {
      const asked = [...entry.records]
      const staying: PendingRecord<R>[] = []
      for (const pending of asked) {
        const turn = pause()
        if (turn !== undefined) await turn
        if (stays(pending, entry.since <= oldest)) staying.push(pending)
        else bytes -= pending.bytes
      }
      entry.records = [...staying, ...entry.records.slice(asked.length)]
      if (entry.records.length === 0) waiting.delete(key)
    }
  }

  return {
    add(key, pending) {
      if (bytes + pending.bytes > limits.pendingBytes) return false
      const entry = waiting.get(key)
      if (entry !== undefined) {
        if (entry.records.length >= maxRecordsPerKey) return false
        entry.records.push(pending)
        bytes += pending.bytes
        return true
      }
      if (waiting.size >= limits.pendingTraces) return false
      waiting.set(key, { since: clock(), records: [pending] })
      bytes += pending.bytes
      return true
    },
    sweep(stays, pause) {
      const swept = lastRound.then(() => round(stays, pause))
      // a round that failed is its caller's to know, and does not stop the next one
      lastRound = swept.catch(() => {})
      return swept
    },
    get size() {
      return waiting.size
    },
  }
}
