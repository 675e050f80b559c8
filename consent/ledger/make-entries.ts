import { randomUUID } from 'node:crypto'
import type { Policy } from '../../policy/policy.ts'
import { chainHash, type EntryFacts, entryText, genesisHash } from './chain.ts'
import type { ConsentChange, ConsentEntry } from './consent-entry.ts'
import { consentTerms } from './consent-terms.ts'
import { countsFrom } from './counts-from.ts'
import type { EntryRow, HeadRow } from './database.ts'
import { grantAfter } from './outranks.ts'
import { termsHash } from './terms-hash.ts'

/** A change on its way into the chain. */
export interface PendingChange {
  readonly tenant: string
  /** Pseudonym. */
  readonly subject: string
  readonly change: ConsentChange
}

/** The entry that a change becomes behind `head`, and the row of it. */
export function makeEntry(
  policy: Policy,
  head: HeadRow | undefined,
  { tenant, subject, change }: PendingChange,
  now: number,
): { readonly entry: ConsentEntry; readonly facts: EntryFacts; readonly row: EntryRow } {
  const { idempotencyKey, ...said } = change
  // the clock of the machine may have been set back: along a chain time does not fall
  const recordedAt = Math.max(now, head?.recorded_at ?? 0)
  const isGrant = grantAfter(change.event) === 'granted'
  // lifting the flag of a child opens as a grant does: the doubt about a foreign clock is against it, too
  const at = countsFrom(isGrant || change.event === 'child_cleared', recordedAt, change.claimedAt)
  const facts: EntryFacts = {
    ...said,
    tenant,
    subject,
    seq: (head?.seq ?? 0) + 1,
    id: idempotencyKey ?? randomUUID(),
    at,
    recordedAt,
    policyVersion: policy.version,
    termsHash: termsHash(policy, change.purpose),
    ...(isGrant ? { expiresAt: at + consentTerms(policy, change.jurisdiction).validSeconds * 1_000 } : {}),
  }
  const previousHash = head?.hash ?? genesisHash
  const text = entryText(facts)
  const hash = chainHash(previousHash, text)
  return {
    entry: { ...facts, previousHash, hash },
    facts,
    row: { tenant, seq: facts.seq, id: facts.id, subject, entry: text, hash },
  }
}
