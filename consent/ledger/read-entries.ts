import type { Kysely } from 'kysely'
import { genesisHash } from './chain.ts'
import type { ConsentEntry } from './consent-entry.ts'
import type { EntryRow, LedgerTables } from './database.ts'
import type { LedgerWalk } from './ledger.ts'
import { entryOf } from './write-changes.ts'

/** Rows that are read at once: enough to be fast, few enough for a process to do something else in between. */
export const pageRows = 2_000
const maxHistory = 1_000

/** A person's entries, the oldest first. */
export async function historyOf(
  db: Kysely<LedgerTables>,
  tenant: string,
  subject: string,
  { after = 0, limit = 100 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly ConsentEntry[]> {
  const rows = await db
    .selectFrom('consent_entries as entries')
    .leftJoin('consent_entries as previous', (join) =>
      join
        .onRef('previous.tenant', '=', 'entries.tenant')
        .on((eb) => eb('previous.seq', '=', eb('entries.seq', '-', 1))),
    )
    .selectAll('entries')
    .select('previous.hash as previous')
    .where('entries.subject', '=', subject)
    .where('entries.tenant', '=', tenant)
    .where('entries.seq', '>', after)
    .orderBy('entries.seq')
    .limit(Math.min(Math.max(1, limit), maxHistory))
    .execute()
  return rows.map(({ previous, ...row }) => entryOf(row, previous ?? undefined))
}

/** All tenants, or the one that is walked, in order. */
export async function tenantsOf(db: Kysely<LedgerTables>, walk: LedgerWalk): Promise<readonly string[]> {
  if (walk.tenant !== undefined) return [walk.tenant]
  const rows = await db.selectFrom('consent_entries').select('tenant').distinct().orderBy('tenant').execute()
  const heads = await db.selectFrom('consent_heads').select('tenant').execute()
  return [...new Set([...rows, ...heads].map(({ tenant }) => tenant))].sort()
}

/** A tenant's rows in the order of the chain, by pages. */
export async function* pagesOf(
  db: Kysely<LedgerTables>,
  tenant: string,
  signal?: AbortSignal,
): AsyncIterable<readonly EntryRow[]> {
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    signal?.throwIfAborted()
    const rows = await db
      .selectFrom('consent_entries')
      .selectAll()
      .where('tenant', '=', tenant)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(pageRows)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    after = Number(last.seq)
    // a database in the process answers without ever going back to the event loop
    await new Promise(setImmediate)
  }
}

export async function* walkEntries(db: Kysely<LedgerTables>, walk: LedgerWalk = {}): AsyncIterable<ConsentEntry> {
  const progress = await progressOf(db, walk)
  for (const tenant of await tenantsOf(db, walk)) {
    let previous = genesisHash
    for await (const page of pagesOf(db, tenant, walk.signal)) {
      for (const row of page) {
        yield entryOf(row, previous)
        previous = row.hash
      }
      progress(page.length)
    }
  }
}

const tellMillis = 100

/** @returns what is to be called with the rows that are done since the last time */
export async function progressOf(
  db: Kysely<LedgerTables>,
  { tenant, onProgress }: LedgerWalk,
): Promise<(more: number) => void> {
  if (onProgress === undefined) return () => {}
  const query = db.selectFrom('consent_heads').select((eb) => eb.fn.sum<number>('seq').as('total'))
  const { total } = await (tenant === undefined ? query : query.where('tenant', '=', tenant)).executeTakeFirstOrThrow()
  const all = Number(total ?? 0)
  let done = 0
  let told = 0
  onProgress(0, all)
  return (more) => {
    done += more
    const now = Date.now()
    if (now - told < tellMillis && done < all) return
    told = now
    onProgress(done, Math.max(done, all))
  }
}
