import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultPolicy } from '../policy/default-policy.ts'
import { createCounts } from '../processors/counts.ts'
import type { Guard, Judgement } from '../processors/guard.ts'
import type { SpanRecord } from '../processors/records.ts'
import { deliveryMillis, type ExportResult, type FlowExporter } from './destination.ts'
import { createRecordRouter } from './record-router.ts'

interface Item {
  readonly id: number
  /** What the guard says, time after time; the last answer stays. */
  readonly says: Record<string, Judgement<Item>['kind'][]>
}

type Behaviour = 'takes' | 'fails' | 'throws' | 'hangs' | 'calls twice' | 'answers nonsense'

function destination(behaviour: Behaviour) {
  const got: Item[][] = []
  const exporter: FlowExporter<Item[]> = {
    export(batch, callback) {
      got.push(batch)
      if (behaviour === 'throws') throw new Error('sync')
      if (behaviour === 'hangs') return
      if (behaviour === 'answers nonsense') return callback(undefined as never)
      callback({ code: behaviour === 'fails' ? 1 : 0 })
      if (behaviour === 'calls twice') callback({ code: 1 })
    },
    shutdown: async () => {
      if (behaviour === 'throws') throw new Error('shutdown')
      if (behaviour === 'hangs') await new Promise(() => {})
    },
  }
  return { got, exporter }
}

function router(destinations: Record<string, FlowExporter<Item[]>>, limits = defaultPolicy.limits) {
  const counts = createCounts()
  const guard = {
    policy: { ...defaultPolicy, limits },
    pendingKey: (record: unknown) => record as object,
    countWithheld: (signal, flow, reason, records) => counts.add(flow, signal, reason, records),
  } as Partial<Guard> as Guard
  const made = createRecordRouter<SpanRecord>({
    guard,
    signal: 'traces',
    destinations: destinations as never,
    judge: (record, flow, last) => {
      const item = record as unknown as Item
      const answers = item.says[flow] ?? ['withhold']
      const kind = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'withhold'
      if (kind === 'deliver') return { kind, record }
      return kind === 'wait' && !last ? { kind } : { kind: 'withhold', reason: 'no_grant' }
    },
  })
  const send = (items: Item[]) =>
    new Promise<ExportResult>((resolve) => made.export(items as unknown as SpanRecord[], resolve))
  return { ...made, send, counts }
}

let ids = 0
const item = (says: Item['says']): Item => {
  ids += 1
  return { id: ids, says }
}

describe('createRecordRouter', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
  afterEach(() => void vi.useRealTimers())

  it('gives each flow its own copies, in one batch', async () => {
    const a = destination('takes')
    const b = destination('takes')
    const items = [item({ a: ['deliver'], b: ['withhold'] }), item({ a: ['deliver'], b: ['deliver'] })]
    expect(await router({ a: a.exporter, b: b.exporter }).send(items)).toEqual({ code: 0 })
    expect(a.got).toEqual([items])
    expect(b.got).toEqual([[items[1]]])
  })

  it.each<Behaviour>(['fails', 'throws', 'answers nonsense'])(
    'reaches other flows when one %s, and says so',
    async (behaviour) => {
      const bad = destination(behaviour)
      const good = destination('takes')
      const { send, counts } = router({ bad: bad.exporter, good: good.exporter })
      expect((await send([item({ bad: ['deliver'], good: ['deliver'] })])).code).toBe(1)
      expect(good.got).toHaveLength(1)
      expect(counts.list()).toEqual([{ flow: 'bad', signal: 'traces', outcome: 'undelivered', count: 1 }])
    },
  )

  it('does not wait for a flow that hangs, and gives it up in the end', async () => {
    const bad = destination('hangs')
    const good = destination('takes')
    const { send, counts, forceFlush } = router({ bad: bad.exporter, good: good.exporter })
    const sent = send([item({ bad: ['deliver'], good: ['deliver'] })])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await sent).toEqual({ code: 0 })
    const flushed = forceFlush()
    await vi.advanceTimersByTimeAsync(deliveryMillis)
    await flushed
    expect(counts.list()).toEqual([{ flow: 'bad', signal: 'traces', outcome: 'undelivered', count: 1 }])
  })

  it('calls back once, whatever a destination does', async () => {
    const callback = vi.fn()
    const twice = destination('calls twice')
    router({ a: twice.exporter }).export([item({ a: ['deliver'] })] as never, callback)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('delivers what waited when its subject becomes known', async () => {
    const a = destination('takes')
    const { send } = router({ a: a.exporter })
    await send([item({ a: ['wait', 'wait', 'deliver'] })])
    expect(a.got).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(500)
    expect(a.got).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(500)
    expect(a.got).toHaveLength(1)
  })

  it('decides after so many seconds, and at a flush', async () => {
    const a = destination('takes')
    const waiting = () => item({ a: ['wait'] })
    const limits = { ...defaultPolicy.limits, pendingSeconds: 2 }
    const { send, forceFlush } = router({ a: a.exporter }, limits)
    await send([waiting()])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(vi.getTimerCount()).toBe(0)
    await send([waiting()])
    await forceFlush()
    await vi.advanceTimersByTimeAsync(500)
    expect(vi.getTimerCount()).toBe(0)
    expect(a.got).toHaveLength(0)
  })

  it('survives a guard that throws, and a shutdown that throws or hangs', async () => {
    for (const behaviour of ['throws', 'hangs'] as const) {
      const { send, shutdown, counts } = router({ a: destination(behaviour).exporter })
      await send([{ id: 0, says: undefined as never }])
      expect(counts.list()).toEqual([{ flow: 'a', signal: 'traces', outcome: 'fault', count: 1 }])
      const down = shutdown()
      await vi.advanceTimersByTimeAsync(deliveryMillis)
      await down
    }
  })

  it('accounts for every record and flow exactly once', async () => {
    const kinds = fc.array(fc.constantFrom<Judgement<Item>['kind']>('deliver', 'withhold', 'wait'), {
      minLength: 1,
      maxLength: 4,
    })
    const behaviours = fc.constantFrom<Behaviour>('takes', 'fails', 'throws')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.record({ a: kinds, b: kinds }), { maxLength: 6 }), { maxLength: 4 }),
        fc.record({ a: behaviours, b: behaviours }),
        fc.integer({ min: 1, max: 4 }),
        async (batches, behaviour, pendingTraces) => {
          const flows = { a: destination(behaviour.a), b: destination(behaviour.b) }
          const { send, shutdown, counts } = router(
            { a: flows.a.exporter, b: flows.b.exporter },
            { ...defaultPolicy.limits, pendingTraces },
          )
          const expected = { a: 0, b: 0 }
          for (const batch of batches) {
            const items = batch.map((says) => item(structuredClone(says)))
            await send(items)
          }
          await shutdown()
          for (const flow of ['a', 'b'] as const) {
            const got = flows[flow].got.flat()
            expect(new Set(got).size).toBe(got.length)
            const undelivered = counts.list().find((entry) => entry.flow === flow && entry.outcome === 'undelivered')
            expect(undelivered?.count ?? 0).toBe(behaviour[flow] === 'takes' ? 0 : got.length)
            expected[flow] = got.length
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
