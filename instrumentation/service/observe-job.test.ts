import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { observeJob, runJob } from './observe-job.ts'

const telemetry = startTelemetry()
beforeEach(() => telemetry.reset())
afterAll(() => telemetry.stop())

const tracer = trace.getTracer('test')

/** As a producer does: the headers carry the trace of `publish`. */
function publish(): { headers: Record<string, string>; traceId: string; spanId: string } {
  const span = tracer.startSpan('publish')
  const headers = {}
  propagation.inject(trace.setSpan(context.active(), span), headers)
  span.end()
  return { headers, ...span.spanContext() }
}

describe('observeJob', () => {
  it('continues the trace of the producer in a consumer span', async () => {
    const { headers, traceId, spanId } = publish()
    const handle = observeJob('invoices', async (job: { id: number; headers: object }) => job.id, { system: 'bullmq' })
    expect(await handle({ id: 7, headers })).toBe(7)
    const span = telemetry.spans().at(-1)
    expect(span).toMatchObject({ name: 'process invoices', kind: SpanKind.CONSUMER })
    expect(span?.attributes).toEqual({
      'messaging.system.name': 'bullmq',
      'messaging.destination.name': 'invoices',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'messaging.message.id': '7',
    })
    expect(span?.spanContext().traceId).toBe(traceId)
    expect(span?.parentSpanContext?.spanId).toBe(spanId)
  })

  it('counts in messaging.process.duration, without the id of the message', async () => {
    const error = new SyntaxError('bad job')
    const handle = observeJob('refunds', (_job: { id: string }): void => {
      throw error
    })
    expect(() => handle({ id: 'a-1' })).toThrow(error)
    expect(telemetry.spans().at(-1)?.status.code).toBe(SpanStatusCode.ERROR)
    const { 'messaging.process.duration': duration } = await telemetry.metrics()
    expect(duration?.descriptor.unit).toBe('s')
    expect(duration?.dataPoints.map(({ attributes }) => attributes)).toContainEqual({
      'messaging.system.name': '_OTHER',
      'messaging.destination.name': 'refunds',
      'messaging.operation.name': 'process',
      'messaging.operation.type': 'process',
      'error.type': 'SyntaxError',
    })
  })

  it('reads headers from where it is told, as bytes, too', () => {
    const { headers, traceId } = publish()
    const bytes = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, Buffer.from(value)]))
    const handle = observeJob('q', (_message: { properties: object }) => {}, {
      headers: (message) => message.properties,
    })
    handle({ properties: bytes })
    expect(telemetry.spans().at(-1)?.spanContext().traceId).toBe(traceId)
  })

  it('is in a trace of its own without headers, even where the loop that takes jobs is in a span', () => {
    tracer.startActiveSpan('poll', (poll) => {
      observeJob('q', () => {})(undefined)
      poll.end()
    })
    expect(telemetry.spans()[0]?.parentSpanContext).toBeUndefined()
  })

  it('keeps name, arity, this and further arguments of the handler', () => {
    const handle = observeJob('q', function handler(this: unknown, job: number, done: (value: unknown) => void) {
      done([this, job])
    })
    let seen: unknown
    const self = {}
    handle.call(self, 1, (value: unknown) => {
      seen = value
    })
    expect([handle.name, handle.length, seen]).toEqual(['handler', 2, [self, 1]])
  })
})

describe('runJob', () => {
  it('runs in a trace of its own, linked to where it was started', async () => {
    const result = await tracer.startActiveSpan('request', async (request) => {
      request.end()
      return runJob('close-stale-tickets', async () => {
        tracer.startSpan('query').end()
        return 3
      })
    })
    expect(result).toBe(3)
    const [request, query, job] = telemetry.spans()
    expect(job).toMatchObject({
      name: 'close-stale-tickets',
      attributes: { 'privity.job.name': 'close-stale-tickets' },
    })
    expect(job?.parentSpanContext).toBeUndefined()
    expect(job?.links[0]?.context.spanId).toBe(request?.spanContext().spanId)
    expect(query?.parentSpanContext?.spanId).toBe(job?.spanContext().spanId)
    const { 'privity.job.duration': duration } = await telemetry.metrics()
    expect(duration?.dataPoints[0]?.attributes).toEqual({ 'privity.job.name': 'close-stale-tickets' })
  })
})
