import { type SqlToken, sqlTokens } from './sql-tokens.ts'

/**
 * A SQL statement with every literal as `?`: the same for everybody who runs it. Comments go, lists of literals
 * collapse to one, and so do repeated rows of values.
 *
 * Text in double quotes counts as a literal: in MySQL it is one. A word with letters beyond ASCII becomes `?`, too.
 *
 * @returns `undefined` for what does not begin like SQL, and where a quote is not closed or may be read in two ways:
 *   nobody could tell what is inside of it
 * @example sqlTemplate("SELECT name FROM users WHERE id IN (1, 2) -- bob") // 'SELECT name FROM users WHERE id IN (?)'
 */
export function sqlTemplate(text: string): string | undefined {
  const tokens = sqlTokens(text)
  if (tokens === undefined || !isStatement(tokens)) return undefined
  return collapse(
    tokens
      .map(({ text: part, spaced }) => `${spaced ? ' ' : ''}${part}`)
      .join('')
      .trim(),
  )
}

/** Verb to a word that must follow somewhere; a sentence can begin with `update`, too. `''`: the verb is enough. */
const statements = new Map(
  Object.entries({
    SELECT: 'FROM',
    INSERT: 'INTO',
    REPLACE: 'INTO',
    UPSERT: 'INTO',
    UPDATE: 'SET',
    DELETE: 'FROM',
    WITH: 'AS',
    MERGE: 'USING',
    COPY: 'FROM TO',
    TRUNCATE: 'TABLE',
    CREATE: objects(),
    ALTER: objects(),
    DROP: objects(),
    BEGIN: '',
    START: 'TRANSACTION',
    COMMIT: '',
    ROLLBACK: '',
    SAVEPOINT: '',
    RELEASE: 'SAVEPOINT',
    SET: '',
    SHOW: '',
    EXPLAIN: 'SELECT INSERT UPDATE DELETE',
    ANALYZE: '',
    VACUUM: '',
    PRAGMA: '',
    CALL: '',
    EXEC: '',
    EXECUTE: '',
    DECLARE: '',
    FETCH: '',
    CLOSE: '',
    PREPARE: '',
    DEALLOCATE: '',
    LOCK: 'TABLE',
    LISTEN: '',
    UNLISTEN: '',
    NOTIFY: '',
    VALUES: '',
    GRANT: 'TO',
    REVOKE: 'FROM',
    USE: '',
    DISCARD: '',
  }),
)

function objects(): string {
  return 'TABLE INDEX VIEW SCHEMA DATABASE FUNCTION PROCEDURE TRIGGER TYPE SEQUENCE ROLE USER EXTENSION'
}

/** Verbs that are enough on their own are no sentence when only this many words follow. */
const maxBareWords = 6

function isStatement(tokens: readonly SqlToken[]): boolean {
  const words = tokens.filter((token) => token.isWord).map((token) => token.text.toUpperCase())
  const verb = tokens.find((token) => token.text !== '(')
  const required = verb?.isWord ? statements.get(verb.text.toUpperCase()) : undefined
  if (required === undefined) return false
  if (required === '') return words.length <= maxBareWords
  // `SELECT 1`, `SELECT now()`: a question to the server itself
  if (words[0] === 'SELECT' && words.length <= 2) return true
  return required.split(' ').some((word) => words.includes(word))
}

function collapse(template: string): string {
  return template
    .replace(/\(\s?\?(?:\s?,\s?\?)+\s?\)/gu, '(?)')
    .replace(/\[\s?\?(?:\s?,\s?\?)+\s?\]/gu, '[?]')
    .replace(/(VALUES\s?\(\?\))(?:\s?,\s?\(\?\))+/giu, '$1')
}
