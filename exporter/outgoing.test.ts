import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCounts } from '../processors/counts.ts'
import type { Guard, Release } from '../processors/guard.ts'
import { answerMillis, withdrawableBatch } from './outgoing.ts'

type Says = ReturnType<Guard['recheck']>

/** A batch of records named by their place; `says` is what the guard says of each, and may be changed. */
function batchOf(says: (Says | 'fails' | undefined)[]) {
  const counts = createCounts()
  const guard = {
    recheck: (release: Release, last?: boolean) => {
      const said = says[(release as unknown as { index: number }).index]
      if (said === 'fails') throw new Error('a fault')
      return said === 'wait' && last ? 'stale_consent' : (said ?? 'deliver')
    },
    countWithheld: (signal, flow, reason, records) => counts.add(flow, signal, reason, records),
  } as Partial<Guard> as Guard
  const releases = says.map((said, index) => (said === undefined ? undefined : ({ index } as unknown as Release)))
  const records = says.map((_, index) => index)
  return { batch: withdrawableBatch(guard, 'traces', 'f', { records, releases }), counts, says }
}

describe('withdrawableBatch', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is ready at once, and in the same array, where nothing has changed', () => {
    const { batch, counts } = batchOf(['deliver', undefined, 'deliver'])
    expect(batch.ready()).toEqual([0, 1, 2])
    expect(batch.ready()).toBe(batch.ready())
    expect(batch.holds()).toBe(true)
    expect(counts.list()).toEqual([])
  })

  it('drops and counts what was taken back, once, and goes on with the rest', () => {
    const { batch, counts, says } = batchOf(['deliver', 'deliver', undefined])
    says[1] = 'withdrawn'
    expect(batch.holds()).toBe(false)
    expect(batch.ready()).toEqual([0, 2])
    expect(batch.ready()).toEqual([0, 2])
    expect(batch.holds()).toBe(true)
    expect(batch.records).toBe(2)
    expect(counts.list()).toEqual([{ flow: 'f', signal: 'traces', outcome: 'withdrawn', count: 1 }])
  })

  it('is nothing when all was taken back', () => {
    expect(batchOf(['withdrawn', 'withdrawn']).batch.ready()).toBeUndefined()
  })

  it('drops what the guard cannot judge', () => {
    const { batch, counts } = batchOf(['fails', 'deliver'])
    expect(batch.holds()).toBe(false)
    expect(batch.ready()).toEqual([1])
    expect(counts.list()).toMatchObject([{ outcome: 'fault', count: 1 }])
  })

  it('waits for an answer that is asked for anew, together with the rest', async () => {
    const { batch, says } = batchOf(['wait', 'deliver'])
    expect(batch.holds()).toBe(false)
    const ready = batch.ready()
    await vi.advanceTimersByTimeAsync(200)
    says[0] = 'deliver'
    await vi.advanceTimersByTimeAsync(100)
    expect(await ready).toEqual([0, 1])
  })

  it.each([
    { millis: answerMillis - 100, outcome: 'waits' },
    { millis: answerMillis, outcome: [1] },
  ])('gives up on the answer in time: after $millis ms $outcome', async ({ millis, outcome }) => {
    const { batch } = batchOf(['wait', 'deliver'])
    let ready: unknown = 'waits'
    void Promise.resolve(batch.ready()).then((records) => {
      ready = records
    })
    await vi.advanceTimersByTimeAsync(millis)
    expect(ready).toEqual(outcome)
  })
})
