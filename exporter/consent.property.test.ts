import { context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { cachedConsent } from '../consent/cached-consent.ts'
import type { ConsentSource } from '../consent/consent-source.ts'
import { mayLeave } from './consent-model-fixture.ts'
import { doSteps, flows, type Step } from './consent-world-fixture.ts'

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_000_000 }))
afterEach(() => void vi.useRealTimers())

const people = ['ada', 'bob']
const things = ['personalization', 'product_analytics', 'personalization@partner']
const person = fc.constantFrom(...people)

const say = fc.record({
  kind: fc.constant('say' as const),
  who: person,
  to: fc.constantFrom(...things),
  answer: fc.constantFrom('granted', 'denied', 'unset'),
})
const capture = fc.record({
  kind: fc.constant('capture' as const),
  about: fc.constantFrom<string[][]>([], ['ada'], ['bob'], ['ada', 'bob']),
  bound: fc.option(person, { nil: undefined }),
  early: fc.boolean(),
})
const moving = [
  fc.record({ kind: fc.constant('export' as const) }),
  fc.record({ kind: fc.constant('flush' as const) }),
  fc.record({ kind: fc.constant('attempt' as const), works: fc.boolean() }),
  fc.record({ kind: fc.constant('pass' as const), millis: fc.constantFrom(100, 600, 1_000, 3_000, 7_000) }),
] as const

const everybodyAgrees: readonly Step[] = people.flatMap((who) =>
  things.map((to) => ({ kind: 'say', who, to, answer: 'granted' }) as const),
)
const one = (step: Step): readonly Step[] => [step]
/** Something is captured, does not get through at first, and somebody says something else before it does. */
const changeOfMind = fc
  .tuple(capture, say)
  .map(([captured, said]): readonly Step[] => [
    captured,
    { kind: 'export' },
    { kind: 'attempt', works: false },
    { kind: 'attempt', works: false },
    said,
    { kind: 'pass', millis: 1_000 },
  ])
/** Begins with everybody's agreement more often than not: else hardly anything would leave. */
const stories = fc
  .tuple(
    fc.array(fc.oneof(say.map(one), capture.map(one), changeOfMind, ...moving.map((step) => step.map(one))), {
      maxLength: 20,
    }),
    fc.integer({ min: 0, max: 3 }),
  )
  .map(([steps, start]): readonly Step[] => [...(start === 0 ? [] : everybodyAgrees), ...steps.flat()])

/** Asks as late as it may, and hears of no change. */
const late = (truth: ConsentSource): ConsentSource =>
  cachedConsent(async (subject) => {
    const { grants, changedAt, epoch } = truth.read(subject) ?? { grants: {}, changedAt: 0, epoch: 0 }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return { grants, changedAt, epoch }
  })

describe('a process, whatever happens in it and in whatever order', () => {
  it.each<[string, number, (truth: ConsentSource) => ConsentSource]>([
    ['knows of every change at once', 0, (truth) => truth],
    ['asks for each answer and hears of no change', 5_000, late],
  ])('that %s lets nothing out that the law of the matter forbids', async (_name, grace, sourceOf) => {
    let departures = 0
    await fc.assert(
      fc.asyncProperty(stories, async (steps) => {
        const { history, left } = await doSteps(steps, sourceOf)
        for (const { flow, captured, purposes, withBound, at } of left) {
          departures += 1
          const { recipient } = flow
          const about = [captured.about, ...(withBound ? [[captured.bound ?? '']] : [])]
          for (const purpose of purposes) {
            for (const people of about) {
              const departure = { people, purpose, recipient, capturedAt: captured.at, leftAt: at }
              expect(mayLeave(history, departure, grace)).toBe(true)
            }
          }
        }
        expect(new Set(left.map(({ flow, captured }) => `${flow.name} ${captured.at}`)).size).toBe(left.length)
      }),
      { numRuns: 200, seed: 4 },
    )
    // a process that lets nothing out would prove nothing
    expect(departures).toBeGreaterThan(300)
  })

  it('lets out all that everybody agreed to and nobody takes back, once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(capture, ...moving), { maxLength: 20 }), async (steps) => {
        const { captured, left } = await doSteps([...everybodyAgrees, ...steps], (truth) => truth)
        const known = captured.filter(({ about }) => about.length > 0)
        expect(left).toHaveLength(known.length * Object.keys(flows).length)
        for (const { captured, withBound } of left) expect(withBound).toBe(captured.bound !== undefined)
      }),
      { numRuns: 50, seed: 4 },
    )
  })
})
