import type { EntryFacts } from './chain.ts'
import type { StateRow } from './database.ts'
import { outranks } from './outranks.ts'

/** The row that an entry makes if it counts. */
export function stateRowOf(entry: EntryFacts): StateRow {
  return {
    subject: entry.subject,
    tenant: entry.tenant,
    purpose: entry.purpose,
    recipient: entry.recipient ?? '',
    event: entry.event,
    at: entry.at,
    claimed: entry.claimedAt === undefined ? 0 : 1,
    seq: entry.seq,
    recorded_at: entry.recordedAt,
    expires_at: entry.expiresAt ?? null,
    jurisdiction: entry.jurisdiction ?? null,
    policy_version: entry.policyVersion,
    terms_hash: entry.termsHash,
  }
}

/** Of two rows about the same question the one that counts. */
export function winnerOf(present: StateRow | undefined, next: StateRow): StateRow {
  if (present === undefined) return next
  return outranks(answerOf(next), answerOf(present)) ? next : present
}

function answerOf({ event, at, claimed, seq }: StateRow) {
  return { event, at, isClaimed: claimed === 1, seq }
}

/** One string for one question to one person. JSON, because no separator is safe in names that others choose. */
export function questionKey({
  subject,
  tenant,
  purpose,
  recipient,
}: Pick<StateRow, 'subject' | 'tenant' | 'purpose' | 'recipient'>): string {
  return JSON.stringify([subject, tenant, purpose, recipient])
}

/** PostgreSQL hands out `bigint` as text. */
export function numbersIn(row: StateRow): StateRow {
  return {
    ...row,
    at: Number(row.at),
    claimed: Number(row.claimed),
    seq: Number(row.seq),
    recorded_at: Number(row.recorded_at),
    expires_at: row.expires_at === null ? null : Number(row.expires_at),
  }
}
