import type { Grant } from '../../policy/policy.ts'
import type { ConsentState, Subject } from '../consent-source.ts'
import type { ConsentChange, ConsentEntry, ConsentEvent } from './consent-entry.ts'

/** What a person says to one purpose, and why it counts as it does. */
export interface PurposeConsent {
  readonly purpose: string
  readonly recipient?: string
  /** What counts now. */
  readonly grant: Grant
  /** The last event that counts. */
  readonly event: ConsentEvent
  /** From when it counts, in Unix milliseconds. */
  readonly since: number
  readonly expiresAt?: number
  /** Until then somebody who refused is not asked again, in Unix milliseconds. */
  readonly askAgainAt?: number
  /** Why `grant` differs from what the last event said. */
  readonly override?: 'expired' | 'invalidated' | 'child'
  readonly policyVersion: string
  /** The entry that counts. */
  readonly seq: number
}

/** All that is known about one person. */
export interface SubjectConsent {
  readonly tenant: string
  /** Pseudonym under the ledger's key. */
  readonly subject: string
  /** Grows with every change. 0: the person never said anything. */
  readonly epoch: number
  /** Unix milliseconds. */
  readonly changedAt: number
  readonly child: boolean
  /** One for each purpose and recipient that the person said something about. */
  readonly purposes: readonly PurposeConsent[]
}

/** A change that somebody made somewhere, told to all processes on the same ledger. */
export interface LedgerChange {
  readonly tenant: string
  /** Pseudonym under the ledger's key. */
  readonly subject: string
  readonly epoch: number
}

/** What verification found wrong. */
export interface ChainProblem {
  readonly tenant: string
  readonly seq: number
  /** `changed`: the entry is not what was hashed; `gap`: entries are missing before it; `order`: it follows another one
   *  than it says; `state`: the projection says something else than the chain; `head`: the end of the chain is missing. */
  readonly kind: 'changed' | 'gap' | 'order' | 'state' | 'head'
}

export interface ChainReport {
  readonly entries: number
  readonly tenants: number
  /** The first 100; an empty list is a ledger that nobody changed. */
  readonly problems: readonly ChainProblem[]
  /** By tenant: the end of each chain. Kept elsewhere, it proves that nothing was cut off. */
  readonly heads: Readonly<Record<string, { readonly seq: number; readonly hash: string }>>
}

export interface LedgerWalk {
  /** Default: all tenants. */
  readonly tenant?: string
  /** Called about ten times a second with the entries done so far. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/**
 * The record of who agreed to what, when, having seen which text. Append-only: each tenant has a chain of entries, each
 * with the hash of the one before; what counts now is a projection that can be rebuilt from it.
 */
export interface Ledger {
  /**
   * Writes all the changes or none, and answers when they are durable. A key that was seen before is not written again:
   * its entry of then comes back.
   *
   * @throws LedgerError if a change is no such thing, names no purpose of the policy, or cannot be written
   */
  record(subject: Subject, changes: readonly ConsentChange[]): Promise<readonly ConsentEntry[]>
  /** What counts now, read from the database. */
  read(subject: Subject): Promise<SubjectConsent>
  /** The same as the guard takes it: purposes by name, recipients as `purpose@recipient`. */
  state(subject: Subject): Promise<ConsentState>
  /** A person's entries, the oldest first. */
  history(
    subject: Subject,
    page?: { readonly after?: number; readonly limit?: number },
  ): Promise<readonly ConsentEntry[]>
  /** Entries as they stand in the chain, the oldest first. */
  entries(walk?: LedgerWalk): AsyncIterable<ConsentEntry>
  verify(walk?: LedgerWalk): Promise<ChainReport>
  /** Makes the projection anew. @returns how many entries were read */
  rebuild(walk?: LedgerWalk): Promise<number>
  /** Writes down what expired and what the present policy invalidates; both count before they are written. @returns entries written */
  sweep(walk?: LedgerWalk): Promise<number>
  /** Changes of all processes on this ledger, within a second. @returns stops it */
  watch(listener: (change: LedgerChange) => void): () => void
  /** The name of a person in the ledger, in tokens and in changes; the same for everybody with the same key. */
  pseudonymOf(subject: Subject): string
  close(): Promise<void>
}
