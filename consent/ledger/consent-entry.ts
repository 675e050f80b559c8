/**
 * What happened to an answer. The words are the consent states of the Data Privacy Vocabulary, the model behind
 * ISO/IEC TS 27560.
 *
 * @see https://w3id.org/dpv#ConsentStatus
 */
export const consentEvents = [
  /** The person agreed. */
  'given',
  /** The person agreed once more to what they had agreed to: the time starts anew. */
  'reaffirmed',
  /** The person said no, or objected. */
  'refused',
  /** The person took their agreement back. */
  'withdrawn',
  /** The agreement got too old for its jurisdiction. */
  'expired',
  /** The policy changed what was agreed to. */
  'invalidated',
  /** The person is a child, for the application's reasons to think so; the purpose is `*`. */
  'child_declared',
  /** The person is no child, or no longer. */
  'child_cleared',
] as const
export type ConsentEvent = (typeof consentEvents)[number]

/** How an answer came in. */
export const consentMethods = ['settings', 'banner', 'form', 'signal', 'api', 'import', 'operator', 'system'] as const
export type ConsentMethod = (typeof consentMethods)[number]

/** Who acted. */
export const consentActors = ['subject', 'guardian', 'operator', 'system'] as const
export type ConsentActor = (typeof consentActors)[number]

/** What the person saw when they answered. */
export interface Notice {
  /** SHA-256 of the text that was shown, in hexadecimal digits. */
  readonly textHash: string
  /** BCP 47. */
  readonly language: string
  /** The layout that was shown, in the host's own words: `banner-2026-11`, `settings`. */
  readonly layout?: string
}

/** What the ledger is told about one answer. */
export interface ConsentChange {
  readonly event: ConsentEvent
  /** A purpose of the policy; `*` for the two events about children. */
  readonly purpose: string
  /** A recipient that the policy names for this purpose; absent: the controller. */
  readonly recipient?: string
  readonly method: ConsentMethod
  readonly actor: ConsentActor
  readonly notice?: Notice
  /** ISO 3166 code; decides how long the answer holds. */
  readonly jurisdiction?: string
  /** When the answer was given by another clock, in Unix milliseconds: offline replays, imports. Never trusted alone. */
  readonly claimedAt?: number
  /** The raw signal: a TC string, a GPP string, `Sec-GPC: 1`. */
  readonly evidence?: string
  /** The same key with the same answer of the same person counts once, however often it is sent. Default: a new UUID. */
  readonly idempotencyKey?: string
}

/** One link of a tenant's chain. Holds no id of a person, only their pseudonym under the ledger's key. */
export interface ConsentEntry extends Omit<ConsentChange, 'idempotencyKey'> {
  /** `''` for applications without tenants. */
  readonly tenant: string
  /** The place in the tenant's chain, from 1 without gaps. */
  readonly seq: number
  readonly id: string
  /** Pseudonym under the ledger's key. */
  readonly subject: string
  /** By the ledger's clock, in Unix milliseconds; never falls along the chain. */
  readonly recordedAt: number
  /** From when the answer counts, in Unix milliseconds: `claimedAt`, corrected against the grant for clocks that differ. */
  readonly at: number
  readonly policyVersion: string
  /** Fingerprint of what the policy said about the purpose: the grant counts only while the policy still says it. */
  readonly termsHash: string
  /** From when a grant no longer counts, in Unix milliseconds. */
  readonly expiresAt?: number
  /** SHA-256 of the entry before, as base64url; 43 zeros for the first. */
  readonly previousHash: string
  /** SHA-256 over all of the above, as base64url. */
  readonly hash: string
}
