import { type Kysely, sql } from 'kysely'
import { migrations } from './migrations.ts'

/** Brings the tables up to date, in the transaction that the caller holds: all of it, or nothing. */
export async function migrate<Tables>(db: Kysely<Tables>): Promise<void> {
  await sql`create table if not exists consent_migrations (name text primary key)`.execute(db)
  const { rows } = await sql<{ name: string }>`select name from consent_migrations`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  for (const [name, up] of Object.entries(migrations)) {
    if (done.has(name)) continue
    await up(db)
    await sql`insert into consent_migrations (name) values (${name})`.execute(db)
  }
}
