import { hash } from 'node:crypto'
import type { ConsentEntry } from './consent-entry.ts'

/** What the first entry of a chain has before it. */
export const genesisHash = '0'.repeat(43)

/** An entry without its place in the chain of hashes. */
export type EntryFacts = Omit<ConsentEntry, 'hash' | 'previousHash'>

/**
 * An entry as one line of text, always the same for the same entry and another one for any other: a JSON list whose
 * places have fixed meanings. It is stored as it is, so that what is verified is what was written.
 */
export function entryText(entry: EntryFacts): string {
  return JSON.stringify([
    formatVersion,
    entry.tenant,
    entry.seq,
    entry.id,
    entry.subject,
    entry.event,
    entry.purpose,
    entry.recipient ?? null,
    entry.at,
    entry.recordedAt,
    entry.claimedAt ?? null,
    entry.expiresAt ?? null,
    entry.method,
    entry.actor,
    entry.policyVersion,
    entry.termsHash,
    entry.jurisdiction ?? null,
    entry.notice?.textHash ?? null,
    entry.notice?.language ?? null,
    entry.notice?.layout ?? null,
    entry.evidence ?? null,
  ])
}

/** @throws SyntaxError or TypeError if it is no such text */
export function parseEntryText(text: string): EntryFacts {
  const fields = JSON.parse(text) as unknown[]
  if (!Array.isArray(fields) || fields.length !== fieldCount || fields[0] !== formatVersion) {
    throw new TypeError('privity: no entry of the ledger')
  }
  const [, tenant, seq, id, subject, event, purpose, recipient, at, recordedAt, claimedAt, expiresAt, ...rest] =
    fields as [number, string, number, string, string, ConsentEntry['event'], string, ...(string | number | null)[]]
  const [method, actor, policyVersion, termsHash, jurisdiction, textHash, language, layout, evidence] = rest
  const entry: Record<string, unknown> = { tenant, seq, id, subject, event, purpose, at, recordedAt, method, actor }
  entry.policyVersion = policyVersion
  entry.termsHash = termsHash
  // one by one: objects that are put together from many are slow, and a chain has millions
  if (recipient !== null) entry.recipient = recipient
  if (claimedAt !== null) entry.claimedAt = claimedAt
  if (expiresAt !== null) entry.expiresAt = expiresAt
  if (jurisdiction !== null) entry.jurisdiction = jurisdiction
  if (textHash !== null) entry.notice = layout === null ? { textHash, language } : { textHash, language, layout }
  if (evidence !== null) entry.evidence = evidence
  return entry as unknown as EntryFacts
}

/** How the text of an entry begins that stands at this place: what is looked up of it without reading it. */
export function entryStart({
  tenant,
  seq,
  id,
  subject,
}: Pick<EntryFacts, 'tenant' | 'seq' | 'id' | 'subject'>): string {
  return `${JSON.stringify([formatVersion, tenant, seq, id, subject]).slice(0, -1)},`
}

const formatVersion = 1
const fieldCount = 21

/** SHA-256 over the hash before and the text of the entry, as base64url. */
export function chainHash(previousHash: string, text: string): string {
  return hash('sha256', `${previousHash}\n${text}`, 'base64url')
}
