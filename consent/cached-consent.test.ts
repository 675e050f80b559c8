import { context, diag } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { isTracingSuppressed } from '@opentelemetry/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Grant } from '../policy/policy.ts'
import { cachedConsent, maxQuestions, type NamedAnswer } from './cached-consent.ts'
import type { Subject } from './consent-source.ts'
import { subjectKey } from './subject-key.ts'

const ada = { tenant: 'acme', subject: 'ada' }
const answer = (epoch: number, grant: Grant = 'granted'): NamedAnswer => ({
  grants: { personalization: grant },
  changedAt: epoch,
  epoch,
  name: 'name-of-ada',
})

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

describe('cachedConsent', () => {
  it('asks so that no instrumentation makes spans of it in the request that happened to need the answer', async () => {
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
    const seen: boolean[] = []
    const consent = cachedConsent(async () => {
      seen.push(isTracingSuppressed(context.active()))
      return answer(1)
    })
    consent.read(ada)
    expect([...seen, isTracingSuppressed(context.active())]).toEqual([true, false])
    context.disable()
  })

  it('lets a known change end grants at once, until its epoch was read', async () => {
    const answers = [answer(1), answer(2)]
    const consent = cachedConsent(async () => answers.shift() ?? answer(2))
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)?.validUntil).toBeGreaterThan(Date.now())
    consent.outdate('name-of-ada', 2)
    expect(consent.read(ada)?.validUntil).toBe(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)).toMatchObject({ epoch: 2, validUntil: Date.now() + 5_000 })
  })

  it('does not take an answer for the news that overtook it', async () => {
    const asked: ((answer: NamedAnswer) => void)[] = []
    const consent = cachedConsent(() => new Promise((resolve) => asked.push(resolve)))
    consent.read(ada)
    consent.outdate('name-of-ada', 2)
    asked[0]?.(answer(1))
    await vi.advanceTimersByTimeAsync(500)
    expect(consent.read(ada)).toMatchObject({ epoch: 1, validUntil: 0 })
    asked[1]?.(answer(2))
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)?.validUntil).toBeGreaterThan(Date.now())
  })

  it('asks anew as soon as it hears of a change, and not before somebody reads', async () => {
    const answers = [answer(1), answer(2, 'denied')]
    const ask = vi.fn(async () => answers.shift() ?? answer(2, 'denied'))
    const consent = cachedConsent(ask)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    consent.outdate('name-of-ada', 2)
    await vi.advanceTimersByTimeAsync(0)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(consent.read(ada)?.grants.personalization).toBe('denied')
  })

  it('believes an answer that was asked for after the news, also with a lower epoch', async () => {
    // an offline grant that arrives late and loses is told of by its number, and changes no epoch
    const ask = vi.fn(async () => answer(1))
    const consent = cachedConsent(ask)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    consent.outdate('name-of-ada', 7)
    expect(consent.read(ada)?.validUntil).toBe(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)?.validUntil).toBeGreaterThan(Date.now())
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('asks those anew whose changes it may have missed, also if an answer is on its way', async () => {
    const asked: ((answer: NamedAnswer) => void)[] = []
    const ask = vi.fn((_subject: Subject) => new Promise<NamedAnswer>((resolve) => asked.push(resolve)))
    const consent = cachedConsent(ask)
    const eve = { tenant: 'globex', subject: 'eve' }
    for (const subject of [ada, eve]) consent.read(subject)
    for (const resolve of asked) resolve(answer(1))
    await vi.advanceTimersByTimeAsync(0)
    consent.doubt(({ tenant }) => tenant === 'acme')
    for (const subject of [ada, eve]) consent.read(subject)
    expect(ask.mock.calls.slice(2).map(([{ subject }]) => subject)).toEqual(['ada'])
    consent.doubt(() => true)
    asked[2]?.(answer(1))
    await vi.advanceTimersByTimeAsync(0)
    expect(ask.mock.calls.slice(3).map(([{ subject }]) => subject)).toEqual(['ada'])
  })

  it('says once a second that a source fails, and not for each subject', async () => {
    const warn = vi.spyOn(diag, 'warn').mockReturnValue()
    const consent = cachedConsent(() => Promise.reject(new Error('down')))
    for (let index = 0; index < 100; index++) consent.read({ subject: `s${index}` })
    await vi.advanceTimersByTimeAsync(0)
    expect(warn).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1_000)
    consent.read({ subject: 's0' })
    await vi.advanceTimersByTimeAsync(0)
    expect(warn).toHaveBeenCalledTimes(2)
    warn.mockRestore()
  })

  it('takes no notice of news that it has read already', async () => {
    const ask = vi.fn(async () => answer(3))
    const consent = cachedConsent(ask)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    consent.outdate('name-of-ada', 3)
    expect(consent.read(ada)?.validUntil).toBeGreaterThan(Date.now())
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('tells of changes: when they are heard, and when an answer shows them', async () => {
    const answers = [answer(1), answer(2, 'denied')]
    const consent = cachedConsent(async () => answers.shift() ?? answer(2, 'denied'))
    const told = vi.fn()
    const stop = consent.watch(told)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(2_500)
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    expect(told.mock.calls).toEqual([[subjectKey(ada)]])
    consent.outdate('name-of-ada', 3)
    expect(told).toHaveBeenCalledTimes(2)
    stop()
    consent.outdate('name-of-ada', 4)
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('waits longer and longer for a source that fails, up to ten seconds', async () => {
    const asked: number[] = []
    const consent = cachedConsent(() => {
      asked.push(Date.now())
      return Promise.reject(new Error('down'))
    })
    for (let millis = 0; millis < 60_000; millis += 50) {
      consent.read(ada)
      await vi.advanceTimersByTimeAsync(50)
    }
    const waits = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
    expect(waits[0]).toBeLessThanOrEqual(500)
    expect(Math.max(...waits)).toBeGreaterThan(7_500)
    expect(Math.max(...waits)).toBeLessThanOrEqual(10_000)
    expect(waits.length).toBeLessThan(15)
  })

  it.each([
    { subjects: maxQuestions, asked: maxQuestions },
    { subjects: maxQuestions + 1, asked: maxQuestions },
  ])('asks about $asked of $subjects subjects at once', ({ subjects, asked }) => {
    const ask = vi.fn(() => new Promise<NamedAnswer>(() => {}))
    const consent = cachedConsent(ask)
    for (let index = 0; index < subjects; index++) consent.read({ subject: `s${index}` })
    expect(ask).toHaveBeenCalledTimes(asked)
  })

  it('trusts no answer whose age nobody can tell, as the clock was set back', async () => {
    const consent = cachedConsent(async () => answer(1))
    consent.read(ada)
    await vi.advanceTimersByTimeAsync(0)
    vi.setSystemTime(0)
    expect(consent.read(ada)?.validUntil).toBe(0)
    await vi.advanceTimersByTimeAsync(0)
    expect(consent.read(ada)?.validUntil).toBe(5_000)
  })

  it.each([undefined, null, {}, { grants: null, changedAt: 1 }])('survives the answer %j', async (nonsense) => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const consent = cachedConsent(async () => nonsense as never, { ttlMillis: 100 })
    for (let asked = 0; asked < 3; asked++) {
      consent.read(ada)
      await vi.advanceTimersByTimeAsync(100)
    }
    process.off('unhandledRejection', unhandled)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('grants nothing that was taken back longer ago than the time to live, whatever comes in which order', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), grant: fc.constantFrom<Grant>('granted', 'denied') }),
      fc.record({ kind: fc.constant('hear' as const) }),
      fc.record({ kind: fc.constant('pass' as const), millis: fc.integer({ min: 1, max: 3_000 }) }),
      fc.record({ kind: fc.constant('fail' as const), fails: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer({ min: 0, max: 2_500 }), async (steps, delay) => {
        let truth = answer(1)
        /** Until when anybody could have read that this was granted. */
        let grantedUntil = Number.POSITIVE_INFINITY
        let heard = 1
        let fails = false
        const consent = cachedConsent(async () => {
          const said = truth
          await new Promise((resolve) => setTimeout(resolve, delay))
          if (fails) throw new Error('down')
          return said
        })
        for (const step of steps) {
          if (step.kind === 'change') {
            truth = answer((truth.epoch ?? 0) + 1, step.grant)
            if (step.grant === 'granted') grantedUntil = Number.POSITIVE_INFINITY
            else grantedUntil = Math.min(grantedUntil, Date.now())
          } else if (step.kind === 'hear') {
            heard = truth.epoch ?? 0
            consent.outdate('name-of-ada', heard)
          } else if (step.kind === 'fail') fails = step.fails
          else await vi.advanceTimersByTimeAsync(step.millis)
          const state = consent.read(ada)
          if (state?.grants.personalization !== 'granted' || state.validUntil < Date.now()) continue
          expect(Date.now() - grantedUntil).toBeLessThanOrEqual(5_000)
          // what was heard of has been read before it counts
          expect(state.epoch).toBeGreaterThanOrEqual(heard)
        }
      }),
      { numRuns: 150 },
    )
  })
})
