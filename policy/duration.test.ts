import { describe, expect, it } from 'vitest'
import { parseDuration } from './duration.ts'

describe('parseDuration', () => {
  it.each([
    ['1h', 3_600],
    ['1d', 86_400],
    ['1w', 604_800],
    ['1y', 31_536_000],
    ['999999h', 3_599_996_400],
  ])('%s lasts %i seconds', (text, seconds) => {
    expect(parseDuration(text)).toBe(seconds)
  })

  it.each(['', '30', 'd', '0d', '01d', '-1d', '1.5d', '1 d', '1D', '1m', '1000000h', '1d\n', '1d2h'])(
    'finds no duration in %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined()
    },
  )
})
