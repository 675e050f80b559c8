import { Kysely, SqliteDialect, sql } from 'kysely'
import type { LedgerTables } from './database.ts'
import { inTurn } from './in-turn.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { migrate } from './migrate.ts'
import { openSqlite } from './sqlite-database.ts'

/** How often other processes are looked for. SQLite does not tell. */
const lookMillis = 250

/** A ledger in a file of its own, for one machine: several processes may use it at once. */
export async function openSqliteLedger(path: string): Promise<LedgerDatabase> {
  const open = async () =>
    new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database: await openSqlite(path) }) })
  const writer = await open()
  const write: LedgerDatabase['write'] = async (work) => {
    // at once, not with the first change: what was read before could be old by then
    await sql`begin immediate`.execute(writer)
    try {
      const result = await work(writer, async () => {})
      await sql`commit`.execute(writer)
      return result
    } catch (error) {
      await sql`rollback`.execute(writer).catch(() => {})
      throw error
    }
  }
  const turn = inTurn()
  await write(() => migrate(writer))
  // two connections to a database in memory would be two databases
  const reader = path === ':memory:' ? writer : await open()
  return {
    reader,
    ...(path === ':memory:' ? {} : { file: path }),
    write: (work) => turn(() => write(work)),
    watch(look) {
      let version: number | undefined
      const ask = async (): Promise<void> => {
        const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(reader)
        const present = rows[0]?.data_version
        if (version !== undefined && present !== version) look()
        version = present
      }
      void ask().catch(() => {})
      const timer = setInterval(() => void ask().catch(look), lookMillis)
      timer.unref()
      return () => clearInterval(timer)
    },
    async close() {
      await turn(async () => {})
      if (reader !== writer) await reader.destroy()
      await writer.destroy()
    },
  }
}
