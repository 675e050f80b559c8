import type { Kysely } from 'kysely'
import type { LedgerTables } from './database.ts'

/** A database that holds a ledger. */
export interface LedgerDatabase {
  /** For reading; does not wait for what is being written. */
  readonly reader: Kysely<LedgerTables>
  /** Where it is, if it is a file that other threads can open. */
  readonly file?: string
  /**
   * Runs `work` in a transaction; all of one process follow one another. What it did is durable when the promise is fulfilled, and undone when it
   * is rejected.
   */
  write<T>(
    work: (db: Kysely<LedgerTables>, lock: (tenants: readonly string[]) => Promise<void>) => Promise<T>,
  ): Promise<T>
  /** Calls `look` when another process may have written something: at once where the database tells, else by asking it. @returns stops it */
  watch(look: () => void): () => void
  close(): Promise<void>
}
