import { readdirSync, readFileSync } from 'node:fs'
import { type Database, inTransaction } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Brings the schema up to date: each file of `migrations/` once, in the order of their names. */
export async function migrate(db: Database): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await transaction.query('create table if not exists migrations (name text primary key)')
    await transaction.query('lock table migrations') // two servers that start at once take turns
    const { rows } = await transaction.query<{ name: string }>('select name from migrations')
    const applied = new Set(rows.map((row) => row.name))
    for (const name of readdirSync(folder).sort()) {
      if (applied.has(name)) continue
      await transaction.query(readFileSync(new URL(name, folder), 'utf8'))
      await transaction.query('insert into migrations (name) values ($1)', [name])
    }
  })
}
