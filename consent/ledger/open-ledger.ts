import type { Kysely } from 'kysely'
import type { Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import { createSubjectPseudonym } from '../subject-pseudonym.ts'
import { available } from './available.ts'
import { checkChange, checkSubject } from './check-change.ts'
import { consentNow, stateOf } from './consent-now.ts'
import type { LedgerTables } from './database.ts'
import type { Ledger, SubjectConsent } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { LedgerError } from './ledger-error.ts'
import type { LedgerPool } from './postgres-ledger-database.ts'
import { historyOf, walkEntries } from './read-entries.ts'
import { rebuildStates } from './rebuild-states.ts'
import { numbersIn } from './state-rows.ts'
import { sweepStates } from './sweep-states.ts'
import { verifyChains } from './verify-chains.ts'
import { watchChanges } from './watch-changes.ts'
import { createWriteQueue } from './write-queue.ts'

export interface OpenLedgerOptions {
  readonly policy: Policy
  /** The secret that people's names in the ledger are made with, as in `PRIVITY_KEY`. */
  readonly key: string
  /** A file, or `:memory:` for as long as the process lives; or a `Pool` of `pg`, which stays the host's. */
  readonly database: { readonly sqlite: string } | { readonly postgres: LedgerPool }
  /** Unix milliseconds. @defaultValue `Date.now` */
  readonly clock?: () => number
}

/**
 * Opens the record of consent, and makes it where there is none.
 *
 * @throws KeyError if the key is too short; LedgerError `unavailable` if the database cannot be opened
 * @example
 * const ledger = await openLedger({ policy, key, database: { sqlite: 'consent.sqlite' } })
 * await ledger.record({ tenant: 'acme', subject: 'ada' }, [
 *   { event: 'given', purpose: 'personalization', method: 'settings', actor: 'subject' },
 * ])
 * const { grants } = await ledger.state({ tenant: 'acme', subject: 'ada' })
 */
export async function openLedger({ policy, key, database, clock = Date.now }: OpenLedgerOptions): Promise<Ledger> {
  const pseudonymOf = createSubjectPseudonym(key)
  const store = await opened(database)
  const queue = createWriteQueue(store, policy, clock)
  const { reader } = store
  let closed = false

  const read = async (subject: Subject): Promise<SubjectConsent> => {
    checkSubject(subject)
    const [tenant, name] = [subject.tenant ?? '', pseudonymOf(subject)]
    const rows = await available(() => statesOf(reader, tenant, name))
    return consentNow(policy, tenant, name, rows.map(numbersIn), clock())
  }

  return {
    async record(subject, changes) {
      checkSubject(subject)
      changes.forEach((change, index) => {
        checkChange(policy, change, index)
      })
      if (closed) throw closedError()
      const [tenant, name] = [subject.tenant ?? '', pseudonymOf(subject)]
      return queue.add(changes.map((change) => ({ tenant, subject: name, change })))
    },
    read,
    state: async (subject) => stateOf(policy, await read(subject)),
    history: (subject, page) => available(() => historyOf(reader, subject.tenant ?? '', pseudonymOf(subject), page)),
    entries: (walk) => walkEntries(reader, walk),
    verify: (walk) => available(() => verifyChains(store, walk)),
    rebuild: (walk) => available(() => rebuildStates(store, walk)),
    sweep: (walk) => available(() => sweepStates(reader, policy, queue, clock, walk)),
    watch: (listener) => watchChanges(store, queue, listener),
    pseudonymOf,
    async close() {
      if (closed) return
      closed = true
      await queue.settled()
      await store.close()
    },
  }
}

function statesOf(db: Kysely<LedgerTables>, tenant: string, subject: string) {
  return db
    .selectFrom('consent_states')
    .selectAll()
    .where('subject', '=', subject)
    .where('tenant', '=', tenant)
    .execute()
}

async function opened(database: OpenLedgerOptions['database']): Promise<LedgerDatabase> {
  return available(async () => {
    if ('sqlite' in database) return (await import('./sqlite-ledger-database.ts')).openSqliteLedger(database.sqlite)
    return (await import('./postgres-ledger-database.ts')).openPostgresLedger(database.postgres)
  })
}

function closedError(): LedgerError {
  return new LedgerError({
    code: 'closed',
    path: [],
    expected: 'an open ledger',
    received: 'a closed one',
    hint: 'Open it again.',
  })
}
