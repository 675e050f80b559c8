import { context, ROOT_CONTEXT, type SpanContext, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { memoryConsent } from '../consent/memory-consent.ts'
import { staticConsent } from '../consent/static-consent.ts'
import { delivered, logRecord, spanContext, spanRecord, testGuard, testPolicy } from './guard-fixture.ts'
import type { SpanRecord } from './records.ts'
import { bindSubject, runWithSubject } from './verdict/subject-binding.ts'

const ada = { tenant: 'acme-corporation', subject: 'ada-4711', session: 'session-0815' }
const everything = staticConsent({ personalization: 'granted', cross_company_insights: 'granted' })

/** A span that began for `ada`, ended. */
function adasSpan(guard: ReturnType<typeof testGuard>, changes: Partial<SpanRecord> = {}): SpanRecord {
  const span = spanRecord(changes)
  runWithSubject(ada, () => guard.stampSpan(span, context.active()))
  guard.endSpan(span)
  return span
}

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})
afterAll(() => context.disable())

describe('the operations flow', () => {
  it('delivers what is technical and nothing else, without asking anybody', () => {
    const span = spanRecord({
      attributes: {
        'http.request.method': 'GET',
        'http.response.status_code': 200,
        'http.route': '/tickets/:id',
        'url.path': '/tickets/4711',
        'client.address': '192.0.2.17',
        'user.email': 'ada@example.com',
        'app.unknown': 'whatever',
      },
    })
    const copy = delivered(testGuard().judgeSpan(span, 'operations'))
    expect(copy.attributes).toEqual({
      'http.request.method': 'GET',
      'http.response.status_code': 200,
      'http.route': '/tickets/:id',
      'privity.flow': 'operations',
      'privity.form': 'anonymous',
      'privity.purposes': ['operations'],
      'privity.policy.version': '2026-11-23',
      'privity.expires': expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
      'privity.remarks': expect.arrayContaining(['attributes:class/unclassified:remove:1']),
    })
  })

  it('keeps the ids, so that it joins with what other services send', () => {
    const span = spanRecord()
    expect(delivered(testGuard().judgeSpan(span, 'operations')).spanContext()).toMatchObject(span.spanContext())
  })

  it('keeps the shape of errors without their texts', () => {
    const span = spanRecord({
      status: { code: SpanStatusCode.ERROR, message: 'no ticket of ada@example.com' },
      events: [
        {
          time: [1, 0],
          name: 'exception',
          attributes: { 'exception.type': 'NotFoundError', 'exception.message': 'no ticket of ada@example.com' },
        },
      ],
    })
    const copy = delivered(testGuard().judgeSpan(span, 'operations'))
    expect(copy.status).toEqual({ code: SpanStatusCode.ERROR })
    expect(copy.events[0]).toMatchObject({ name: 'exception', attributes: { 'exception.type': 'NotFoundError' } })
    expect(JSON.stringify(copy)).not.toContain('ada@example.com')
  })

  it('does not tell where the program of a nameless service lies', () => {
    const resource = { attributes: { 'service.name': 'unknown_service:/home/ada/.nvm/bin/node' } }
    const copy = delivered(testGuard().judgeSpan(spanRecord({ resource }), 'operations'))
    expect(copy.resource.attributes['service.name']).toBe('unknown_service:node')
  })

  it('delivers log records without their bodies', () => {
    const copy = delivered(testGuard().judgeLog(logRecord({ body: { user: 'ada' } }), 'operations'))
    expect(copy.body).toBeUndefined()
    expect(copy.severityText).toBe('INFO')
    expect(copy.attributes['privity.remarks']).toEqual(['body:class/content:remove:1'])
  })
})

describe('a flow that rests on consent', () => {
  it('names the subject and the tenant by pseudonyms of that flow only', () => {
    const guard = testGuard(everything)
    const span = adasSpan(guard, { attributes: { 'user.id': 'ada-4711' } })
    const company = delivered(guard.judgeSpan(span, 'company_context')).attributes
    const raw = delivered(guard.judgeSpan(span, 'raw_context')).attributes
    expect(company['privity.subject']).toMatch(/^ps1_/u)
    expect(company['privity.tenant']).toMatch(/^ps1_/u)
    expect(company['privity.consent.epoch']).toBe(1)
    expect(raw['privity.subject']).not.toBe(company['privity.subject'])
    expect(JSON.stringify([company, raw])).not.toMatch(/ada-4711|acme-corporation/u)
  })

  it('names nobody in an anonymous flow', () => {
    const guard = testGuard(everything)
    const copy = delivered(guard.judgeSpan(adasSpan(guard), 'cross_company_insights'))
    expect(copy.attributes).not.toHaveProperty('privity.subject')
    expect(copy.attributes).not.toHaveProperty('privity.tenant')
    expect(copy.attributes).not.toHaveProperty('privity.consent.epoch')
  })

  it('has ids of its own, which cannot be joined with those of another flow', () => {
    const guard = testGuard(everything)
    const span = adasSpan(guard, { parentSpanContext: spanContext() })
    const company = delivered(guard.judgeSpan(span, 'company_context'))
    const crossing = delivered(guard.judgeSpan(span, 'cross_company_insights'))
    const ids = (copy: SpanRecord) => [
      copy.spanContext().traceId,
      copy.spanContext().spanId,
      copy.parentSpanContext?.spanId,
    ]
    const all = [...ids(span), ...ids(company), ...ids(crossing)]
    expect(new Set(all).size).toBe(all.length)
    expect(delivered(guard.judgeSpan(span, 'company_context')).spanContext()).toEqual(company.spanContext())
  })

  it('replaces what detection finds, and the ids of the subject wherever they stand', () => {
    const guard = testGuard(everything)
    const record = logRecord({
      body: 'ada-4711 of acme-corporation wrote from ada@example.com, answer ada@example.com',
    })
    runWithSubject(ada, () => guard.stampLog(record, context.active()))
    const body = String(delivered(guard.judgeLog(record, 'company_context')).body)
    expect(body).toMatch(/^ps1_\S+ of ps1_\S+ wrote from \[email:1\], answer \[email:1\]$/u)
    const anonymous = String(delivered(guard.judgeLog(record, 'cross_company_insights')).body)
    expect(anonymous).toBe('[subject] of [tenant] wrote from [email], answer [email]')
  })

  it('is closed to those who never said yes, who said no, and while nobody answers', () => {
    const reason = (consent: Parameters<typeof testGuard>[0]) => {
      const guard = testGuard(consent)
      const judgement = guard.judgeSpan(adasSpan(guard), 'company_context', true)
      return judgement.kind === 'withhold' ? judgement.reason : judgement.kind
    }
    expect(reason(staticConsent({}))).toBe('no_grant')
    expect(reason(staticConsent({ personalization: 'denied' }))).toBe('denied')
    expect(reason(undefined)).toBe('no_grant')
    expect(
      reason({
        read() {
          throw new Error('down')
        },
      }),
    ).toBe('no_grant')
  })

  it('withholds what was captured before a withdrawal, at once', () => {
    const consent = memoryConsent()
    const guard = testGuard(consent)
    consent.set(ada, { personalization: 'granted' })
    const span = adasSpan(guard)
    expect(guard.judgeSpan(span, 'company_context').kind).toBe('deliver')
    consent.set(ada, { personalization: 'denied' })
    expect(guard.judgeSpan(span, 'company_context')).toEqual({ kind: 'withhold', reason: 'withdrawn' })
  })

  it('withholds what was captured before the grant', () => {
    const consent = memoryConsent()
    const guard = testGuard(consent)
    const span = adasSpan(guard)
    consent.set(ada, { personalization: 'granted' })
    expect(guard.judgeSpan(span, 'company_context')).toEqual({ kind: 'withhold', reason: 'no_grant' })
  })
})

describe('a subject who becomes known during the request', () => {
  const inSpan = (span: SpanContext, fn: () => void) => context.with(trace.setSpanContext(ROOT_CONTEXT, span), fn)

  it('counts for the server span, its children and its logs, also for those that ended before', () => {
    const guard = testGuard(everything)
    const server = spanRecord()
    const child = spanRecord({ parentSpanContext: server.spanContext() })
    const log = logRecord({ spanContext: child.spanContext() })
    guard.stampSpan(server, ROOT_CONTEXT)
    inSpan(server.spanContext(), () => guard.stampSpan(child, context.active()))
    inSpan(child.spanContext(), () => guard.stampLog(log, context.active()))
    guard.endSpan(child)
    expect(guard.judgeSpan(child, 'company_context')).toEqual({ kind: 'wait' })
    expect(guard.judgeLog(log, 'company_context')).toEqual({ kind: 'wait' })
    expect(guard.pendingKey(child)).toBe(guard.pendingKey(log))
    inSpan(child.spanContext(), () => expect(bindSubject(ada)).toBe(true))
    guard.endSpan(server)
    for (const span of [server, child]) {
      expect(delivered(guard.judgeSpan(span, 'company_context')).attributes).toHaveProperty('privity.subject')
    }
    expect(guard.judgeLog(log, 'company_context').kind).toBe('deliver')
  })

  it('is given up with the end of the request', () => {
    const guard = testGuard(everything)
    const server = spanRecord()
    guard.stampSpan(server, ROOT_CONTEXT)
    expect(guard.judgeSpan(server, 'company_context')).toEqual({ kind: 'wait' })
    guard.endSpan(server)
    expect(guard.judgeSpan(server, 'company_context')).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
  })

  it('is nobody when two are bound to one request', () => {
    const guard = testGuard(everything)
    const server = spanRecord()
    guard.stampSpan(server, ROOT_CONTEXT)
    inSpan(server.spanContext(), () => {
      bindSubject(ada)
      bindSubject({ tenant: 'acme-corporation', subject: 'bob-4712' })
    })
    guard.endSpan(server)
    expect(guard.judgeSpan(server, 'company_context')).toEqual({ kind: 'withhold', reason: 'unknown_subject' })
  })

  it('cannot be bound where there is no request', () => {
    expect(bindSubject(ada)).toBe(false)
  })
})

describe('the guard, always', () => {
  it('leaves the original untouched', () => {
    const guard = testGuard(everything)
    const attributes = { 'user.email': 'ada@example.com', note: { a: ['ada@example.com'] } } as never
    const span = adasSpan(guard, {
      attributes,
      events: [{ time: [1, 0], name: 'x', attributes: { note: 'ada@example.com' } }],
    })
    const before = structuredClone({ ...span, spanContext: undefined })
    for (const flow of Object.keys(testPolicy.flows)) guard.judgeSpan(span, flow)
    expect({ ...span, spanContext: undefined }).toEqual(before)
  })

  it('lets nobody pose as the guard', () => {
    const guard = testGuard(everything)
    const span = adasSpan(guard, {
      attributes: { 'privity.flow': 'forged', 'privity.note': 'forged', 'privity.subject': 'forged' },
    })
    for (const flow of Object.keys(testPolicy.flows)) {
      expect(JSON.stringify(delivered(guard.judgeSpan(span, flow)))).not.toContain('forged')
    }
  })

  it('withholds a record that is none', () => {
    const guard = testGuard()
    for (const nonsense of [undefined, null, {}, 'span', { spanContext: () => null }]) {
      expect(guard.judgeSpan(nonsense as never, 'operations')).toEqual({ kind: 'withhold', reason: 'fault' })
      expect(guard.judgeMetrics(nonsense as never, 'operations')).toBeUndefined()
    }
    expect(guard.judgeSpan(spanRecord(), 'no_such_flow')).toEqual({ kind: 'withhold', reason: 'fault' })
    expect(guard.judgeSpan(spanRecord(), '__proto__')).toEqual({ kind: 'withhold', reason: 'fault' })
  })

  it('withholds a record with ids that are no ids', () => {
    const forged = { traceId: 'ada@example.com-ada@example.com-', spanId: '0'.repeat(16), traceFlags: 1 }
    const span = spanRecord({ spanContext: () => forged })
    expect(testGuard().judgeSpan(span, 'operations')).toEqual({ kind: 'withhold', reason: 'fault' })
  })

  it('keeps the book', () => {
    const guard = testGuard()
    guard.judgeSpan(spanRecord(), 'operations')
    guard.judgeSpan(spanRecord(), 'operations')
    guard.judgeLog(logRecord(), 'company_context', true)
    expect(guard.counts()).toEqual([
      { flow: 'operations', signal: 'traces', outcome: 'deliver', count: 2 },
      { flow: 'company_context', signal: 'logs', outcome: 'unknown_subject', count: 1 },
    ])
  })

  it('says what a context may carry', () => {
    const guard = testGuard(everything)
    expect(guard.mayCarry('technical', ROOT_CONTEXT)).toBe(true)
    expect(guard.mayCarry('content', ROOT_CONTEXT)).toBe(false)
    runWithSubject(ada, () => expect(guard.mayCarry('content', context.active())).toBe(true))
    runWithSubject(ada, () => expect(testGuard().mayCarry('content', context.active())).toBe(true))
    const refusing = testGuard(staticConsent({ personalization: 'denied', cross_company_insights: 'denied' }))
    runWithSubject(ada, () => expect(refusing.mayCarry('content', context.active())).toBe(false))
  })

  it('needs no clock to be right: a span without a time is withheld', () => {
    expect(testGuard().judgeSpan(spanRecord({ startTime: [Number.NaN, 0] }), 'operations')).toMatchObject({
      reason: 'fault',
    })
  })

  it('works when the clock of the process jumps back', () => {
    const consent = memoryConsent()
    const guard = testGuard(consent)
    consent.set(ada, { personalization: 'granted' })
    vi.useFakeTimers({ now: Date.now() - 3_600_000 })
    try {
      expect(guard.judgeSpan(adasSpan(guard), 'company_context').kind).toBe('deliver')
    } finally {
      vi.useRealTimers()
    }
  })
})
