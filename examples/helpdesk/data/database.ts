import pg from 'pg'

/** What a query needs: the pool, or one connection inside of a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>
export type Database = pg.Pool

export interface DatabaseOptions {
  readonly url: string
  /** PGlite runs one statement at a time and gets one connection; a real PostgreSQL takes more. */
  readonly connections: number
}

export function openDatabase({ url, connections }: DatabaseOptions): Database {
  return new pg.Pool({ connectionString: url, max: connections })
}

/**
 * Runs `work` in a transaction: committed when it resolves, rolled back when it throws.
 *
 * Inside, use only the given connection: the pool may have no other.
 */
export async function inTransaction<T>(db: Database, work: (transaction: Queryable) => Promise<T>): Promise<T> {
  const connection = await db.connect()
  try {
    await connection.query('begin')
    const result = await work(connection)
    await connection.query('commit')
    return result
  } catch (error) {
    await connection.query('rollback')
    throw error
  } finally {
    connection.release()
  }
}

/** PostgreSQL's code for a value that has to be unique and is not. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505'
}
