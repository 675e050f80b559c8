import { type HrTime, type Link, type SpanContext, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import type { ConsentSource } from '../consent/consent-source.ts'
import { defaultPolicy } from '../policy/default-policy.ts'
import type { Flow, Policy } from '../policy/policy.ts'
import { createGuard } from './create-guard.ts'
import type { Judgement } from './guard.ts'
import type { LogRecord, SpanRecord } from './records.ts'

/** Flows of every form beside `operations`, for the tests of the guard. */
export const testPolicy: Policy = {
  ...defaultPolicy,
  version: '2026-11-23',
  flows: {
    ...defaultPolicy.flows,
    company_context: flow('company_context', 'pseudonymous', ['technical', 'interaction', 'content', 'identifier']),
    cross_company_insights: flow('cross_company_insights', 'anonymous', ['technical', 'interaction', 'content']),
    raw_context: flow('raw_context', 'raw', ['technical', 'interaction', 'content', 'identifier', 'sensitive']),
  },
}

function flow(name: string, form: Flow['form'], accepts: Flow['accepts']): Flow {
  const purpose = name === 'cross_company_insights' ? name : 'personalization'
  return { name, purposes: [purpose], form, accepts, to: { otlp: {} }, retentionSeconds: 86_400 }
}

export const testKey = 'test:a-key-that-only-tests-use-0123456789abcdef01'

export function testGuard(consent?: ConsentSource, policy: Policy = testPolicy) {
  return createGuard({ policy, consent, key: testKey })
}

const traceId = '0af7651916cd43dd8448eb211c80319c'
let spans = 0

export function spanContext(): SpanContext {
  spans += 1
  return { traceId, spanId: spans.toString(16).padStart(16, '0'), traceFlags: 1 }
}

const now = (): HrTime => [Math.floor(Date.now() / 1e3), (Date.now() % 1e3) * 1e6]

export function spanRecord(changes: Partial<SpanRecord> = {}): SpanRecord {
  const own = spanContext()
  return {
    name: 'GET /tickets/:id',
    kind: SpanKind.SERVER,
    spanContext: () => own,
    startTime: now(),
    endTime: now(),
    duration: [0, 1_000_000],
    status: { code: SpanStatusCode.UNSET },
    attributes: {},
    links: [] as Link[],
    events: [],
    ended: true,
    resource: { attributes: { 'service.name': 'helpdesk' } },
    instrumentationScope: { name: '@opentelemetry/instrumentation-http', version: '0.300.0' },
    droppedAttributesCount: 0,
    droppedEventsCount: 0,
    droppedLinksCount: 0,
    ...changes,
  }
}

export function logRecord(changes: Partial<LogRecord> = {}): LogRecord {
  return {
    hrTime: now(),
    hrTimeObserved: now(),
    severityNumber: 9,
    severityText: 'INFO',
    body: 'a ticket was answered',
    attributes: {},
    resource: { attributes: { 'service.name': 'helpdesk' } },
    instrumentationScope: { name: 'helpdesk' },
    droppedAttributesCount: 0,
    ...changes,
  }
}

export function delivered<R>(judgement: Judgement<R>): R {
  if (judgement.kind !== 'deliver') throw new Error(`expected delivery, got ${JSON.stringify(judgement)}`)
  return judgement.record
}
