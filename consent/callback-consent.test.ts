import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callbackConsent } from './callback-consent.ts'
import type { ConsentAnswer } from './consent-answer.ts'

const ada = { tenant: 'acme', subject: 'ada' }
const granted: ConsentAnswer = { grants: { personalization: 'granted' }, changedAt: 1 }

describe('callbackConsent', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
  afterEach(() => void vi.useRealTimers())

  it('answers undefined at first, and what the callback said once it has said it', async () => {
    const consent = callbackConsent(async () => granted)
    expect(consent.read(ada)).toBeUndefined()
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)).toMatchObject({ grants: granted.grants, epoch: 1, changedAt: 1 })
  })

  it('asks once while an answer is on its way', async () => {
    const ask = vi.fn(() => new Promise<ConsentAnswer>(() => {}))
    const consent = callbackConsent(ask)
    for (let reads = 0; reads < 10; reads++) consent.read(ada)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('asks again after half of the time to live and keeps answering meanwhile', async () => {
    const ask = vi.fn(async () => granted)
    const consent = callbackConsent(ask, { ttlMillis: 5_000 })
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(2_500)
    expect(consent.read(ada)?.grants).toEqual(granted.grants)
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('lets the last answer grow stale while the callback fails', async () => {
    let fails = false
    const consent = callbackConsent(async () => (fails ? Promise.reject(new Error('down')) : granted), {
      ttlMillis: 1_000,
    })
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    fails = true
    await vi.advanceTimersByTimeAsync(5_000)
    const state = consent.read(ada)
    expect(state?.validUntil).toBeLessThan(Date.now())
  })

  it('gives up on a callback that hangs, and asks again later', async () => {
    const ask = vi.fn(() => new Promise<ConsentAnswer>(() => {}))
    const consent = callbackConsent(ask, { ttlMillis: 1_000, timeoutMillis: 100 })
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(600)
    consent.read(ada)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(consent.read(ada)).toBeUndefined()
  })

  it('survives a callback that throws instead of answering', async () => {
    const consent = callbackConsent(() => {
      throw new Error('not even a promise')
    })
    expect(consent.read(ada)).toBeUndefined()
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)).toBeUndefined()
  })

  it('never lets an older epoch replace a newer one', async () => {
    const answers = [
      { ...granted, epoch: 2, grants: { personalization: 'denied' as const } },
      { ...granted, epoch: 1 },
    ]
    const consent = callbackConsent(async () => answers.shift() ?? granted, { ttlMillis: 100 })
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(60)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(1)
    expect(consent.read(ada)?.grants).toEqual({ personalization: 'denied' })
  })

  it.each([
    { subjects: 3, kept: true },
    { subjects: 4, kept: false },
  ])('with room for 3 subjects, keeps the first of $subjects: $kept', async ({ subjects, kept }) => {
    const consent = callbackConsent(async () => granted, { maxSubjects: 3 })
    for (let index = 0; index < subjects; index++) consent.read({ subject: `s${index}` })
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read({ subject: 's0' }) !== undefined).toBe(kept)
  })
})
