import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import type { Policy } from '../../policy/policy.ts'
import { startPostgres, type TestPostgres } from '../../testing/postgres-fixture.ts'
import type { Ledger } from './ledger.ts'
import { type OpenLedgerOptions, openLedger } from './open-ledger.ts'

export const testKey = 'a key that is used by tests only: 0123456789'

/** Where a ledger can be: each kind runs the same tests. */
export const databaseKinds = ['SQLite', 'PostgreSQL'] as const
export type DatabaseKind = (typeof databaseKinds)[number]

/** A place for one ledger, which can be opened several times. */
export interface LedgerPlace {
  open(policy: Policy, options?: Partial<OpenLedgerOptions>): Promise<Ledger>
  /** The same over a single connection, as far as the database has connections. */
  openNarrow(policy: Policy): Promise<Ledger>
  /** Past the ledger, as somebody with access to the database could. */
  tamper(sql: string): Promise<void>
  /** For a process that opens it: a file, or a connection string. */
  readonly address: string
  remove(): Promise<void>
}

let server: Promise<TestPostgres> | undefined

export async function stopServer(): Promise<void> {
  await (await server)?.stop()
  server = undefined
}

export async function newPlace(kind: DatabaseKind): Promise<LedgerPlace> {
  return kind === 'SQLite' ? sqlitePlace() : postgresPlace()
}

async function sqlitePlace(): Promise<LedgerPlace> {
  const directory = mkdtempSync(join(tmpdir(), 'privity-ledger-'))
  const address = join(directory, 'ledger.sqlite')
  const opened: Ledger[] = []
  const open: LedgerPlace['open'] = async (policy, options) => {
    const ledger = await openLedger({ policy, key: testKey, database: { sqlite: address }, ...options })
    opened.push(ledger)
    return ledger
  }
  return {
    address,
    open,
    openNarrow: open,
    async tamper(sql) {
      const { DatabaseSync } = await import('node:sqlite')
      const database = new DatabaseSync(address)
      database.exec(sql)
      database.close()
    },
    async remove() {
      for (const ledger of opened) await ledger.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

async function postgresPlace(): Promise<LedgerPlace> {
  server ??= startPostgres()
  const address = await (await server).createDatabase()
  const opened: Ledger[] = []
  const pools: Pool[] = []
  const newPool = (max = 5): Pool => {
    const pool = new Pool({ connectionString: address, max })
    // a connection that the server ends is replaced; without a listener it would end the process
    pool.on('error', () => {})
    pools.push(pool)
    return pool
  }
  const open: LedgerPlace['open'] = async (policy, options) => {
    const ledger = await openLedger({ policy, key: testKey, database: { postgres: newPool() }, ...options })
    opened.push(ledger)
    return ledger
  }
  return {
    address,
    open,
    openNarrow: (policy) => open(policy, { database: { postgres: newPool(1) } }),
    async tamper(sql) {
      await newPool().query(sql)
    },
    async remove() {
      for (const ledger of opened) await ledger.close()
      for (const pool of pools) await pool.end()
    },
  }
}
