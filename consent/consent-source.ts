import type { Grant } from '../policy/policy.ts'

/** The person that a record is about, as the application knows them. None of it leaves the process in clear. */
export interface Subject {
  /** The customer company that the subject belongs to. */
  readonly tenant?: string
  readonly subject: string
  readonly session?: string
  /** `subject` is a pseudonym of the ledger already: this process heard of the person through a consent token. */
  readonly pseudonymous?: true
}

/** What one subject says, at one epoch. Immutable: a change makes a new state with a higher epoch. */
export interface ConsentState {
  /** Grows with every change of the subject's grants. */
  readonly epoch: number
  /** By purpose; a purpose that is not listed is `unset`. */
  readonly grants: Readonly<Record<string, Grant>>
  /** When this epoch began, in Unix milliseconds. A record that was captured earlier is not covered by its grants. */
  readonly changedAt: number
  /** Until when the state may be relied on, in Unix milliseconds. Later it is stale: denials still count, grants no longer. */
  readonly validUntil: number
}

/**
 * Where the guard reads grants. Asked on every record, so the answer comes from memory, at once; a source that has to
 * fetch refreshes behind and answers `undefined` until it knows. A throw counts as `undefined`: nobody said anything.
 */
export interface ConsentSource {
  read(subject: Subject): ConsentState | undefined
  /**
   * Tells when what a subject says is no longer what `read` answered before: at once where the change is made, as soon as
   * it is heard elsewhere. What waits to be delivered is looked at again then. Without it, it is looked at before each
   * delivery.
   *
   * @param listener gets the `subjectKey` of the subject
   * @returns stops it
   */
  watch?(listener: (key: string) => void): () => void
}
