import { context, ROOT_CONTEXT, type Span } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { staticConsent } from '../consent/static-consent.ts'
import { logRecord, spanRecord, testGuard } from './guard-fixture.ts'
import { identifiedMillis, identify, maxIdentified } from './verdict/identify.ts'
import { runWithSubject } from './verdict/subject-binding.ts'

const ada = { tenant: 'acme-corporation', subject: 'ada-4711' }
const bob = { tenant: 'acme-corporation', subject: 'bob-4712' }
const guard = testGuard(staticConsent({ personalization: 'granted' }))

let traces = 0
const newTraceId = () => (++traces).toString(16).padStart(32, 'a')

/** A span of a request of its own, which goes on. */
function server(traceId = newTraceId()) {
  const own = { traceId, spanId: '00f067aa0ba902b7', traceFlags: 1 }
  const span = spanRecord({ spanContext: () => own })
  guard.stampSpan(span, ROOT_CONTEXT)
  return { span, traceId }
}

const judge = (span: ReturnType<typeof server>['span']) => {
  const judgement = guard.judgeSpan(span, 'company_context')
  return judgement.kind === 'withhold' ? judgement.reason : judgement.kind
}

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
})
afterAll(() => context.disable())
afterEach(() => void vi.useRealTimers())

describe('identify', () => {
  it('says by trace id whom a waiting request is about', () => {
    const { span, traceId } = server()
    expect(judge(span)).toBe('wait')
    expect(identify(traceId, ada)).toBe(true)
    expect(judge(span)).toBe('deliver')
  })

  it('counts for a request that is over but has not left the queue, and for its logs', () => {
    const { span, traceId } = server()
    guard.endSpan(span)
    identify(traceId, ada)
    expect(guard.judgeLog(logRecord({ spanContext: span.spanContext() }), 'company_context').kind).toBe('deliver')
    expect(judge(span)).toBe('deliver')
  })

  it('says it by a span as well', () => {
    const { span } = server()
    expect(identify(span as unknown as Span, ada)).toBe(true)
    expect(judge(span)).toBe('deliver')
    expect(identify(spanRecord() as unknown as Span, ada)).toBe(false)
  })

  it('makes it nobody when two are named, or when it is known to be somebody else', () => {
    const { span, traceId } = server()
    identify(traceId, ada)
    identify(traceId, bob)
    expect(judge(span)).toBe('unknown_subject')
    const bobs = spanRecord()
    runWithSubject(bob, () => guard.stampSpan(bobs, context.active()))
    expect(judge(bobs)).toBe('deliver')
    identify(bobs.spanContext().traceId, ada)
    expect(judge(bobs)).toBe('unknown_subject')
  })

  it('takes what is no trace id for nothing', () => {
    for (const nonsense of ['', 'ada', '0'.repeat(31), 'A'.repeat(32)]) expect(identify(nonsense, ada)).toBe(false)
  })

  it.each([
    { others: maxIdentified - 1, outcome: 'deliver' },
    { others: maxIdentified, outcome: 'wait' },
  ])('remembers the last thousand: after $others others $outcome', ({ others, outcome }) => {
    const { span, traceId } = server()
    identify(traceId, ada)
    for (let index = 0; index < others; index++) identify(newTraceId(), ada)
    expect(judge(span)).toBe(outcome)
  })

  it.each([
    { millis: identifiedMillis, outcome: 'deliver' },
    { millis: identifiedMillis + 1, outcome: 'wait' },
  ])('remembers it for a minute: after $millis ms $outcome', ({ millis, outcome }) => {
    vi.useFakeTimers()
    const { span, traceId } = server()
    identify(traceId, ada)
    vi.advanceTimersByTime(millis)
    expect(judge(span)).toBe(outcome)
  })
})
