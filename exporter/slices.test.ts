import { describe, expect, it } from 'vitest'
import { createSlices, sliceMillis } from './slices.ts'

/** An event loop with a clock: a turn begins when `turn` is called. */
function eventLoop() {
  const loop = { now: 0, callbacks: [] as (() => void)[], turns: 0, longest: 0 }
  const slices = createSlices(
    () => loop.now,
    (callback) => void loop.callbacks.push(callback),
  )
  /** Runs what was asked for before this turn, and the promises that follow. */
  const turn = async (): Promise<void> => {
    const startedAt = loop.now
    for (const callback of loop.callbacks.splice(0)) callback()
    for (let tick = 0; tick < 1_000; tick++) await Promise.resolve()
    loop.turns += 1
    loop.longest = Math.max(loop.longest, loop.now - startedAt)
  }
  const work = async (pieces: number, done: () => void): Promise<void> => {
    for (let piece = 0; piece < pieces; piece++) {
      const next = slices.next()
      if (next !== undefined) await next
      loop.now += 0.125
    }
    done()
  }
  return { loop, turn, work }
}

describe('createSlices', () => {
  it.each([1, 2, 50])('gives the event loop its turn before 5 ms are over, with %i works at once', async (works) => {
    const { loop, turn, work } = eventLoop()
    const ended: number[] = []
    for (let index = 0; index < works; index++) void work(200, () => void ended.push(index))
    while (ended.length < works) await turn()
    expect(loop.longest).toBeGreaterThanOrEqual(sliceMillis)
    expect(loop.longest).toBeLessThan(sliceMillis + 0.5)
    // nobody is served twice before everybody was served once
    expect(ended).toEqual(Array.from({ length: works }, (_, index) => index))
    // 16 pieces fill a slice; no turn is wasted on a single piece
    expect(loop.turns).toBeLessThan((works * 200) / 10)
  })

  it('takes a turn of its own after the application has worked long', async () => {
    const { loop, turn, work } = eventLoop()
    void work(100, () => {})
    await turn()
    loop.now += 50
    let ended = false
    void work(1, () => {
      ended = true
    })
    await Promise.resolve()
    expect(ended).toBe(false)
    while (!ended) await turn()
  })

  it('asks for no turn while there is time', () => {
    const slices = createSlices(
      () => 0,
      () => {},
    )
    for (let piece = 0; piece < 100; piece++) expect(slices.next()).toBeUndefined()
  })
})
