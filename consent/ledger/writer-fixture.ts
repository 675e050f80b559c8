// A process of its own that writes to a ledger: `node writer-fixture.ts ADDRESS NAME SEED SKEW COUNT`.
// Says `ack KEY` for each change that was acknowledged, then `states JSON`.
import { writeSync } from 'node:fs'
import { Pool } from 'pg'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentChange } from './consent-entry.ts'
import { openLedger } from './open-ledger.ts'

const [, , address = '', name = '', seed = '', skew = '', count = ''] = process.argv
const policy = parsePolicy({})
const isUrl = address.startsWith('postgres:')
const pool = isUrl ? new Pool({ connectionString: address, max: 3 }) : undefined
const clock = () => Date.now() + Number(skew)
const ledger = await openLedger({
  policy,
  key: 'a key that is used by tests only: 0123456789',
  database: pool === undefined ? { sqlite: address } : { postgres: pool },
  clock,
})

let state = Number(seed)
function below(limit: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 4_294_967_296) * limit)
}

function draw(index: number): readonly [person: string, change: ConsentChange] {
  const isOffline = below(3) === 0
  return [
    `person-${below(6)}`,
    {
      event: (['given', 'refused', 'withdrawn', 'reaffirmed'] as const)[below(4)] ?? 'refused',
      purpose: (['personalization', 'model_training'] as const)[below(2)] ?? 'personalization',
      method: 'api',
      actor: 'subject',
      idempotencyKey: `${name}-${index}`,
      // what a device wrote down while it was offline, by its own clock
      ...(isOffline ? { claimedAt: Math.max(0, clock() - below(900_000) + 120_000) } : {}),
    },
  ]
}

// all are drawn at once, so that they do not depend on who is faster
const changes = Array.from({ length: Number(count) }, (_, index) => draw(index))
let next = 0
async function write(): Promise<void> {
  while (next < changes.length) {
    const drawn = changes[next++]
    if (drawn === undefined) return
    const [person, change] = drawn
    await ledger.record({ tenant: 'acme', subject: person }, [change])
    writeSync(1, `ack ${change.idempotencyKey}\n`)
  }
}
await Promise.all(Array.from({ length: 8 }, write))
writeSync(1, 'done\n')
process.stdin.once('data', async () => {
  const states = await Promise.all(
    Array.from({ length: 6 }, (_, index) => ledger.state({ tenant: 'acme', subject: `person-${index}` })),
  )
  writeSync(1, `states ${JSON.stringify(states)}\n`)
  await ledger.close()
  await pool?.end()
  process.exit(0)
})
