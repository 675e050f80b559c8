import { describe, expect, it } from 'vitest'
import { createPendingBuffer, maxRecordsPerKey } from './pending-buffer.ts'

const limits = { pendingTraces: 3, pendingSeconds: 10 }
const record = { record: 'r', flow: 'f' }

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
    { seconds: 9.9, due: false },
    { seconds: 10, due: true },
  ])('says after $seconds s that a record is due: $due', ({ seconds, due }) => {
    let now = 0
    const buffer = createPendingBuffer<string>(limits, () => now)
    buffer.add({}, record)
    now = seconds * 1_000
    expect(buffer.take()).toMatchObject([{ due }])
    expect(buffer.size).toBe(0)
  })

  it('keeps the age of what is put back, and what came meanwhile behind it', () => {
    let now = 0
    const buffer = createPendingBuffer<string>(limits, () => now)
    const key = {}
    buffer.add(key, { record: 'first', flow: 'f' })
    const [taken] = buffer.take()
    now = 5_000
    buffer.add(key, { record: 'second', flow: 'f' })
    buffer.restore(key, taken?.since ?? -1, taken?.records ?? [])
    now = 10_000
    expect(buffer.take()).toEqual([
      {
        key,
        since: 0,
        due: true,
        records: [
          { record: 'first', flow: 'f' },
          { record: 'second', flow: 'f' },
        ],
      },
    ])
  })
})
