import { untraced } from '../untraced.ts'
import type { LedgerChange } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import type { WriteQueue } from './write-queue.ts'

/** Entries that are read at once behind the ones that are known. */
const pageRows = 1_000

/** Tells of each change once it is durable: at once what this process wrote, soon what others did. */
export function watchChanges(
  store: LedgerDatabase,
  queue: WriteQueue,
  listener: (change: LedgerChange) => void,
): () => void {
  const told = (change: LedgerChange): void => {
    try {
      listener(change)
    } catch {
      // a listener's fault is no reason to stop telling the others
    }
  }
  /** By tenant the last entry that was told. */
  let known: Map<string, number> | undefined
  let looking: Promise<void> | undefined
  let again = false
  const look = (): void => {
    if (looking !== undefined) {
      again = true
      return
    }
    looking = untraced(catchUp)
      .catch(() => {})
      .finally(() => {
        looking = undefined
        if (!again) return
        again = false
        look()
      })
  }

  const catchUp = async (): Promise<void> => {
    const heads = await store.reader.selectFrom('consent_heads').select(['tenant', 'seq']).execute()
    if (known === undefined) {
      known = new Map(heads.map(({ tenant, seq }) => [tenant, Number(seq)]))
      return
    }
    for (const { tenant, seq } of heads) {
      for (let from = known.get(tenant) ?? 0; from < Number(seq); ) {
        const rows = await store.reader
          .selectFrom('consent_entries')
          .select(['subject', 'seq'])
          .where('tenant', '=', tenant)
          .where('seq', '>', from)
          .orderBy('seq')
          .limit(pageRows)
          .execute()
        if (rows.length === 0) break
        for (const row of rows) told({ tenant, subject: row.subject, epoch: Number(row.seq) })
        from = Number(rows.at(-1)?.seq)
        known.set(tenant, from)
      }
    }
  }

  look()
  const stopOwn = queue.listen(told)
  const stopOthers = store.watch(look)
  return () => {
    stopOwn()
    stopOthers()
  }
}
