import { describe, expect, it } from 'vitest'
import { createPendingBuffer, maxRecordsPerKey, type PendingBuffer } from './pending-buffer.ts'

const limits = { pendingTraces: 3, pendingBytes: 100_000, pendingSeconds: 10 }
const record = { record: 'r', flow: 'f', bytes: 1 }
const never = () => undefined

/** Asks about all, and gives what was asked. */
async function asked(buffer: PendingBuffer<string>, stays: boolean): Promise<[string, boolean][]> {
  const seen: [string, boolean][] = []
  await buffer.sweep((pending, due) => {
    seen.push([pending.record, due])
    return stays
  }, never)
  return seen
}

describe('createPendingBuffer', () => {
  it.each([
    { keys: 3, fits: true },
    { keys: 4, fits: false },
  ])('has room for the request number $keys of three: $fits', ({ keys, fits }) => {
    const buffer = createPendingBuffer<string>(limits)
    let added = true
    for (let key = 0; key < keys; key++) added = buffer.add({ key }, record)
    expect(added).toBe(fits)
    expect(buffer.size).toBe(3)
  })

  it('takes so many records of one request and no more', () => {
    const buffer = createPendingBuffer<string>(limits)
    const key = {}
    for (let count = 0; count < maxRecordsPerKey; count++) expect(buffer.add(key, record)).toBe(true)
    expect(buffer.add(key, record)).toBe(false)
  })

  it.each([
    { bytes: 100_000, fits: true },
    { bytes: 100_001, fits: false },
  ])('has room for $bytes bytes of 100,000: $fits', ({ bytes, fits }) => {
    const buffer = createPendingBuffer<string>(limits)
    const key = {}
    expect(buffer.add(key, { ...record, bytes: 60_000 })).toBe(true)
    expect(buffer.add(key, { ...record, bytes: bytes - 60_000 })).toBe(fits)
  })

  it('has the room again that a record leaves, and only that', async () => {
    const buffer = createPendingBuffer<string>(limits)
    const large = { ...record, bytes: 50_000 }
    for (const record of ['leaves', 'stays']) buffer.add({}, { ...large, record })
    expect(buffer.add({}, record)).toBe(false)
    await buffer.sweep(({ record }) => record === 'stays', never)
    expect(buffer.add({}, large)).toBe(true)
    expect(buffer.add({}, record)).toBe(false)
  })

  it.each([
    { seconds: 9.9, due: false },
    { seconds: 10, due: true },
  ])('says after $seconds s that a record is due: $due', async ({ seconds, due }) => {
    let now = 0
    const buffer = createPendingBuffer<string>(limits, () => now)
    buffer.add({}, record)
    now = seconds * 1_000
    expect(await asked(buffer, false)).toEqual([['r', due]])
    expect(buffer.size).toBe(0)
  })

  it('keeps the age and the order of what stays', async () => {
    let now = 0
    const buffer = createPendingBuffer<string>(limits, () => now)
    const key = {}
    buffer.add(key, { record: 'first', flow: 'f', bytes: 1 })
    await asked(buffer, true)
    now = 5_000
    buffer.add(key, { record: 'second', flow: 'f', bytes: 1 })
    now = 10_000
    expect(await asked(buffer, false)).toEqual([
      ['first', true],
      ['second', true],
    ])
  })

  it('lets what is being asked about hold its place, so that the limits hold in rounds, too', async () => {
    const buffer = createPendingBuffer<string>(limits)
    const keys = [{}, {}, {}]
    for (const key of keys) buffer.add(key, record)
    const refused: boolean[] = []
    let largest = 0
    await buffer.sweep(
      () => {
        refused.push(buffer.add({}, record))
        largest = Math.max(largest, buffer.size)
        return true
      },
      () => Promise.resolve(),
    )
    expect(refused).toEqual([false, false, false])
    expect(largest).toBe(3)
    expect(buffer.size).toBe(3)
  })

  it('keeps for the next round what is added in this one', async () => {
    const buffer = createPendingBuffer<string>(limits)
    const key = {}
    buffer.add(key, { record: 'old', flow: 'f', bytes: 1 })
    const seen: string[] = []
    const first = buffer.sweep((pending) => {
      seen.push(pending.record)
      buffer.add(key, { record: 'new', flow: 'f', bytes: 1 })
      return false
    }, never)
    const second = buffer.sweep((pending) => {
      seen.push(`then ${pending.record}`)
      return false
    }, never)
    await Promise.all([first, second])
    expect(seen).toEqual(['old', 'then new'])
    expect(buffer.size).toBe(0)
  })
})
