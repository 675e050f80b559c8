import { describe, expect, it } from 'vitest'
import { createBackOff } from './back-off.ts'

describe('createBackOff', () => {
  it('doubles up to its limit, drawn from the upper half, and starts anew after a success', () => {
    const backOff = createBackOff(100, 1_000)
    for (const ceiling of [100, 200, 400, 800, 1_000, 1_000]) {
      const wait = backOff.failed()
      expect(wait).toBeGreaterThanOrEqual(ceiling / 2)
      expect(wait).toBeLessThanOrEqual(ceiling)
    }
    backOff.succeeded()
    expect(backOff.failed()).toBeLessThanOrEqual(100)
  })

  it('stays at its limit however long it goes on', () => {
    const backOff = createBackOff(100, 1_000)
    for (let failures = 0; failures < 5_000; failures++) expect(backOff.failed()).toBeLessThanOrEqual(1_000)
  })
})
