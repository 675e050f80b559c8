import type { ConsentEvent } from './consent-entry.ts'

/** The tables of the ledger, as SQLite and PostgreSQL have them. Numbers may come as text: PostgreSQL's `bigint` does. */
export interface LedgerTables {
  /** The chain. Rows are only ever added. */
  consent_entries: EntryRow
  /** The end of each chain. */
  consent_heads: HeadRow
  /** What counts now: made from the entries, and can be made again. */
  consent_states: StateRow
}

export interface EntryRow {
  tenant: string
  seq: number
  id: string
  subject: string
  /** `entryText`, which is what was hashed. */
  entry: string
  hash: string
}

export interface HeadRow {
  tenant: string
  seq: number
  hash: string
  recorded_at: number
}

export interface StateRow {
  subject: string
  tenant: string
  purpose: string
  /** `''`: the controller. */
  recipient: string
  event: ConsentEvent
  at: number
  /** 1: dated by another clock. */
  claimed: number
  seq: number
  recorded_at: number
  expires_at: number | null
  jurisdiction: string | null
  policy_version: string
  terms_hash: string
}
