import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { OTLPLogExporter as JsonLogs } from '@opentelemetry/exporter-logs-otlp-http'
import { OTLPLogExporter as ProtobufLogs } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPMetricExporter as JsonMetrics } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as ProtobufMetrics } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter as JsonTraces } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraces } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'

const resource = resourceFromAttributes({ 'service.name': 'helpdesk', 'process.pid': 42 })
const attributes = {
  text: 'Grüße',
  count: 7,
  negative: -7,
  ratio: 0.5,
  yes: true,
  list: ['a', 'b'],
  nested: { deep: [{ x: 1 }], bytes: new Uint8Array([1, 2, 255]) },
}

let receiver: OtlpReceiver
beforeEach(async () => {
  receiver = await startOtlpReceiver()
})
afterEach(() => receiver.close())

/** The same telemetry twice, under two prefixes: as protobuf with gzip, and as JSON. */
async function exportBoth(): Promise<void> {
  const options = (prefix: string, signal: string) => ({
    url: `${receiver.url}/${prefix}/v1/${signal}`,
    ...(prefix === 'protobuf' && { compression: 'gzip' as never }),
  })
  const tracerProvider = new TracerProvider({
    resource,
    spanProcessors: [
      new SimpleSpanProcessor({ exporter: new ProtobufTraces(options('protobuf', 'traces')) }),
      new SimpleSpanProcessor({ exporter: new JsonTraces(options('json', 'traces')) }),
    ],
  })
  const tracer = tracerProvider.getTracer('scope', '1.2.3')
  const linked = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 }
  const span = tracer.startSpan('work', { kind: SpanKind.SERVER, attributes, links: [{ context: linked, attributes }] })
  span.addEvent('happened', { at: 1 })
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'broken' })
  span.end()
  await tracerProvider.shutdown()

  const loggerProvider = new LoggerProvider({
    resource,
    processors: [
      new SimpleLogRecordProcessor({ exporter: new ProtobufLogs(options('protobuf', 'logs')) }),
      new SimpleLogRecordProcessor({ exporter: new JsonLogs(options('json', 'logs')) }),
    ],
  })
  loggerProvider
    .getLogger('scope')
    .emit({ severityNumber: 17, severityText: 'ERROR', body: attributes, attributes, eventName: 'e' })
  await loggerProvider.shutdown()

  for (const exporter of [
    new ProtobufMetrics(options('protobuf', 'metrics')),
    new JsonMetrics(options('json', 'metrics')),
  ]) {
    const meterProvider = new MeterProvider({ resource, readers: [new PeriodicExportingMetricReader({ exporter })] })
    const meter = meterProvider.getMeter('scope')
    meter.createCounter('counter', { unit: '{thing}', description: 'things' }).add(3, { kind: 'x' })
    meter.createUpDownCounter('gauge').add(-2)
    meter.createHistogram('histogram', { unit: 's' }).record(1.5)
    await meterProvider.shutdown()
  }
}

describe('startOtlpReceiver', () => {
  it('reads protobuf and JSON alike', async () => {
    await exportBoth()
    const views = (prefix: string) =>
      [receiver.spans(), receiver.logs(), receiver.metrics()].map((records) =>
        records.filter((record) => record.prefix === prefix).map((record) => ({ ...record, prefix: '' })),
      )
    expect(views('/protobuf')).toEqual(views('/json'))
    expect(views('/json').map((records) => records.length)).toEqual([1, 1, 3])
  })

  it('gives plain values', async () => {
    await exportBoth()
    const span = receiver.spans().find(({ prefix }) => prefix === '/protobuf')
    expect(span).toMatchObject({
      prefix: '/protobuf',
      name: 'work',
      kind: 2,
      parentSpanId: '',
      status: { code: 2, message: 'broken' },
      resource: { 'service.name': 'helpdesk', 'process.pid': 42 },
      scope: { name: 'scope', version: '1.2.3' },
      events: [{ name: 'happened', attributes: { at: 1 } }],
      links: [{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16) }],
    })
    expect(span?.attributes).toEqual(attributes)
    expect(receiver.logs()[0]).toMatchObject({
      body: attributes,
      severityNumber: 17,
      severityText: 'ERROR',
      eventName: 'e',
    })
    expect(receiver.metrics()).toMatchObject([
      {
        name: 'counter',
        type: 'sum',
        unit: '{thing}',
        description: 'things',
        points: [{ value: 3, attributes: { kind: 'x' } }],
      },
      { name: 'gauge', type: 'sum', points: [{ value: -2 }] },
      { name: 'histogram', type: 'histogram', points: [{ value: 1.5, count: 1 }] },
      {},
      {},
      {},
    ])
    expect(Buffer.from(receiver.bytes()).toString('utf8')).toContain('Grüße')
  })

  it('misbehaves on demand', async () => {
    const post = () =>
      fetch(`${receiver.url}/v1/logs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"resourceLogs":[]}',
        signal: AbortSignal.timeout(500),
      })
    receiver.setFault({ kind: 'status', code: 503, retryAfterSeconds: 1 })
    const refused = await post()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1'])
    receiver.setFault({ kind: 'reset' })
    await expect(post()).rejects.toThrow()
    receiver.setFault({ kind: 'hang' })
    await expect(post()).rejects.toThrow()
    expect(receiver.requests).toHaveLength(0)
    receiver.setFault({ kind: 'slow', millis: 10 })
    expect((await post()).status).toBe(200)
    expect(receiver.requests).toHaveLength(1)
  })

  it.each([
    ['/v1/traces', 'POST', 'application/json', '{', 400],
    ['/v1/traces', 'POST', 'application/x-protobuf', '\u000a\u00ff', 400],
    ['/elsewhere', 'POST', 'application/json', '{}', 404],
    ['/v1/traces', 'PUT', 'application/json', '{}', 405],
  ])('answers %s %s of %s %j with %i', async (path, method, type, body, status) => {
    const response = await fetch(receiver.url + path, { method, headers: { 'content-type': type }, body })
    expect(response.status).toBe(status)
    expect(receiver.requests).toHaveLength(0)
  })

  it('waits for what is to come, and not for ever', async () => {
    const waiting = receiver.waitFor(() => receiver.requests.length === 1)
    await fetch(`${receiver.url}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    await waiting
    await expect(receiver.waitFor(() => false, { timeoutMillis: 10 })).rejects.toThrow('within 10 ms')
  })
})
