import { chainHash, type EntryFacts, entryStart, genesisHash, parseEntryText } from './chain.ts'
import type { EntryRow } from './database.ts'
import type { ChainProblem, ChainReport, LedgerWalk } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { pagesOf, progressOf, tenantsOf } from './read-entries.ts'
import { startStateCheck } from './state-check.ts'

const maxProblems = 100

/**
 * Looks at every entry: that it is what was hashed, that it follows the one before, that none is missing, that the chain ends where
 * it ended, and that what counts now is what the entries say.
 */
export async function verifyChains(
  store: Pick<LedgerDatabase, 'reader' | 'file'>,
  walk: LedgerWalk = {},
): Promise<ChainReport> {
  const { reader: db } = store
  const problems: ChainProblem[] = []
  const find = (tenant: string, seq: number, kind: ChainProblem['kind']): void => {
    if (problems.length < maxProblems) problems.push({ tenant, seq, kind })
  }
  const progress = await progressOf(db, walk)
  const states = startStateCheck(store, walk)
  const heads: Record<string, { seq: number; hash: string }> = {}
  let entries = 0
  try {
    for (const tenant of await tenantsOf(db, walk)) {
      // before the entries: what is written meanwhile only makes the chain longer
      const head = await db.selectFrom('consent_heads').selectAll().where('tenant', '=', tenant).executeTakeFirst()
      const chain = createChainReader(tenant, Number(head?.seq ?? 0), find)
      for await (const page of pagesOf(db, tenant, walk.signal)) {
        for (const row of page) chain.read(row)
        entries += page.length
        progress(page.length)
      }
      const end = chain.end()
      if (head === undefined || end.hashAtHead !== head.hash) find(tenant, Math.max(1, end.seq), 'head')
      heads[tenant] = { seq: end.seq, hash: end.hash }
    }
    // what counts now cannot be made from a chain that is broken
    if (problems.length === 0) for (const { tenant, seq } of await states.result()) find(tenant, seq, 'state')
  } finally {
    states.stop()
  }
  return { entries, tenants: Object.keys(heads).length, problems, heads }
}

/** @param headSeq where the chain ended when the walk began */
function createChainReader(
  tenant: string,
  headSeq: number,
  find: (tenant: string, seq: number, kind: ChainProblem['kind']) => void,
) {
  let seq = 0
  let hash = genesisHash
  let hashAtHead = headSeq === 0 ? genesisHash : undefined
  return {
    read(row: EntryRow): void {
      const place = Number(row.seq)
      if (place !== seq + 1) find(tenant, place, 'gap')
      else if (!row.entry.startsWith(entryStart({ ...row, seq: place }))) find(tenant, place, misfit(row))
      else if (chainHash(hash, row.entry) !== row.hash) find(tenant, place, 'changed')
      seq = place
      // the hash that stands there, so that one change is found once and not with every entry behind it
      hash = row.hash
      if (place === headSeq) hashAtHead = hash
    },
    end: () => ({ seq, hash, hashAtHead }),
  }
}

/** The columns that are looked up do not say the same as the text that was hashed. */
function misfit(row: EntryRow): ChainProblem['kind'] {
  const facts = factsOf(row.entry)
  return facts !== undefined && facts.seq !== Number(row.seq) ? 'order' : 'changed'
}

function factsOf(text: string): EntryFacts | undefined {
  try {
    return parseEntryText(text)
  } catch {
    return undefined
  }
}
