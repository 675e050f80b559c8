import type { Kysely } from 'kysely'
import type { Policy } from '../../policy/policy.ts'
import { consentNow, everyPurpose } from './consent-now.ts'
import type { LedgerTables, StateRow } from './database.ts'
import type { LedgerWalk } from './ledger.ts'
import type { PendingChange } from './make-entries.ts'
import { numbersIn } from './state-rows.ts'
import type { WriteQueue } from './write-queue.ts'

const pageRows = 2_000
const batch = 500

/**
 * Writes down what counts no more although nobody said so: grants that expired, and grants whose purpose the policy
 * has changed since. Two processes at once write each of it once.
 *
 * @returns entries written
 */
export async function sweepStates(
  db: Kysely<LedgerTables>,
  policy: Policy,
  queue: WriteQueue,
  clock: () => number,
  walk: LedgerWalk = {},
): Promise<number> {
  let written = 0
  let last: StateRow | undefined
  for (;;) {
    walk.signal?.throwIfAborted()
    const rows: readonly StateRow[] = (await pageBehind(db, last, walk.tenant)).map(numbersIn)
    const changes = rows.flatMap((row) => changeFor(policy, row, clock()))
    for (let from = 0; from < changes.length; from += batch) {
      written += (await queue.add(changes.slice(from, from + batch))).length
    }
    last = rows.at(-1)
    if (rows.length < pageRows) return written
    await new Promise(setImmediate)
  }
}

/** Grants only: nothing else can expire. */
function pageBehind(db: Kysely<LedgerTables>, last: StateRow | undefined, tenant: string | undefined) {
  let query = db.selectFrom('consent_states').selectAll()
  if (tenant !== undefined) query = query.where('tenant', '=', tenant)
  if (last !== undefined) {
    query = query.where((eb) =>
      eb(
        eb.refTuple('subject', 'tenant', 'purpose', 'recipient'),
        '>',
        eb.tuple(last.subject, last.tenant, last.purpose, last.recipient),
      ),
    )
  }
  return query.orderBy('subject').orderBy('tenant').orderBy('purpose').orderBy('recipient').limit(pageRows).execute()
}

function changeFor(policy: Policy, row: StateRow, now: number): PendingChange[] {
  if (row.purpose === everyPurpose) return []
  const { tenant, subject, purpose, recipient, seq } = row
  const override = consentNow(policy, tenant, subject, [row], now).purposes[0]?.override
  if (override !== 'expired' && override !== 'invalidated') return []
  return [
    {
      tenant,
      subject,
      change: {
        event: override,
        purpose,
        ...(recipient === '' ? {} : { recipient }),
        ...(row.jurisdiction === null ? {} : { jurisdiction: row.jurisdiction }),
        method: 'system',
        actor: 'system',
        idempotencyKey: `${override}:${seq}`,
      },
    },
  ]
}
