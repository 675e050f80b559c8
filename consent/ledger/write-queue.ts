import type { Policy } from '../../policy/policy.ts'
import { available } from './available.ts'
import type { ConsentEntry } from './consent-entry.ts'
import type { LedgerChange } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { LedgerError } from './ledger-error.ts'
import type { PendingChange } from './make-entries.ts'
import { writeChanges } from './write-changes.ts'

/** Gathers what many callers want to write: one transaction, and one wait for the disk, serves them all. */
export interface WriteQueue {
  /** Answers when the changes are durable. */
  add(changes: readonly PendingChange[]): Promise<readonly ConsentEntry[]>
  /** Is told of what this process has written. @returns stops it */
  listen(listener: (change: LedgerChange) => void): () => void
  settled(): Promise<void>
}

/** Changes of one transaction. More would keep those behind waiting. */
const maxBatch = 512
/** Changes of one call. */
const maxAtOnce = 1_000
/** Changes that wait. The database cannot keep up: whoever comes now must come again. */
const maxWaiting = 50_000

interface Call {
  readonly changes: readonly PendingChange[]
  readonly resolve: (entries: readonly ConsentEntry[]) => void
  readonly reject: (error: unknown) => void
}

export function createWriteQueue(store: LedgerDatabase, policy: Policy, clock: () => number): WriteQueue {
  let calls: Call[] = []
  let waiting = 0
  let running: Promise<void> | undefined
  const listeners = new Set<(change: LedgerChange) => void>()

  const run = async (): Promise<void> => {
    while (calls.length > 0) {
      const batch = nextBatch(calls)
      calls = calls.slice(batch.length)
      const changes = batch.flatMap((call) => call.changes)
      waiting -= changes.length
      try {
        const entries = await available(() =>
          store.write((db, lock) => writeChanges(db, policy, changes, clock(), lock)),
        )
        let from = 0
        for (const call of batch) {
          call.resolve(entries.slice(from, from + call.changes.length))
          from += call.changes.length
        }
        tell(entries)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    running = undefined
  }

  const tell = (entries: readonly ConsentEntry[]): void => {
    for (const { tenant, subject, seq } of entries) {
      for (const listener of listeners) {
        try {
          listener({ tenant, subject, epoch: seq })
        } catch {
          // what is written is written, whatever a listener makes of it
        }
      }
    }
  }

  return {
    add(changes) {
      if (changes.length === 0) return Promise.resolve([])
      if (changes.length > maxAtOnce)
        return Promise.reject(tooMany(`at most ${maxAtOnce} changes at once`, changes.length))
      if (waiting + changes.length > maxWaiting)
        return Promise.reject(tooMany(`at most ${maxWaiting} that wait`, waiting))
      waiting += changes.length
      return new Promise((resolve, reject) => {
        calls.push({ changes, resolve, reject })
        // in a moment: whoever asks in the same one comes along
        running ??= Promise.resolve().then(run)
      })
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async settled() {
      await running
    },
  }
}

/** Whole calls, and at least one. */
function nextBatch(calls: readonly Call[]): readonly Call[] {
  let count = 0
  let changes = 0
  for (const call of calls) {
    changes += call.changes.length
    if (count > 0 && changes > maxBatch) break
    count++
  }
  return calls.slice(0, count)
}

function tooMany(expected: string, received: number): LedgerError {
  return new LedgerError({
    code: 'too_many',
    path: ['changes'],
    expected,
    received: String(received),
    hint: 'Try again in a moment, with fewer.',
  })
}
