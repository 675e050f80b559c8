import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Subject } from '../consent/consent-source.ts'
import { memoryConsent } from '../consent/memory-consent.ts'
import { delivered, logRecord, spanRecord, testGuard } from './guard-fixture.ts'
import type { SpanRecord } from './records.ts'
import { bindSubjects } from './verdict/bind-subjects.ts'
import { maxSubjects } from './verdict/binding-people.ts'
import { bindSubject } from './verdict/subject-binding.ts'

const tenant = 'acme-corporation'
const ada = { tenant, subject: 'ada-4711' }
const bob = { tenant, subject: 'bob-4712' }
const eve = { tenant: 'other-corporation', subject: 'eve-4713' }

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})
afterAll(() => context.disable())

/** All of them agreed to everything. */
function agreed(...subjects: readonly Subject[]) {
  const consent = memoryConsent()
  for (const subject of subjects) {
    consent.set(subject, { personalization: 'granted', cross_company_insights: 'granted' })
  }
  return { consent, guard: testGuard(consent) }
}

/** A request that is over, in which `within` ran. */
function request(guard: ReturnType<typeof testGuard>, within: () => void, changes: Partial<SpanRecord> = {}) {
  const span = spanRecord(changes)
  guard.stampSpan(span, ROOT_CONTEXT)
  context.with(trace.setSpanContext(ROOT_CONTEXT, span.spanContext()), within)
  guard.endSpan(span)
  return span
}

describe('an operation of several people', () => {
  it('names them all by pseudonym, in an order that says nothing, with the epoch of each', () => {
    const { guard, consent } = agreed(bob, ada)
    const attributesOf = (subjects: Subject[]) =>
      delivered(
        guard.judgeSpan(
          request(guard, () => bindSubjects(subjects)),
          'company_context',
        ),
      ).attributes
    const together = attributesOf([ada, bob])
    const alone = [ada, bob].map((subject) => ({
      name: attributesOf([subject])['privity.subject'],
      epoch: consent.read(subject)?.epoch,
    }))
    const sorted = alone.toSorted((one, other) => (String(one.name) < String(other.name) ? -1 : 1))
    expect(together['privity.subjects']).toEqual(sorted.map(({ name }) => name))
    expect(together['privity.consent.epochs']).toEqual(sorted.map(({ epoch }) => epoch))
    expect(attributesOf([bob, ada])).toEqual(together)
    expect(together).not.toHaveProperty('privity.subject')
    expect(together).not.toHaveProperty('privity.consent.epoch')
    expect(together['privity.tenant']).toMatch(/^ps1_/u)
  })

  it('names no tenant where they have different ones, and nobody in an anonymous flow', () => {
    const { guard } = agreed(ada, eve)
    const span = request(guard, () => bindSubjects([ada, eve]))
    expect(delivered(guard.judgeSpan(span, 'company_context')).attributes).not.toHaveProperty('privity.tenant')
    const anonymous = Object.keys(delivered(guard.judgeSpan(span, 'cross_company_insights')).attributes)
    expect(anonymous.filter((key) => /subject|tenant|epoch/u.test(key))).toEqual([])
  })

  it('stays when one of them refuses, also one who was bound before', () => {
    const { guard, consent } = agreed(ada, bob)
    const span = request(guard, () => {
      bindSubject(ada)
      bindSubjects([bob])
    })
    expect(guard.judgeSpan(span, 'company_context').kind).toBe('deliver')
    consent.set(ada, { personalization: 'denied' })
    expect(guard.judgeSpan(span, 'company_context')).toMatchObject({ kind: 'withhold' })
    consent.set(ada, { personalization: 'granted' })
    consent.set(bob, { personalization: 'denied' })
    expect(guard.judgeSpan(span, 'company_context')).toMatchObject({ kind: 'withhold' })
  })

  it('needs the grants at capture of those who were known then', () => {
    const { guard, consent } = agreed(ada)
    const server = spanRecord()
    const late = spanRecord()
    guard.stampSpan(server, ROOT_CONTEXT)
    context.with(trace.setSpanContext(ROOT_CONTEXT, server.spanContext()), () => {
      bindSubjects([ada, bob])
      guard.stampSpan(late, context.active())
    })
    consent.set(bob, { personalization: 'granted' })
    guard.endSpan(server)
    expect(guard.judgeSpan(late, 'company_context')).toEqual({ kind: 'withhold', reason: 'no_grant' })
  })

  it('replaces the ids of all of them, wherever they stand', () => {
    const { guard } = agreed(ada, bob)
    const span = request(guard, () => bindSubjects([ada, bob]))
    const log = logRecord({ body: 'ada-4711 sent a note to bob-4712', spanContext: span.spanContext() })
    const body = String(delivered(guard.judgeLog(log, 'company_context')).body)
    expect(body).toMatch(/^ps1_\S+ sent a note to ps1_\S+$/u)
  })

  it('still takes two people who were not named together for nobody, and replaces the ids of both', () => {
    const { guard } = agreed(ada, bob)
    const unmeant = request(guard, () => {
      bindSubject(ada)
      bindSubject(bob)
      bindSubjects([bob])
    })
    expect(guard.judgeSpan(unmeant, 'company_context')).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
    const stranger = request(guard, () => {
      bindSubjects([ada, bob])
      bindSubject(eve)
    })
    expect(guard.judgeSpan(stranger, 'company_context')).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
  })

  it('takes one who is named twice for one', () => {
    const { guard } = agreed(ada)
    const span = request(guard, () => {
      bindSubjects([ada, { ...ada, session: 'another visit' }])
      bindSubject(ada)
    })
    expect(delivered(guard.judgeSpan(span, 'company_context')).attributes['privity.subject']).toMatch(/^ps1_/u)
  })

  it.each([
    { people: maxSubjects, outcome: 'deliver' },
    { people: maxSubjects + 1, outcome: 'withhold' },
  ])('of $people people: $outcome', ({ people, outcome }) => {
    const subjects = Array.from({ length: people }, (_, index) => ({ tenant, subject: `member-${index}` }))
    const { guard } = agreed(...subjects)
    expect(
      guard.judgeSpan(
        request(guard, () => bindSubjects(subjects)),
        'company_context',
      ).kind,
    ).toBe(outcome)
  })

  it('is not told to other services: a consent token speaks for one person', () => {
    const { guard } = agreed(ada, bob)
    request(guard, () => {
      bindSubjects([ada])
      expect(guard.presentIn(context.active())?.subject).toEqual(ada)
      bindSubjects([bob])
      expect(guard.presentIn(context.active())).toBeUndefined()
    })
  })

  it('is unknown when what was bound is no list of people, and cannot be bound outside of a request', () => {
    const { guard } = agreed(ada)
    const span = request(guard, () => expect(bindSubjects([ada, null] as never)).toBe(true))
    expect(guard.judgeSpan(span, 'company_context')).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
    expect(bindSubjects([ada])).toBe(false)
  })
})
