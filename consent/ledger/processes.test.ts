import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentEntry } from './consent-entry.ts'
import { databaseKinds, type LedgerPlace, newPlace, stopServer } from './ledgers-fixture.ts'
import { questionKey, stateRowOf, winnerOf } from './state-rows.ts'

const policy = parsePolicy({})
const script = fileURLToPath(new URL('writer-fixture.ts', import.meta.url))

/** A process that writes, and what it has said so far. */
function startWriter(address: string, name: string, seed: number, skew: number, count: number) {
  const child: ChildProcess = spawn(
    process.execPath,
    [script, address, name, String(seed), String(skew), String(count)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  )
  let said = ''
  child.stdout?.on('data', (chunk) => {
    said += chunk
  })
  return {
    child,
    acknowledged: () =>
      said
        .split('\n')
        .slice(0, -1)
        .flatMap((line) => (line.startsWith('ack ') ? line.slice(4) : [])),
    said: () => said,
    async saidLine(start: string) {
      await expect
        .poll(() => said.includes(`\n${start}`) || said.startsWith(start), { timeout: 60_000, interval: 20 })
        .toBe(true)
    },
  }
}

async function entriesOf(place: LedgerPlace): Promise<readonly ConsentEntry[]> {
  const ledger = await place.open(policy)
  const entries: ConsentEntry[] = []
  for await (const entry of ledger.entries()) entries.push(entry)
  expect((await ledger.verify()).problems).toEqual([])
  return entries
}

afterAll(stopServer, 60_000)

describe.each(databaseKinds)('processes that share a ledger in %s', (kind) => {
  let place: LedgerPlace
  const children: ChildProcess[] = []
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
    await place.remove()
  })

  it('agree on every answer, whatever their clocks say and whoever writes first', { timeout: 180_000 }, async () => {
    place = await newPlace(kind)
    await (await place.open(policy)).close()
    const skews = [0, 90_000, -240_000]
    const writers = skews.map((skew, index) => startWriter(place.address, `w${index}`, 20_261_123 + index, skew, 150))
    children.push(...writers.map(({ child }) => child))
    await Promise.all(writers.map((writer) => writer.saidLine('done')))
    for (const { child } of writers) child.stdin?.write('now\n')
    await Promise.all(writers.map((writer) => writer.saidLine('states ')))
    const answers = writers.map((writer) => /^states (.*)$/mu.exec(writer.said())?.[1])
    expect(new Set(answers).size).toBe(1)
    const entries = await entriesOf(place)
    expect(entries).toHaveLength(3 * 150)
    // by the plain words of the rule, in any order
    const winners = new Map<string, ReturnType<typeof stateRowOf>>()
    for (const entry of entries.toReversed()) {
      const row = stateRowOf(entry)
      winners.set(questionKey(row), winnerOf(winners.get(questionKey(row)), row))
    }
    const granted = [...winners.values()].filter(({ event }) => event === 'given' || event === 'reaffirmed').length
    const states = JSON.parse(answers[0] ?? '[]') as { grants: Record<string, string> }[]
    const said = states.flatMap(({ grants }) => Object.values(grants))
    expect(said.filter((grant) => grant === 'granted')).toHaveLength(granted)
    expect(said).toHaveLength(winners.size)
  })

  it('lose nothing that was acknowledged, wherever one of them is killed', { timeout: 300_000 }, async () => {
    place = await newPlace(kind)
    await (await place.open(policy)).close()
    const acknowledged: string[] = []
    let seed = 7
    // rounds until 1,000 writes were acknowledged, each ended at a point drawn from the seed
    for (let round = 0; acknowledged.length < 1_000; round++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      const enough = 1 + (seed % 120)
      const writer = startWriter(place.address, `round${round}`, seed, 0, 1_000)
      children.push(writer.child)
      await expect.poll(() => writer.acknowledged().length >= enough, { timeout: 30_000, interval: 1 }).toBe(true)
      const exited = once(writer.child, 'close')
      writer.child.kill('SIGKILL')
      await exited
      acknowledged.push(...writer.acknowledged())
    }
    const written = new Set((await entriesOf(place)).map(({ id }) => id))
    expect(acknowledged.filter((id) => !written.has(id))).toEqual([])
  })
})
