import type { NamedAnswer } from '../cached-consent.ts'
import type { Subject } from '../consent-source.ts'
import { askStates, type RemoteState } from './ask-states.ts'
import { createBackOff } from './back-off.ts'
import { followChanges } from './follow-changes.ts'
import { RemoteError } from './remote-error.ts'

export interface TenantLinkOptions {
  readonly url: string
  readonly tenant: string
  readonly token: (tenant: string) => Promise<string>
  /** From now on no change is missed. */
  readonly onReady: () => void
  readonly onChange: (pseudonym: string, epoch: number) => void
}

export interface TenantLink {
  /** What a person of the tenant says. @throws RemoteError while the API fails */
  ask(subject: Subject): Promise<NamedAnswer>
  close(): void
}

interface Question {
  readonly subject: Subject
  readonly resolve: (answer: NamedAnswer) => void
  readonly reject: (error: unknown) => void
}

/** What one request may hold; the API takes no more. */
const maxBatch = 1_000
/** Reads of the same moment go together. */
const gatherMillis = 2
const timeoutMillis = 2_000
const firstWaitMillis = 100
const maxWaitMillis = 10_000

/** The connection to the API for one tenant: questions of the same moment in one request, and the changes as they happen. */
export function createTenantLink(options: TenantLinkOptions): TenantLink {
  const backOff = createBackOff(firstWaitMillis, maxWaitMillis)
  const closing = new AbortController()
  let waiting: Question[] = []
  let notBefore = 0
  let timer: NodeJS.Timeout | undefined

  const send = async (batch: readonly Question[]): Promise<void> => {
    const askedAt = Date.now()
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(timeoutMillis)])
    const subjects = batch.map(({ subject: { subject, pseudonymous = false } }) => ({ subject, pseudonymous }))
    try {
      const states = await askStates({ ...options, subjects, signal })
      backOff.succeeded()
      batch.forEach(({ resolve, reject }, index) => {
        const state = states[index]
        if (state === undefined) reject(new RemoteError('no answer'))
        else resolve(answerOf(state, askedAt))
      })
    } catch (error) {
      notBefore = Date.now() + backOff.failed()
      for (const { reject } of batch) reject(error)
    }
  }

  const sendAll = (): void => {
    timer = undefined
    const all = waiting
    waiting = []
    for (let start = 0; start < all.length; start += maxBatch) void send(all.slice(start, start + maxBatch))
  }

  const stopFollowing = followChanges(options)

  return {
    ask: (subject) =>
      new Promise((resolve, reject) => {
        if (closing.signal.aborted) return reject(new RemoteError('closed'))
        // the API failed a moment ago: it is left in peace, whoever is asked for
        if (Date.now() < notBefore) return reject(new RemoteError('waiting for the API to recover'))
        waiting.push({ subject, resolve, reject })
        timer ??= setTimeout(sendAll, gatherMillis)
        timer.unref?.()
      }),
    close() {
      closing.abort()
      clearTimeout(timer)
      stopFollowing()
      for (const { reject } of waiting) reject(new RemoteError('closed'))
      waiting = []
    },
  }
}

function answerOf({ pseudonym, epoch, changedAt, grants, validForMillis }: RemoteState, askedAt: number): NamedAnswer {
  // a span counted from the question, as the clocks of two machines differ
  return { name: pseudonym, epoch, changedAt, grants, validUntil: askedAt + validForMillis }
}
