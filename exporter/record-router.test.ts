import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultPolicy } from '../policy/default-policy.ts'
import { createCounts } from '../processors/counts.ts'
import type { Guard, Judgement } from '../processors/guard.ts'
import type { SpanRecord } from '../processors/records.ts'
import { deliveryMillis, type ExportResult, type FlowExporter, maxInFlight } from './destination.ts'
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

function fail(): never {
  throw new Error('a fault')
}

function router(
  destinations: Record<string, FlowExporter<Item[]>>,
  limits = defaultPolicy.limits,
  parts: Partial<Guard> = {},
  answer?: () => unknown,
) {
  const counts = createCounts()
  const guard = {
    policy: { ...defaultPolicy, limits },
    pendingKey: (record: unknown) => record as object,
    countWithheld: (signal, flow, reason, records) => counts.add(flow, signal, reason, records),
    ...parts,
  } as Partial<Guard> as Guard
  const made = createRecordRouter<SpanRecord>({
    guard,
    signal: 'traces',
    destinations: destinations as never,
    judge: (record, flow, last) => {
      if (answer !== undefined) return answer() as Judgement<SpanRecord>
      const item = record as unknown as Item
      const answers = item.says[flow] ?? ['withhold']
      const kind = (answers.length > 1 ? answers.shift() : answers[0]) ?? 'withhold'
      if (kind === 'deliver') return { kind, record }
      if (kind === 'wait' && !last) return { kind }
      // as the guard does
      counts.add(flow, 'traces', 'no_grant')
      return { kind: 'withhold', reason: 'no_grant' }
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

  it.each<Behaviour>(['calls twice', 'hangs'])('calls back once when a destination %s', async (behaviour) => {
    const callback = vi.fn()
    router({ a: destination(behaviour).exporter }).export([item({ a: ['deliver'] })] as never, callback)
    await vi.advanceTimersByTimeAsync(2 * deliveryMillis)
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

  it('judges what waits at a flush even while another flow hangs', async () => {
    const bad = destination('hangs')
    const good = destination('takes')
    const { send, forceFlush } = router({ bad: bad.exporter, good: good.exporter })
    const sent = send([item({ bad: ['deliver'], good: ['wait', 'deliver'] })])
    await vi.advanceTimersByTimeAsync(0)
    const flushed = forceFlush()
    await vi.advanceTimersByTimeAsync(0)
    expect(good.got).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(deliveryMillis)
    await Promise.all([sent, flushed])
  })

  it('takes nothing after its shutdown, and lets nothing wait', async () => {
    const a = destination('takes')
    const { send, shutdown, counts } = router({ a: a.exporter })
    await send([item({ a: ['wait'] })])
    await shutdown()
    expect((await send([item({ a: ['deliver'] })])).code).toBe(1)
    expect(a.got).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)
    expect(counts.list()).toEqual([
      { flow: 'a', signal: 'traces', outcome: 'no_grant', count: 1 },
      { flow: 'a', signal: 'traces', outcome: 'undelivered', count: 1 },
    ])
  })

  it.each<[string, unknown, Partial<Guard>]>([
    ['answers nothing', null, {}],
    ['answers nonsense', { kind: 'perhaps' }, {}],
    ['delivers nothing', { kind: 'deliver' }, {}],
    ['cannot say what waits together', { kind: 'wait' }, { pendingKey: fail }],
    ['cannot count either', null, { countWithheld: fail }],
  ])('withholds, throws nothing and lets the processor go on when the guard %s', async (_, answer, parts) => {
    const a = destination('takes')
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const { send, forceFlush, shutdown, counts } = router({ a: a.exporter }, undefined, parts, () => answer)
    expect(await send([item({})])).toEqual({ code: 0 })
    await forceFlush()
    await shutdown()
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(a.got).toHaveLength(0)
    expect(unhandled).not.toHaveBeenCalled()
    if (parts.countWithheld === undefined) {
      expect(counts.list()).toEqual([{ flow: 'a', signal: 'traces', outcome: 'fault', count: 1 }])
    }
  })

  it('does not let a callback that throws out', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const made = router({ a: destination('takes').exporter })
    made.export([item({ a: ['deliver'] })] as never, fail)
    await made.shutdown()
    expect(() => made.export([], fail)).not.toThrow()
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('drops what a destination cannot take in time, and says so', async () => {
    const slow = destination('hangs')
    const { send, counts } = router({ a: slow.exporter })
    const sent = Array.from({ length: maxInFlight + 1 }, () => send([item({ a: ['deliver'] })]))
    await vi.advanceTimersByTimeAsync(1_000)
    expect((await Promise.all(sent)).map(({ code }) => code)).toEqual([...Array(maxInFlight).fill(0), 1])
    expect(slow.got).toHaveLength(maxInFlight)
    expect(counts.list()).toEqual([{ flow: 'a', signal: 'traces', outcome: 'undelivered', count: 1 }])
  })

  it('accounts for every record and flow exactly once', async () => {
    const kinds = fc.array(fc.constantFrom<Judgement<Item>['kind']>('deliver', 'withhold', 'wait'), {
      minLength: 1,
      maxLength: 4,
    })
    const behaviours = fc.constantFrom<Behaviour>('takes', 'fails', 'throws', 'answers nonsense', 'calls twice')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.record({ a: kinds, b: kinds }), { maxLength: 6 }), { maxLength: 4 }),
        fc.record({ a: behaviours, b: behaviours }),
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        async (batches, behaviour, pendingTraces, flushBetween) => {
          const flows = { a: destination(behaviour.a), b: destination(behaviour.b) }
          const limits = { ...defaultPolicy.limits, pendingTraces }
          const { send, forceFlush, shutdown, counts } = router({ a: flows.a.exporter, b: flows.b.exporter }, limits)
          for (const batch of batches) {
            await send(batch.map((says) => item(structuredClone(says))))
            if (flushBetween) await forceFlush()
          }
          await shutdown()
          const total = batches.flat().length
          for (const flow of ['a', 'b'] as const) {
            const got = flows[flow].got.flat()
            expect(new Set(got).size).toBe(got.length)
            const counted = (outcome: string): number =>
              counts.list().find((entry) => entry.flow === flow && entry.outcome === outcome)?.count ?? 0
            // each was handed over once, or withheld once; none is left
            expect(got.length + counted('no_grant')).toBe(total)
            expect(counted('fault')).toBe(0)
            const takes = behaviour[flow] === 'takes' || behaviour[flow] === 'calls twice'
            expect(counted('undelivered')).toBe(takes ? 0 : got.length)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})
