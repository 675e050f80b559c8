import { diag } from '@opentelemetry/api'
import type { ConsentState, Subject } from '../consent-source.ts'
import { type AskedSubject, askStates, type RemoteState } from './ask-states.ts'
import { createBackOff } from './back-off.ts'
import { followChanges } from './follow-changes.ts'
import { reasonOf } from './remote-error.ts'

export interface TenantConsentOptions {
  readonly url: string
  readonly tenant: string
  readonly token: (tenant: string) => Promise<string>
  readonly ttlMillis: number
  readonly maxSubjects: number
}

export interface TenantConsent {
  read(subject: Subject, now: number): ConsentState | undefined
  close(): void
}

interface Entry {
  readonly key: string
  readonly asked: AskedSubject
  /** Known with the first answer. */
  pseudonym: string | undefined
  state: ConsentState | undefined
  /** When to ask again, in Unix milliseconds. */
  refreshAt: number
  /** On the list, or on its way. */
  asking: boolean
}

/** What one question may hold; the API takes no more. */
const maxBatch = 1_000
const maxAtOnce = 2
/** Reads of the same moment go together. */
const gatherMillis = 2
const timeoutMillis = 2_000
const firstWaitMillis = 100
const maxWaitMillis = 10_000

/** What the people of one tenant say, asked for at the API and kept for a few seconds. */
export function createTenantConsent(options: TenantConsentOptions): TenantConsent {
  const { ttlMillis, maxSubjects } = options
  const entries = new Map<string, Entry>()
  // one pseudonym may have two entries: by id, and by the pseudonym that came with a token
  const byPseudonym = new Map<string, Set<Entry>>()
  const waiting = new Set<Entry>()
  /** What was heard while questions were under way, with the number of the last one sent: their answers may be older. */
  const heard = new Map<string, { readonly epoch: number; readonly question: number }>()
  /** Answers to questions up to this one count for nothing: more was heard meanwhile than can be remembered. */
  let lost = 0
  const backOff = createBackOff(firstWaitMillis, maxWaitMillis)
  const closing = new AbortController()
  let questions = 0
  let underWay = 0
  let notBefore = 0
  let timer: NodeJS.Timeout | undefined

  const enqueue = (entry: Entry): void => {
    entry.asking = true
    waiting.add(entry)
    schedule()
  }

  const schedule = (): void => {
    if (timer !== undefined || waiting.size === 0 || underWay >= maxAtOnce || closing.signal.aborted) return
    timer = setTimeout(
      () => {
        timer = undefined
        void ask()
        schedule()
      },
      Math.max(gatherMillis, notBefore - Date.now()),
    )
    timer.unref?.()
  }

  const ask = async (): Promise<void> => {
    const batch = [...waiting].slice(0, maxBatch)
    if (batch.length === 0) return
    for (const entry of batch) waiting.delete(entry)
    questions += 1
    const question = questions
    const askedAt = Date.now()
    underWay += 1
    try {
      const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMillis)])
      const states = await inTime(askStates({ ...options, subjects: batch.map(({ asked }) => asked), signal }), signal)
      backOff.succeeded()
      batch.forEach((entry, index) => {
        const state = states[index]
        if (state !== undefined) settle(entry, state, askedAt, question)
      })
    } catch (error) {
      if (closing.signal.aborted) return
      notBefore = Date.now() + backOff.failed()
      for (const entry of batch) {
        entry.asking = false
        entry.refreshAt = notBefore
      }
      diag.warn(`privity: consent could not be read (${reasonOf(error)}); nothing is granted meanwhile`)
    } finally {
      underWay -= 1
      if (underWay === 0) heard.clear()
      schedule()
    }
  }

  const settle = (entry: Entry, answer: RemoteState, askedAt: number, question: number): void => {
    entry.asking = false
    // read by nobody for a while, and forgotten while the answer was on its way
    if (entries.get(entry.key) !== entry) return
    nameEntry(entry, answer.pseudonym)
    const { epoch, changedAt, grants, validForMillis } = answer
    const change = heard.get(answer.pseudonym)
    const changedSince =
      question <= lost || (change !== undefined && question <= change.question && epoch < change.epoch)
    // answers can overtake each other: an older epoch never replaces a newer one
    if (entry.state === undefined || epoch >= entry.state.epoch) {
      // counted from the question: an answer that took long may have been true only when it was asked
      const validUntil = changedSince ? 0 : askedAt + Math.min(ttlMillis, validForMillis)
      entry.state = { epoch, changedAt, grants, validUntil }
    }
    // not all at the same moment
    entry.refreshAt = askedAt + ttlMillis * (0.35 + Math.random() * 0.3)
    if (changedSince) enqueue(entry)
  }

  const nameEntry = (entry: Entry, pseudonym: string): void => {
    if (entry.pseudonym === pseudonym) return
    forgetName(entry)
    entry.pseudonym = pseudonym
    byPseudonym.set(pseudonym, (byPseudonym.get(pseudonym) ?? new Set()).add(entry))
  }

  const forgetName = (entry: Entry): void => {
    if (entry.pseudonym === undefined) return
    const same = byPseudonym.get(entry.pseudonym)
    same?.delete(entry)
    if (same?.size === 0) byPseudonym.delete(entry.pseudonym)
  }

  /** From now on only denials of that person count, until somebody has asked anew. */
  const distrust = (pseudonym: string, epoch: number): void => {
    if (underWay > 0) heard.set(pseudonym, { epoch, question: questions })
    if (heard.size > maxSubjects) {
      heard.clear()
      lost = questions
    }
    for (const entry of byPseudonym.get(pseudonym) ?? []) {
      // the answer was faster than the news of it
      if (entry.state === undefined || entry.state.epoch >= epoch) continue
      entry.state = { ...entry.state, validUntil: 0 }
      if (!entry.asking) enqueue(entry)
    }
  }

  const makeRoom = (): void => {
    const oldest = entries.size >= maxSubjects ? entries.values().next().value : undefined
    if (oldest === undefined) return
    entries.delete(oldest.key)
    waiting.delete(oldest)
    forgetName(oldest)
  }

  const stopFollowing = followChanges({
    ...options,
    // what was asked before may have changed unheard; it holds for no longer than its time, and is asked anew now
    onReady: () => {
      for (const entry of entries.values()) if (!entry.asking) enqueue(entry)
    },
    onChange: distrust,
  })

  return {
    read({ subject, pseudonymous = false }, now) {
      const key = pseudonymous ? `p${subject}` : `s${subject}`
      let entry = entries.get(key)
      if (entry === undefined) {
        makeRoom()
        const asked = { subject, pseudonymous }
        entry = { key, asked, pseudonym: undefined, state: undefined, refreshAt: 0, asking: false }
        entries.set(key, entry)
      } else if (entries.size >= maxSubjects) {
        // only a full cache needs to know who was read last
        entries.delete(key)
        entries.set(key, entry)
      }
      if (!entry.asking && now >= entry.refreshAt && !closing.signal.aborted) enqueue(entry)
      return entry.state
    },
    close() {
      closing.abort()
      clearTimeout(timer)
      stopFollowing()
      waiting.clear()
    },
  }
}

/** `token` is the host's, and may hang: a question ends with its signal whatever hangs in it. */
async function inTime<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => {}
  const late = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
