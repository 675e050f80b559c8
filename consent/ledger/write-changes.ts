import type { Kysely } from 'kysely'
import type { Policy } from '../../policy/policy.ts'
import { type EntryFacts, genesisHash, parseEntryText } from './chain.ts'
import type { ConsentEntry } from './consent-entry.ts'
import type { EntryRow, HeadRow, LedgerTables, StateRow } from './database.ts'
import { makeEntry, type PendingChange } from './make-entries.ts'
import { grantAfter } from './outranks.ts'
import { numbersIn, questionKey, stateRowOf, winnerOf } from './state-rows.ts'

/**
 * Writes changes at the ends of their chains, in one transaction that the caller holds: entries, heads, and what counts
 * now. A change whose key is known, for the same answer of the same person, comes out as the entry that it was.
 *
 * @param lock holds the heads of these tenants until the transaction is over
 * @returns for each change its entry
 */
export async function writeChanges(
  db: Kysely<LedgerTables>,
  policy: Policy,
  changes: readonly PendingChange[],
  now: number,
  lock: (tenants: readonly string[]) => Promise<void>,
): Promise<readonly ConsentEntry[]> {
  const tenants = [...new Set(changes.map(({ tenant }) => tenant))].sort()
  await lock(tenants)
  const heads = await readHeads(db, tenants)
  const known = await readKnown(db, changes)
  const states = await readStates(db, changes)
  const rows: EntryRow[] = []
  const changed = new Map<string, StateRow>()
  const entries = changes.map((change) => {
    const { idempotencyKey } = change.change
    const key =
      idempotencyKey === undefined ? undefined : answerKey({ ...change, ...change.change, id: idempotencyKey })
    const before = key === undefined ? undefined : known.get(key)
    if (before !== undefined) return before
    const { entry, facts, row } = makeEntry(policy, heads.get(change.tenant), change, now)
    heads.set(change.tenant, { tenant: entry.tenant, seq: entry.seq, hash: entry.hash, recorded_at: entry.recordedAt })
    rows.push(row)
    if (key !== undefined) known.set(key, entry)
    keepWinner(states, changed, facts)
    return entry
  })
  if (rows.length === 0) return entries
  await db.insertInto('consent_entries').values(rows).execute()
  await writeStates(db, [...changed.values()])
  await writeHeads(db, [...heads.values()])
  return entries
}

function keepWinner(states: Map<string, StateRow>, changed: Map<string, StateRow>, facts: EntryFacts): void {
  const next = stateRowOf(facts)
  const key = questionKey(next)
  const winner = winnerOf(states.get(key), next)
  if (winner !== next) return
  states.set(key, next)
  changed.set(key, next)
}

/** A key stands for one answer of one person. With another it comes from somebody else, or by mistake: a denial must not be lost over it. */
function answerKey({ tenant, subject, id, event, purpose, recipient }: Answer): string {
  return JSON.stringify([tenant, subject, id, purpose, recipient, grantAfter(event)])
}

type Answer = Pick<ConsentEntry, 'tenant' | 'subject' | 'id' | 'event' | 'purpose' | 'recipient'>

async function readHeads(db: Kysely<LedgerTables>, tenants: readonly string[]): Promise<Map<string, HeadRow>> {
  const rows = await db.selectFrom('consent_heads').selectAll().where('tenant', 'in', tenants).execute()
  return new Map(
    rows.map((row) => [row.tenant, { ...row, seq: Number(row.seq), recorded_at: Number(row.recorded_at) }]),
  )
}

/** The entries of changes that were written before. */
async function readKnown(
  db: Kysely<LedgerTables>,
  changes: readonly PendingChange[],
): Promise<Map<string, ConsentEntry>> {
  const ids = [...new Set(changes.flatMap(({ change }) => change.idempotencyKey ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('consent_entries').selectAll().where('id', 'in', ids).execute()
  const known = new Map<string, ConsentEntry>()
  for (const row of rows) {
    const previous = await db
      .selectFrom('consent_entries')
      .select('hash')
      .where('tenant', '=', row.tenant)
      .where('seq', '=', Number(row.seq) - 1)
      .executeTakeFirst()
    const entry = entryOf(row, previous?.hash)
    known.set(answerKey(entry), entry)
  }
  return known
}

export function entryOf(row: EntryRow, previousHash: string | undefined): ConsentEntry {
  return { ...parseEntryText(row.entry), previousHash: previousHash ?? genesisHash, hash: row.hash }
}

async function readStates(db: Kysely<LedgerTables>, changes: readonly PendingChange[]): Promise<Map<string, StateRow>> {
  const subjects = [...new Set(changes.map(({ subject }) => subject))]
  const rows = await db.selectFrom('consent_states').selectAll().where('subject', 'in', subjects).execute()
  return new Map(rows.map((row) => [questionKey(row), numbersIn(row)]))
}

export async function writeStates(db: Kysely<LedgerTables>, rows: readonly StateRow[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('consent_states')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['subject', 'tenant', 'purpose', 'recipient']).doUpdateSet((eb) => ({
        event: eb.ref('excluded.event'),
        at: eb.ref('excluded.at'),
        claimed: eb.ref('excluded.claimed'),
        seq: eb.ref('excluded.seq'),
        recorded_at: eb.ref('excluded.recorded_at'),
        expires_at: eb.ref('excluded.expires_at'),
        jurisdiction: eb.ref('excluded.jurisdiction'),
        policy_version: eb.ref('excluded.policy_version'),
        terms_hash: eb.ref('excluded.terms_hash'),
      })),
    )
    .execute()
}

async function writeHeads(db: Kysely<LedgerTables>, rows: readonly HeadRow[]): Promise<void> {
  await db
    .insertInto('consent_heads')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('tenant').doUpdateSet((eb) => ({
        seq: eb.ref('excluded.seq'),
        hash: eb.ref('excluded.hash'),
        recorded_at: eb.ref('excluded.recorded_at'),
      })),
    )
    .execute()
}
