import { context, type Span } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ConsentSource } from '../consent/consent-source.ts'
import { memoryConsent } from '../consent/memory-consent.ts'
import { delivered, logRecord, spanRecord, testGuard, testPolicy } from './guard-fixture.ts'
import { PrivacySpanProcessor } from './privacy-span-processor.ts'
import { maxSubjects } from './verdict/binding-people.ts'
import { maxBoundKeys, setSubjectAttributes } from './verdict/bound-attributes.ts'
import { runWithSubject } from './verdict/subject-binding.ts'

const ada = { tenant: 'acme-corporation', subject: 'ada-4711' }
const bob = { tenant: 'acme-corporation', subject: 'bob-4712' }
const keys = { 'app.plan': 'premium', 'app.note': 'to bob-4712' }

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})
afterAll(() => context.disable())

/** A span of ada, as the SDK makes it, with what `fn` does to it. */
function adasSpan(consent: ConsentSource, fn: (span: Span) => void, policy = testPolicy) {
  const guard = testGuard(consent, policy)
  const exporter = new InMemorySpanExporter()
  const spanProcessors = [new PrivacySpanProcessor({ guard }), new SimpleSpanProcessor({ exporter })]
  const tracer = new TracerProvider({ spanProcessors }).getTracer('test')
  runWithSubject(ada, () => {
    const span = tracer.startSpan('chat')
    span.setAttribute('app.own', 'hers')
    fn(span)
    span.end()
  })
  const [span] = exporter.getFinishedSpans()
  if (span === undefined) throw new Error('no span')
  return { guard, span }
}

function consentOf(grants: { ada?: 'granted' | 'denied'; bob?: 'granted' | 'denied' }) {
  const consent = memoryConsent()
  if (grants.ada !== undefined) consent.set(ada, { personalization: grants.ada })
  if (grants.bob !== undefined) consent.set(bob, { personalization: grants.bob })
  return consent
}

describe('attributes that are about one person', () => {
  it('leave with the record of another person where both agree', () => {
    const { guard, span } = adasSpan(consentOf({ ada: 'granted', bob: 'granted' }), (span) =>
      expect(setSubjectAttributes(span, bob, keys)).toBe(true),
    )
    const { attributes } = delivered(guard.judgeSpan(span, 'company_context'))
    expect(attributes).toMatchObject({ 'app.own': 'hers', 'app.plan': 'premium' })
    expect(attributes['app.note']).toMatch(/^to ps1_/u)
    expect(attributes['privity.subjects']).toBeUndefined()
  })

  it.each([
    { bob: 'denied', remark: 'subject/denied' },
    { bob: undefined, remark: 'subject/no_grant' },
  ] as const)('stay behind when they say $bob, and the rest leaves', ({ bob: says, remark }) => {
    const { guard, span } = adasSpan(consentOf({ ada: 'granted', bob: says }), (span) =>
      setSubjectAttributes(span, bob, keys),
    )
    const { attributes } = delivered(guard.judgeSpan(span, 'company_context'))
    expect(attributes['app.own']).toBe('hers')
    expect(Object.keys(attributes)).not.toEqual(expect.arrayContaining(Object.keys(keys)))
    expect(attributes['privity.remarks']).toContain(`attributes:${remark}:remove:2`)
    expect(JSON.stringify(attributes)).not.toMatch(/premium|bob-4712/u)
  })

  it('stay behind where the record leaves for a purpose more than they allow', () => {
    const { company_context } = testPolicy.flows
    if (company_context === undefined) throw new Error('no such flow')
    const purposes = ['personalization', 'product_analytics']
    const policy = { ...testPolicy, flows: { company_context: { ...company_context, purposes } } }
    const consent = memoryConsent()
    consent.set(ada, { personalization: 'granted', product_analytics: 'granted' })
    consent.set(bob, { personalization: 'granted' })
    const { guard, span } = adasSpan(consent, (span) => setSubjectAttributes(span, bob, keys), policy)
    const { attributes } = delivered(guard.judgeSpan(span, 'company_context'))
    expect(attributes['privity.purposes']).toEqual(purposes)
    expect(attributes).not.toHaveProperty('app.plan')
  })

  it('do not help a record that its own person refuses', () => {
    const { guard, span } = adasSpan(consentOf({ ada: 'denied', bob: 'granted' }), (span) =>
      setSubjectAttributes(span, bob, keys),
    )
    expect(guard.judgeSpan(span, 'company_context')).toMatchObject({ kind: 'withhold', reason: 'denied' })
  })

  it('need a grant from before they were set', async () => {
    const consent = consentOf({ ada: 'granted' })
    const { guard, span } = adasSpan(consent, (span) => setSubjectAttributes(span, bob, keys))
    await new Promise((resolve) => setTimeout(resolve, 5))
    consent.set(bob, { personalization: 'granted' })
    expect(delivered(guard.judgeSpan(span, 'company_context')).attributes).not.toHaveProperty('app.plan')
  })

  it('let the record wait for the answer of the person that they are about', () => {
    const known = consentOf({ ada: 'granted' })
    const consent: ConsentSource = {
      read: (subject) => (subject.subject === 'bob-4712' ? undefined : known.read(subject)),
    }
    const { guard, span } = adasSpan(consent, (span) => setSubjectAttributes(span, bob, keys))
    expect(guard.judgeSpan(span, 'company_context')).toEqual({ kind: 'wait' })
    expect(delivered(guard.judgeSpan(span, 'company_context', true)).attributes).not.toHaveProperty('app.plan')
  })

  it('that were bound to two people need both', () => {
    const { guard, span } = adasSpan(consentOf({ ada: 'granted', bob: 'denied' }), (span) => {
      setSubjectAttributes(span, bob, keys)
      setSubjectAttributes(span, ada, keys)
    })
    expect(delivered(guard.judgeSpan(span, 'company_context')).attributes).not.toHaveProperty('app.plan')
  })

  it('are nothing to a flow that asks nobody, nor to the logs of the span', () => {
    const { guard, span } = adasSpan(consentOf({ ada: 'granted', bob: 'denied' }), (span) =>
      setSubjectAttributes(span, bob, { 'http.response.status_code': 200 }),
    )
    expect(delivered(guard.judgeSpan(span, 'operations')).attributes).toHaveProperty('http.response.status_code')
    const log = logRecord({ attributes: { 'http.response.status_code': 200 }, spanContext: span.spanContext() })
    expect(delivered(guard.judgeLog(log, 'company_context')).attributes).toHaveProperty('http.response.status_code')
  })

  it('are not set on a span that the guard does not know, nor for what is no subject', () => {
    const set: unknown[] = []
    const unknown = { ...spanRecord(), isRecording: () => true, setAttributes: (given: unknown) => set.push(given) }
    expect(setSubjectAttributes(unknown as unknown as Span, bob, keys)).toBe(false)
    expect(set).toEqual([])
    adasSpan(consentOf({}), (span) => expect(setSubjectAttributes(span, null as never, keys)).toBe(false))
  })

  it.each([
    { people: maxSubjects, perPerson: maxBoundKeys / maxSubjects, fits: true },
    { people: maxSubjects + 1, perPerson: 1, fits: false },
    { people: 1, perPerson: maxBoundKeys + 1, fits: false },
  ])('of $people people, $perPerson each: $fits', ({ people, perPerson, fits }) => {
    adasSpan(consentOf({}), (span) => {
      let set = true
      for (let person = 0; person < people; person++) {
        const names = Array.from({ length: perPerson }, (_, index) => [`app.k${person}-${index}`, 1])
        set = setSubjectAttributes(span, { subject: `s${person}` }, Object.fromEntries(names))
      }
      expect(set).toBe(fits)
    })
  })
})
