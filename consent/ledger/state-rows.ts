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

/** One string for one question to one person. With lengths, because no separator is safe in names that others choose. */
export function questionKey({ subject, tenant, purpose, recipient }: Question): string {
  return `${subject.length} ${tenant.length} ${purpose.length} ${subject}${tenant}${purpose}${recipient}`
}

export function isSameQuestion(a: Question, b: Question): boolean {
  return a.purpose === b.purpose && a.recipient === b.recipient && a.tenant === b.tenant && a.subject === b.subject
}

type Question = Pick<StateRow, 'subject' | 'tenant' | 'purpose' | 'recipient'>

/** PostgreSQL hands out `bigint` as text. */
export function numbersIn(row: StateRow): StateRow {
  if (typeof row.seq === 'number') return row
  return {
    ...row,
    at: Number(row.at),
    seq: Number(row.seq),
    recorded_at: Number(row.recorded_at),
    expires_at: row.expires_at === null ? null : Number(row.expires_at),
  }
}

/** Do two rows say the same? */
export function isSameState(a: StateRow, b: StateRow): boolean {
  return (
    a.seq === b.seq &&
    a.event === b.event &&
    a.at === b.at &&
    a.claimed === b.claimed &&
    a.recorded_at === b.recorded_at &&
    a.expires_at === b.expires_at &&
    a.jurisdiction === b.jurisdiction &&
    a.policy_version === b.policy_version &&
    a.terms_hash === b.terms_hash
  )
}
