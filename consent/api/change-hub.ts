import { diag } from '@opentelemetry/api'
import type { Ledger, LedgerChange } from '../ledger/ledger.ts'

const maxListeners = 10_000
/** A person with many tabs, or a tenant with many processes. */
const maxListenersPerTopic = 100

export interface ChangeTopic {
  readonly tenant: string
  /** Pseudonym; absent: everybody of the tenant. */
  readonly subject?: string
}

export interface ChangeHub {
  /** @returns stops it; `undefined` if there are too many already */
  listen(topic: ChangeTopic, listener: (change: LedgerChange) => void): (() => void) | undefined
}

/** Shares one watch of the ledger among all streams; while nobody listens there is none. */
export function createChangeHub(ledger: Ledger): ChangeHub {
  const topics = new Map<string, Set<(change: LedgerChange) => void>>()
  let listeners = 0
  let stop: (() => void) | undefined

  const tell = (change: LedgerChange): void => {
    for (const key of [topicKey(change), topicKey({ tenant: change.tenant })]) {
      for (const listener of topics.get(key) ?? []) {
        try {
          listener(change)
        } catch (error) {
          diag.warn('privity: a listener to consent changes failed', error instanceof Error ? error.name : '')
        }
      }
    }
  }

  return {
    listen(topic, listener) {
      const key = topicKey(topic)
      const set = topics.get(key) ?? new Set()
      if (listeners >= maxListeners || set.size >= maxListenersPerTopic) return undefined
      stop ??= ledger.watch(tell)
      topics.set(key, set.add(listener))
      listeners += 1
      return () => {
        if (!set.delete(listener)) return
        if (set.size === 0) topics.delete(key)
        listeners -= 1
        if (listeners > 0) return
        stop?.()
        stop = undefined
      }
    },
  }
}

function topicKey({ tenant, subject }: ChangeTopic): string {
  return JSON.stringify(subject === undefined ? [tenant] : [tenant, subject])
}
