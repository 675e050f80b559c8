import { diag } from '@opentelemetry/api'
import type { Grant } from '../policy/policy.ts'
import type { ConsentSource, ConsentState, Subject } from './consent-source.ts'
import { subjectKey } from './subject-key.ts'

/** What the callback answers for one subject. */
export interface ConsentAnswer {
  readonly grants: Readonly<Record<string, Grant>>
  /** When these grants were given, in Unix milliseconds. Records captured before are not covered. */
  readonly changedAt: number
  /** Grows with every change. @defaultValue `changedAt` */
  readonly epoch?: number
}

export interface CallbackConsentOptions {
  /** How long an answer may be relied on; half of it after, it is asked for again. @defaultValue 5000 */
  readonly ttlMillis?: number
  /** After this an answer that has not come counts as a failure. @defaultValue 2000 */
  readonly timeoutMillis?: number
  /** Subjects kept in memory; the ones read least recently go first. @defaultValue 10000 */
  readonly maxSubjects?: number
}

interface Entry {
  state: ConsentState | undefined
  askedAt: number
  asking: boolean
}

/**
 * Grants that live elsewhere (a database, a service), asked for by a callback and kept in memory for a few seconds.
 *
 * The guard asks on every record, so `read` never waits: it answers what is known and refreshes behind. While the
 * callback fails, throws or hangs, the last answer grows stale and stops granting; its denials stay.
 *
 * @param ask called at most once at a time for each subject
 * @example
 * const consent = callbackConsent(async () => ({ grants: { personalization: 'granted' }, changedAt: 0 }))
 * consent.read({ subject: 'ada' }) // undefined: the question is on its way
 */
export function callbackConsent(
  ask: (subject: Subject) => Promise<ConsentAnswer>,
  { ttlMillis = 5_000, timeoutMillis = 2_000, maxSubjects = 10_000 }: CallbackConsentOptions = {},
): ConsentSource {
  const entries = new Map<string, Entry>()

  const refresh = (key: string, subject: Subject, entry: Entry, now: number): void => {
    entry.asking = true
    entry.askedAt = now
    answerInTime(ask, subject, timeoutMillis).then(
      (answer) => {
        entry.asking = false
        const epoch = answer.epoch ?? answer.changedAt
        // answers can overtake each other: an older epoch never replaces a newer one
        if (entry.state !== undefined && epoch < entry.state.epoch) return
        // counted from the question: an answer that took long may have been true only when it was asked
        const validUntil = entry.askedAt + ttlMillis
        entry.state = { epoch, grants: answer.grants, changedAt: answer.changedAt, validUntil }
      },
      (error: unknown) => {
        entry.asking = false
        diag.warn('privity: consent could not be read; nothing is granted meanwhile', nameOf(error))
      },
    )
    if (entries.size > maxSubjects) {
      const oldest = entries.keys().next().value
      if (oldest !== undefined && oldest !== key) entries.delete(oldest)
    }
  }

  return {
    read(subject) {
      const key = subjectKey(subject)
      const now = Date.now()
      let entry = entries.get(key)
      if (entry === undefined) {
        entry = { state: undefined, askedAt: 0, asking: false }
        entries.set(key, entry)
      } else if (entries.size >= maxSubjects) {
        // only a full cache needs to know who was read last
        entries.delete(key)
        entries.set(key, entry)
      }
      // a failure is not asked again at once, either: askedAt holds the next try back
      if (!entry.asking && now - entry.askedAt >= ttlMillis / 2) refresh(key, subject, entry, now)
      return entry.state
    },
  }
}

async function answerInTime(
  ask: (subject: Subject) => Promise<ConsentAnswer>,
  subject: Subject,
  timeoutMillis: number,
): Promise<ConsentAnswer> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMillis} ms`)), timeoutMillis)
    timer.unref?.()
  })
  try {
    return await Promise.race([ask(subject), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/** The kind of an error only: its message may quote the subject. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
