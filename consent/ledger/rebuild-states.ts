import type { Kysely } from 'kysely'
import { parseEntryText } from './chain.ts'
import type { EntryRow, LedgerTables, StateRow } from './database.ts'
import type { LedgerWalk } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { progressOf } from './read-entries.ts'
import { isSameQuestion, isSameState, numbersIn, stateRowOf, winnerOf } from './state-rows.ts'
import { writeStates } from './write-changes.ts'

/** People are taken together with all that they said, so that nobody's answers are ever half there. */
const pageRows = 4_000

interface Page {
  /** What counts for the people of this page by their entries. */
  readonly states: readonly StateRow[]
  readonly entries: number
  /** The last person; `undefined` behind the last page. */
  readonly until: string | undefined
}

/**
 * Makes the projection of all people anew, some at a time.
 *
 * @returns how many entries were read
 */
export async function rebuildStates(store: LedgerDatabase, walk: LedgerWalk = {}): Promise<number> {
  const progress = await progressOf(store.reader, walk)
  let after = ''
  let entries = 0
  for (;;) {
    walk.signal?.throwIfAborted()
    const page = await store.write(async (db, lock) => {
      // nobody writes meanwhile: what they wrote would be overwritten by what was read before
      await lock(await headTenants(db, walk))
      const read = await readPage(db, after, walk.tenant)
      await between(db.deleteFrom('consent_states'), after, read.until, walk.tenant).execute()
      for (let from = 0; from < read.states.length; from += 500)
        await writeStates(db, read.states.slice(from, from + 500))
      return read
    })
    entries += page.entries
    progress(page.entries)
    if (page.until === undefined) return entries
    after = page.until
    await new Promise(setImmediate)
  }
}

/** The entry that an answer of the projection is about. */
export interface StatePlace {
  readonly tenant: string
  readonly seq: number
}

/** Rows that are not what the entries say, are missing, or belong to nobody. */
export async function* differingStates(db: Kysely<LedgerTables>, walk: LedgerWalk): AsyncIterable<StatePlace> {
  let after = ''
  for (;;) {
    walk.signal?.throwIfAborted()
    const page = await readPage(db, after, walk.tenant)
    const rows = await between(db.selectFrom('consent_states').selectAll(), after, page.until, walk.tenant).execute()
    const present = Map.groupBy(rows, ({ subject }) => subject)
    for (const state of page.states) {
      const ofSubject = present.get(state.subject) ?? []
      const index = ofSubject.findIndex((row) => isSameQuestion(row, state))
      const [seen] = index === -1 ? [] : ofSubject.splice(index, 1).map(numbersIn)
      // a later one was written since the entries were read
      if (seen !== undefined && (isSameState(seen, state) || seen.seq > state.seq)) continue
      yield { tenant: state.tenant, seq: state.seq }
    }
    // of questions that nobody answered
    for (const rest of present.values()) for (const { tenant, seq } of rest) yield { tenant, seq: Number(seq) }
    if (page.until === undefined) return
    after = page.until
    await new Promise(setImmediate)
  }
}

async function headTenants(db: Kysely<LedgerTables>, { tenant }: LedgerWalk): Promise<readonly string[]> {
  if (tenant !== undefined) return [tenant]
  const rows = await db.selectFrom('consent_heads').select('tenant').execute()
  return rows.map((row) => row.tenant).sort()
}

async function readPage(db: Kysely<LedgerTables>, after: string, tenant: string | undefined): Promise<Page> {
  for (let limit = pageRows; ; limit *= 4) {
    let query = db.selectFrom('consent_entries').select(['subject', 'entry']).where('subject', '>', after)
    if (tenant !== undefined) query = query.where('tenant', '=', tenant)
    const rows = await query.orderBy('subject').orderBy('tenant').orderBy('seq').limit(limit).execute()
    const isLast = rows.length < limit
    // the last one of a full page may go on in the next
    const cut = isLast ? rows.length : rows.findIndex(({ subject }) => subject === rows.at(-1)?.subject)
    if (cut === 0 && !isLast) continue
    return { states: statesOf(rows.slice(0, cut)), entries: cut, until: isLast ? undefined : rows[cut - 1]?.subject }
  }
}

/** @param rows each person's together */
function statesOf(rows: readonly Pick<EntryRow, 'subject' | 'entry'>[]): readonly StateRow[] {
  const states: StateRow[] = []
  let subject: string | undefined
  /** Where the states of this person begin: they are few, and to look through them is faster than to find a key. */
  let first = 0
  for (const row of rows) {
    if (row.subject !== subject) first = states.length
    subject = row.subject
    const next = stateRowOf(parseEntryText(row.entry))
    let index = first
    while (index < states.length && !isSameQuestion(states[index] as StateRow, next)) index++
    states[index] = winnerOf(states[index], next)
  }
  return states
}

/** Of the people behind `after`, up to `until` or to the end. */
function between<Q extends { where(...condition: never[]): Q }>(
  query: Q,
  after: string,
  until: string | undefined,
  tenant: string | undefined,
): Q {
  const where = (column: string, operator: string, value: string): void => {
    query = (query.where as (...condition: unknown[]) => Q).call(query, column, operator, value)
  }
  where('subject', '>', after)
  if (until !== undefined) where('subject', '<=', until)
  if (tenant !== undefined) where('tenant', '=', tenant)
  return query
}
