import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Statements are compiled once; batches of every size make many. */
const maxStatements = 200

/**
 * `node:sqlite` as kysely's dialect for SQLite takes it.
 *
 * Deleted data is overwritten (`secure_delete`), commits are on the disk before they return (`synchronous = FULL`), and the
 * write-ahead log is emptied when the database is closed.
 *
 * @throws if the file cannot be opened
 */
export async function openSqlite(path: string): Promise<SqliteDatabase> {
  // not above: the module prints a warning on older versions of Node, also to those who use PostgreSQL
  const { DatabaseSync } = await import('node:sqlite')
  const database = new DatabaseSync(path)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on')
  database.exec('pragma busy_timeout = 10000; pragma cache_size = -65536')
  const statements = new Map<string, SqliteStatement>()
  return {
    prepare(sql) {
      const known = statements.get(sql)
      if (known !== undefined) return known
      const statement = adapted(database, sql)
      if (statements.size >= maxStatements) statements.clear()
      statements.set(sql, statement)
      return statement
    },
    close() {
      statements.clear()
      database.exec('pragma wal_checkpoint(truncate)')
      database.close()
    },
  }
}

function adapted(database: DatabaseSync, sql: string): SqliteStatement {
  const statement: StatementSync = database.prepare(sql)
  const values = (parameters: readonly unknown[]): SQLInputValue[] => parameters as SQLInputValue[]
  return {
    reader: /^\s*(?:select|pragma|with)\b|\breturning\b/iu.test(sql),
    all: rowsOf(statement),
    run: (parameters) => statement.run(...values(parameters)),
    iterate: (parameters) => statement.iterate(...values(parameters)),
  }
}

/** Rows as lists, made into objects here: those of the module have no shape that the engine knows, and take twice as long to make and to read. */
function rowsOf(statement: StatementSync): SqliteStatement['all'] {
  // since Node 22.16
  if (typeof statement.setReturnArrays !== 'function')
    return (parameters) => statement.all(...(parameters as SQLInputValue[]))
  statement.setReturnArrays(true)
  return (parameters) => {
    // each time: `*` means other columns when another process has migrated the tables
    const names = statement.columns().map(({ name }) => name)
    const lists = statement.all(...(parameters as SQLInputValue[])) as unknown as unknown[][]
    return lists.map((list) => {
      const row: Record<string, unknown> = {}
      for (let index = 0; index < names.length; index++) row[names[index] as string] = list[index]
      return row
    })
  }
}
