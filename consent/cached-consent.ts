import { diag } from '@opentelemetry/api'
import { answerInTime } from './answer-in-time.ts'
import type { ConsentAnswer } from './consent-answer.ts'
import type { ConsentSource, ConsentState, Subject } from './consent-source.ts'
import { createKnownChanges } from './known-changes.ts'
import { createListeners } from './listeners.ts'
import { reasonOf } from './remote/remote-error.ts'
import { subjectKey } from './subject-key.ts'
import { untraced } from './untraced.ts'

/** An answer of a source that tells of changes, too. */
export interface NamedAnswer extends ConsentAnswer {
  /** What changes call the subject; absent where nobody tells of changes. */
  readonly name?: string
  /** Until when the answer holds at most, in Unix milliseconds. */
  readonly validUntil?: number
}

export interface CachedConsentOptions {
  /** How long an answer may be relied on; half of it after, it is asked for again. @defaultValue 5000 */
  readonly ttlMillis?: number
  /** After this an answer that has not come counts as a failure. @defaultValue 2000 */
  readonly timeoutMillis?: number
  /** Subjects kept in memory; the ones read least recently go first. @defaultValue 10000 */
  readonly maxSubjects?: number
}

export interface CachedConsent extends Required<ConsentSource> {
  /** A change is known: until its epoch was read, the grants of whoever has this name do not count. */
  outdate(name: string, epoch: number): void
  /** Changes of these subjects may have been missed: they are asked for anew when they are read next. */
  doubt(isDoubted: (subject: Subject) => boolean): void
}

interface Entry {
  readonly key: string
  readonly subject: Subject
  state: ConsentState | undefined
  name: string | undefined
  asking: boolean
  /** Of the last question and of the next one, in Unix milliseconds. */
  askedAt: number
  nextAt: number
  failures: number
  /** The epoch of the newest change that is known. */
  known: number
  /** The same, when the last question was asked. */
  knownThen: number
  /** What is on its way may be old. */
  again: boolean
}

/** Questions under way at once: a source that hangs must not collect them without end. */
export const maxQuestions = 1_000
/** The longest time between two questions to a source that fails. */
const maxBackOffMillis = 10_000

/**
 * Grants that are asked for and kept in memory for a few seconds.
 *
 * The guard asks on every record, so `read` never waits: it answers what is known and refreshes behind. What is too old,
 * or known to have changed, stops granting; its denials stay.
 *
 * @param ask called at most once at a time for each subject
 */
export function cachedConsent(
  ask: (subject: Subject) => Promise<NamedAnswer>,
  { ttlMillis = 5_000, timeoutMillis = 2_000, maxSubjects = 10_000 }: CachedConsentOptions = {},
): CachedConsent {
  const entries = new Map<string, Entry>()
  const changes = createKnownChanges<Entry>()
  const listeners = createListeners<string>()
  let questions = 0
  let warnedAt = Number.NEGATIVE_INFINITY

  const refresh = (entry: Entry, now: number): void => {
    if (entry.asking || questions >= maxQuestions) return
    questions += 1
    entry.asking = true
    entry.askedAt = now
    entry.knownThen = entry.known
    entry.again = false
    untraced(() => answerInTime(ask, entry.subject, timeoutMillis))
      .then((answer) => settle(entry, answer))
      .catch((error: unknown) => {
        backOff(entry)
        // a source that is down fails for everybody: one line says it
        if (now - warnedAt < 1_000) return
        warnedAt = now
        diag.warn('privity: consent could not be read; nothing is granted meanwhile', reasonOf(error))
      })
      .finally(() => {
        questions -= 1
        entry.asking = false
        if (entry.nextAt === 0 && entries.get(entry.key) === entry) refresh(entry, Date.now())
      })
      // a logger that throws is nobody's to hear of
      .catch(() => {})
  }

  const backOff = (entry: Entry): void => {
    const wait = Math.min(maxBackOffMillis, (ttlMillis / 10) * 2 ** entry.failures)
    entry.failures += 1
    entry.nextAt = entry.askedAt + jittered(wait)
  }

  const settle = (entry: Entry, answer: NamedAnswer): void => {
    const { grants, changedAt, epoch = changedAt, name } = answer
    if (name !== undefined && entry.name === undefined && entries.get(entry.key) === entry) {
      entry.name = name
      entry.known = Math.max(entry.known, changes.join(name, entry))
    }
    // Only what was heard after the question can be missing from the answer. An answer to a later one is believed, also
    // with a lower epoch: an entry that arrives late and counts for nothing is told of, and changes no epoch.
    const outdated = epoch < entry.known && entry.knownThen < entry.known
    if (outdated || entry.again) entry.nextAt = 0
    else {
      entry.failures = 0
      entry.nextAt = entry.askedAt + jittered(ttlMillis / 2)
    }
    const before = entry.state
    // answers can overtake each other: an older epoch never replaces a newer one
    if (before !== undefined && epoch < before.epoch) return
    // counted from the question: an answer that took long may have been true only when it was asked
    const validUntil = Math.min(entry.askedAt + ttlMillis, answer.validUntil ?? Number.POSITIVE_INFINITY)
    entry.state = { epoch, grants, changedAt, validUntil: outdated ? 0 : validUntil }
    if (before !== undefined && !sameGrants(before.grants, grants)) listeners.tell(entry.key)
  }

  const distrust = (entry: Entry): void => {
    if (entry.state !== undefined) entry.state = { ...entry.state, validUntil: 0 }
    entry.nextAt = 0
  }

  const makeRoom = (): void => {
    const oldest = entries.size > maxSubjects ? entries.values().next().value : undefined
    if (oldest === undefined) return
    entries.delete(oldest.key)
    if (oldest.name !== undefined) changes.leave(oldest.name, oldest)
  }

  return {
    read(subject) {
      const key = subjectKey(subject)
      const now = Date.now()
      let entry = entries.get(key)
      if (entry === undefined) {
        entry = {
          key,
          subject,
          state: undefined,
          name: undefined,
          asking: false,
          askedAt: now,
          nextAt: 0,
          failures: 0,
          known: Number.NEGATIVE_INFINITY,
          knownThen: Number.NEGATIVE_INFINITY,
          again: false,
        }
        entries.set(key, entry)
        makeRoom()
      } else if (entries.size >= maxSubjects) {
        // only a full cache needs to know who was read last
        entries.delete(key)
        entries.set(key, entry)
      }
      // the clock was set back: nobody can say how old the answer is
      if (now < entry.askedAt) distrust(entry)
      if (now >= entry.nextAt) refresh(entry, now)
      return entry.state
    },
    outdate(name, epoch) {
      for (const entry of changes.add(name, epoch)) {
        if (epoch <= entry.known || (entry.state !== undefined && entry.state.epoch >= epoch)) continue
        entry.known = epoch
        distrust(entry)
        refresh(entry, Date.now())
        listeners.tell(entry.key)
      }
    },
    doubt(isDoubted) {
      for (const entry of entries.values()) {
        if (!isDoubted(entry.subject)) continue
        entry.nextAt = 0
        entry.again = entry.asking
      }
    },
    watch: listeners.add,
  }
}

function sameGrants(one: ConsentAnswer['grants'], other: ConsentAnswer['grants']): boolean {
  const purposes = Object.keys(one)
  return purposes.length === Object.keys(other).length && purposes.every((purpose) => one[purpose] === other[purpose])
}

/** Not all at the same moment: the subjects of one minute would be asked for together for ever. */
function jittered(millis: number): number {
  return millis * (0.8 + 0.2 * Math.random())
}
