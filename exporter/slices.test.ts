import { describe, expect, it } from 'vitest'
import { createSlices, sliceMillis } from './slices.ts'

describe('createSlices', () => {
  it('gives the event loop its turn before 5 ms are over, however long the work is', async () => {
    let now = 0
    let turns = 0
    let longest = 0
    let sliceStart = 0
    const slices = createSlices(
      () => now,
      async () => {
        longest = Math.max(longest, now - sliceStart)
        turns += 1
        now += 10
        sliceStart = now
      },
    )
    for (let piece = 0; piece < 1_000; piece++) {
      now += 0.125
      const turn = slices.next()
      if (turn !== undefined) await turn
    }
    expect(turns).toBe(Math.floor(1_000 / (sliceMillis / 0.125)))
    expect(longest).toBeLessThan(5)
  })

  it('asks for no turn while there is time', () => {
    const slices = createSlices(() => 0)
    for (let piece = 0; piece < 100; piece++) expect(slices.next()).toBeUndefined()
  })
})
