import { createHash, createHmac, randomUUID } from 'node:crypto'
import type { Grant, Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import type { ConsentChange, ConsentEntry } from '../ledger/consent-entry.ts'
import type { Ledger, LedgerChange, PurposeConsent, SubjectConsent } from '../ledger/ledger.ts'
import { grantKey } from './consent-view.ts'

const grantOf: Readonly<Record<string, Grant>> = {
  given: 'granted',
  reaffirmed: 'granted',
  refused: 'denied',
  withdrawn: 'denied',
}

/** A ledger in memory, with as little of the rules as the API can see. */
export function memoryLedger(policy: Policy): Ledger {
  const chains = new Map<string, ConsentEntry[]>()
  const keys = new Map<string, ConsentEntry>()
  const listeners = new Set<(change: LedgerChange) => void>()
  const pseudonymOf = ({ tenant = '', subject, pseudonymous }: Subject): string =>
    pseudonymous
      ? subject
      : createHmac('sha256', 'key')
          .update(JSON.stringify([tenant, subject]))
          .digest('base64url')
          .slice(0, 22)
  const chainOf = ({ tenant = '' }: { tenant?: string }): ConsentEntry[] => {
    const chain = chains.get(tenant) ?? []
    chains.set(tenant, chain)
    return chain
  }
  const own = (subject: Subject): ConsentEntry[] => {
    const name = pseudonymOf(subject)
    return chainOf(subject).filter((entry) => entry.subject === name)
  }
  const append = (subject: Subject, { idempotencyKey, ...change }: ConsentChange): ConsentEntry => {
    const chain = chainOf(subject)
    const key = JSON.stringify([subject.tenant ?? '', idempotencyKey ?? randomUUID()])
    const before = keys.get(key)
    if (before !== undefined) return before
    const recordedAt = Date.now()
    const entry: ConsentEntry = {
      ...change,
      tenant: subject.tenant ?? '',
      seq: chain.length + 1,
      id: randomUUID(),
      subject: pseudonymOf(subject),
      recordedAt,
      at: recordedAt,
      policyVersion: policy.version,
      termsHash: '0'.repeat(64),
      previousHash: chain.at(-1)?.hash ?? '0'.repeat(64),
      hash: createHash('sha256')
        .update(JSON.stringify([chain.length, change]))
        .digest('hex'),
    }
    chain.push(entry)
    keys.set(key, entry)
    const told = { tenant: entry.tenant, subject: entry.subject, epoch: entry.seq }
    for (const listener of listeners) queueMicrotask(() => listener(told))
    return entry
  }
  const read = (subject: Subject): SubjectConsent => {
    const entries = own(subject)
    const child = entries.findLast(({ purpose }) => purpose === '*')?.event === 'child_declared'
    const last = new Map<string, PurposeConsent>()
    for (const { event, purpose, recipient, at, policyVersion, seq } of entries) {
      if (purpose === '*') continue
      const said = grantOf[event] ?? 'unset'
      const locked = child && policy.purposes[purpose]?.lockedForChildren === true && said === 'granted'
      const grant = locked ? ('denied' as const) : said
      const override = locked ? ('child' as const) : undefined
      last.set(grantKey(purpose, recipient), {
        purpose,
        recipient,
        grant,
        event,
        since: at,
        override,
        policyVersion,
        seq,
      })
    }
    return {
      tenant: subject.tenant ?? '',
      subject: pseudonymOf(subject),
      epoch: entries.at(-1)?.seq ?? 0,
      changedAt: entries.at(-1)?.recordedAt ?? 0,
      child,
      purposes: [...last.values()],
    }
  }
  return {
    record: async (subject, changes) => changes.map((change) => append(subject, change)),
    read: async (subject) => read(subject),
    async state(subject) {
      const { epoch, changedAt, purposes } = read(subject)
      const grants = Object.fromEntries(purposes.map((one) => [grantKey(one.purpose, one.recipient), one.grant]))
      return { epoch, changedAt, grants, validUntil: Number.POSITIVE_INFINITY }
    },
    history: async (subject, { after = 0, limit = 100 } = {}) =>
      own(subject)
        .filter(({ seq }) => seq > after)
        .slice(0, limit),
    async *entries({ tenant } = {}) {
      for (const [name, chain] of chains) if (tenant === undefined || name === tenant) yield* chain
    },
    async verify({ tenant = '', onProgress } = {}) {
      const chain = chainOf({ tenant })
      onProgress?.(chain.length, chain.length)
      const heads = { [tenant]: { seq: chain.length, hash: chain.at(-1)?.hash ?? '0'.repeat(64) } }
      return { entries: chain.length, tenants: 1, problems: [], heads }
    },
    rebuild: async () => 0,
    sweep: async () => 0,
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    pseudonymOf,
    close: async () => {},
  }
}
