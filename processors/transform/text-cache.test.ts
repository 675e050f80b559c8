import { describe, expect, it } from 'vitest'
import { createTextCache, maxRememberedLength } from './text-cache.ts'

describe('createTextCache', () => {
  it('keeps what is asked for, however many others come', () => {
    const cache = createTextCache<number>(4)
    cache.set('used', 1)
    for (let index = 0; index < 100; index++) {
      cache.set(`other ${index}`, index)
      expect(cache.get('used')).toBe(1)
    }
  })

  it.each([4, 5, 7])(
    'of four a generation, keeps the last four at least and the last eight at most, after %i',
    (more) => {
      const cache = createTextCache<number>(4)
      for (let index = 0; index < 4 + more; index++) cache.set(`${index}`, index)
      const kept = Array.from({ length: 4 + more }, (_, index) => index).filter(
        (index) => cache.get(`${index}`) === index,
      )
      expect(kept.length).toBeGreaterThanOrEqual(4)
      expect(kept.length).toBeLessThanOrEqual(8)
      expect(kept.at(-1)).toBe(3 + more)
    },
  )

  it.each([
    [maxRememberedLength, 1],
    [maxRememberedLength + 1, undefined],
  ])('of a text of %i units remembers %s', (length, value) => {
    const cache = createTextCache<number>(4)
    cache.set('x'.repeat(length), 1)
    expect(cache.get('x'.repeat(length))).toBe(value)
  })
})
