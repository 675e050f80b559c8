import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { untraced } from '../untraced.ts'
import { genesisHash } from './chain.ts'
import type { LedgerTables } from './database.ts'
import { inTurn } from './in-turn.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { migrate } from './migrate.ts'

/** A `Pool` of the package `pg`, which the host brings. */
export type LedgerPool = PostgresPool

/** What a connection does beside what kysely needs of it. */
interface Listening {
  query(sql: string): Promise<unknown>
  on(event: 'notification' | 'error', listener: () => void): void
  removeAllListeners(event: 'notification' | 'error'): void
  release(destroy?: boolean): void
}

/** Where nothing is told, because the connection was lost or something between does not pass it on, it is asked for. */
const lookMillis = 1_000
const reconnectMillis = 2_000

/** A ledger in PostgreSQL, for several instances. The pool stays the host's: it is not closed. */
export async function openPostgresLedger(pool: LedgerPool): Promise<LedgerDatabase> {
  const db = new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool: { ...unending(pool) } }) })
  const turn = inTurn()
  await db.transaction().execute(async (transaction) => {
    // several instances may start at once
    await sql`select pg_advisory_xact_lock(${migrationLock}::bigint)`.execute(transaction)
    await migrate(transaction)
  })
  return {
    reader: db,
    write: (work) =>
      turn(() =>
        db.transaction().execute(async (transaction) => {
          const result = await work(transaction, (tenants) => lockHeads(transaction, tenants))
          // is sent with the commit, and not at all without
          await sql`select pg_notify(${channel}, '')`.execute(transaction)
          return result
        }),
      ),
    watch: (look) => untraced(() => listen(pool, look)),
    async close() {
      await turn(async () => {})
      await db.destroy()
    },
  }
}

const channel = 'privity_consent'
/** Any number that nobody else takes. */
const migrationLock = 7_748_489

/** kysely ends a pool that it was given. */
function unending(pool: LedgerPool): LedgerPool {
  return { connect: () => pool.connect(), end: async () => {}, options: pool.options }
}

/** In one order, whoever asks: two instances never wait for each other. */
async function lockHeads(db: Kysely<LedgerTables>, tenants: readonly string[]): Promise<void> {
  await db
    .insertInto('consent_heads')
    .values(tenants.map((tenant) => ({ tenant, seq: 0, hash: genesisHash, recorded_at: 0 })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .selectFrom('consent_heads')
    .select('tenant')
    .where('tenant', 'in', tenants)
    .orderBy('tenant')
    .forUpdate()
    .execute()
}

function listen(pool: LedgerPool, look: () => void): () => void {
  let connection: Listening | undefined
  let stopped = false
  let reconnect: NodeJS.Timeout | undefined
  const lose = (): void => {
    if (connection === undefined) return
    connection.removeAllListeners('notification')
    connection.release(true)
    connection = undefined
    again()
  }
  const again = (): void => {
    if (stopped) return
    reconnect = setTimeout(connect, reconnectMillis)
    reconnect.unref()
  }
  const connect = (): void => {
    Promise.resolve(pool.connect() as unknown as Promise<Listening>)
      .then(async (client) => {
        if (stopped) return client.release()
        connection = client
        client.on('notification', look)
        client.on('error', lose)
        await client.query(`listen ${channel}`)
        look()
      })
      .catch(() => (connection === undefined ? again() : lose()))
  }
  // of a single connection listening would leave none to work with
  if ((pool.options as { readonly max?: unknown }).max !== 1) connect()
  const timer = setInterval(look, lookMillis)
  timer.unref()
  return () => {
    stopped = true
    clearInterval(timer)
    clearTimeout(reconnect)
    connection?.removeAllListeners('notification')
    connection?.release(true)
    connection = undefined
  }
}
