import { context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ConsentSource, Subject } from '../consent/consent-source.ts'
import { memoryConsent } from '../consent/memory-consent.ts'
import { logRecord, spanRecord, testGuard } from '../processors/guard-fixture.ts'
import { runWithSubject } from '../processors/verdict/subject-binding.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts'
import { GuardedLogRecordExporter } from './guarded-log-record-exporter.ts'
import { GuardedSpanExporter } from './guarded-span-exporter.ts'
import { otlpLogRecordExporter, otlpSpanExporter } from './otlp-exporters.ts'

const [ada, bob] = ['ada', 'bob'].map((subject) => ({ tenant: 'acme', subject })) as [Subject, Subject]

let receiver: OtlpReceiver
beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())
beforeEach(async () => {
  receiver = await startOtlpReceiver()
})
afterEach(() => receiver.close())

function setUp(source?: (consent: ConsentSource) => ConsentSource) {
  const consent = memoryConsent()
  for (const subject of [ada, bob]) consent.set(subject, { personalization: 'granted' })
  const guard = testGuard(source?.(consent) ?? consent)
  const spanOf = (subject: Subject) => {
    const span = spanRecord({ name: `of ${subject.subject}` })
    runWithSubject(subject, () => guard.stampSpan(span, context.active()))
    return span
  }
  const options = { endpoint: receiver.url, timeoutMillis: 5_000 }
  const spans = new GuardedSpanExporter({ guard, destinations: { company_context: otlpSpanExporter(options) } })
  const logs = new GuardedLogRecordExporter({
    guard,
    destinations: { company_context: otlpLogRecordExporter(options) },
  })
  const withdrawn = () =>
    guard.counts().reduce((sum, { outcome, count }) => (outcome === 'withdrawn' ? sum + count : sum), 0)
  return { consent, guard, spanOf, spans, logs, withdrawn }
}

/** Settles when the receiver has refused a request. */
async function refused(): Promise<void> {
  while (receiver.bytes().length === 0) await new Promise((resolve) => setTimeout(resolve, 10))
}

const nothing = () => {}

describe('a withdrawal while a batch waits for a retry', () => {
  it('keeps what it is about from leaving, and lets the rest out', async () => {
    const { consent, spanOf, spans, withdrawn } = setUp()
    receiver.setFault({ kind: 'status', code: 503 })
    spans.export([spanOf(ada), spanOf(bob)] as never, nothing)
    await refused()
    consent.set(ada, { personalization: 'denied' })
    receiver.setFault(undefined)
    await spans.forceFlush()
    expect(receiver.spans().map(({ name }) => name)).toEqual(['of bob'])
    expect(withdrawn()).toBe(1)
    await spans.shutdown()
  })

  it('counts for log records as well, and sends nothing where nothing is left', async () => {
    const { consent, guard, logs, withdrawn } = setUp()
    const record = logRecord()
    runWithSubject(ada, () => guard.stampLog(record, context.active()))
    receiver.setFault({ kind: 'status', code: 429 })
    logs.export([record] as never, nothing)
    await refused()
    consent.set(ada, { personalization: 'denied' })
    receiver.setFault(undefined)
    await logs.forceFlush()
    expect(receiver.logs()).toEqual([])
    expect(withdrawn()).toBe(1)
    expect(guard.counts().some(({ outcome }) => outcome === 'undelivered')).toBe(false)
    await logs.shutdown()
  })

  it('counts at once where the source tells nobody of changes', async () => {
    const { consent, spanOf, spans, withdrawn } = setUp(({ read }) => ({ read }))
    receiver.setFault({ kind: 'status', code: 503 })
    spans.export([spanOf(ada)] as never, nothing)
    await refused()
    consent.set(ada, { personalization: 'denied' })
    receiver.setFault(undefined)
    await spans.forceFlush()
    expect([receiver.spans(), withdrawn()]).toEqual([[], 1])
    await spans.shutdown()
  })

  it('does not hinder what nobody took back', async () => {
    const { spanOf, spans, withdrawn } = setUp()
    receiver.setFault({ kind: 'status', code: 503 })
    spans.export([spanOf(ada), spanOf(bob)] as never, nothing)
    await refused()
    receiver.setFault(undefined)
    await spans.forceFlush()
    expect(receiver.spans()).toHaveLength(2)
    expect(withdrawn()).toBe(0)
    await spans.shutdown()
  })
})
