import type { Kysely } from 'kysely'

/** How the tables came to be; a database of an older version gets what it lacks. */
export const migrations: Readonly<Record<string, <Tables>(db: Kysely<Tables>) => Promise<void>>> = {
  '0001-start': async (db) => {
    await db.schema
      .createTable('consent_entries')
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('entry', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_entries_place', ['tenant', 'seq'])
      .execute()
    await db.schema.createIndex('consent_entries_id').on('consent_entries').columns(['id', 'tenant']).execute()
    await db.schema
      .createIndex('consent_entries_subject')
      .on('consent_entries')
      .columns(['subject', 'tenant', 'seq'])
      .execute()
    await db.schema
      .createTable('consent_heads')
      .addColumn('tenant', 'text', (column) => column.primaryKey())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('consent_states')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('tenant', 'text', (column) => column.notNull())
      .addColumn('purpose', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('claimed', 'integer', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('recorded_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addColumn('jurisdiction', 'text')
      .addColumn('policy_version', 'text', (column) => column.notNull())
      .addColumn('terms_hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('consent_states_question', ['subject', 'tenant', 'purpose', 'recipient'])
      .execute()
  },
}
