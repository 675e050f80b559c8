import { parentPort, workerData } from 'node:worker_threads'
import { Kysely, SqliteDialect } from 'kysely'
import type { LedgerTables } from './database.ts'
import { differingStates } from './rebuild-states.ts'
import { openSqlite } from './sqlite-database.ts'
import { placesOf, type StateCheckTask } from './state-check.ts'

// The thread of `startStateCheck`.

const { file, tenant } = workerData as StateCheckTask
const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect({ database: await openSqlite(file) }) })
const found = await placesOf(differingStates(db, { tenant }))
await db.destroy()
parentPort?.postMessage(found)
