import { connect } from 'node:net'
import { DiagLogLevel, diag, SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { OTLPLogExporter as JsonLogs } from '@opentelemetry/exporter-logs-otlp-http'
import { OTLPLogExporter as ProtobufLogs } from '@opentelemetry/exporter-logs-otlp-proto'
import { OTLPMetricExporter as JsonMetrics } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPMetricExporter as ProtobufMetrics } from '@opentelemetry/exporter-metrics-otlp-proto'
import { OTLPTraceExporter as JsonTraces } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraces } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import { AggregationType, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Fault, type OtlpReceiver, startOtlpReceiver } from './otlp-receiver.ts'

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

interface ExponentialPoint {
  readonly scale: number
  readonly positive: unknown
  readonly sum: number
  readonly min: number
  readonly max: number
}
interface ExponentialRequest {
  readonly resourceMetrics: readonly {
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly exponentialHistogram: { readonly dataPoints: readonly ExponentialPoint[] }
      }[]
    }[]
  }[]
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

  it('reads every number of an exponential histogram alike', async () => {
    for (const exporter of [
      new ProtobufMetrics({ url: `${receiver.url}/protobuf/v1/metrics` }),
      new JsonMetrics({ url: `${receiver.url}/json/v1/metrics` }),
    ]) {
      const meterProvider = new MeterProvider({
        readers: [new PeriodicExportingMetricReader({ exporter })],
        views: [{ instrumentName: '*', aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM } }],
      })
      const histogram = meterProvider.getMeter('scope').createHistogram('histogram')
      for (const value of [0, 0.001, 3, 400, 400]) histogram.record(value)
      await meterProvider.shutdown()
    }
    const points = receiver.requests.map(({ decoded }) => {
      const { resourceMetrics } = decoded as unknown as ExponentialRequest
      const [point] = resourceMetrics[0]?.scopeMetrics[0]?.metrics[0]?.exponentialHistogram.dataPoints ?? []
      return { scale: point?.scale, positive: point?.positive, sum: point?.sum, min: point?.min, max: point?.max }
    })
    // OTLP/JSON takes 64 bit numbers as text and as numbers
    const [protobuf, json] = points.map((point) =>
      JSON.parse(JSON.stringify(point, (_, value) => (/^\d+$/u.test(value) ? Number(value) : value))),
    )
    expect(protobuf).toEqual(json)
    expect(protobuf).toMatchObject({ sum: 803.001, min: 0, max: 400, positive: { bucketCounts: expect.any(Array) } })
    expect(protobuf.positive.bucketCounts.reduce((total: number, count: number) => total + count, 0)).toBe(4)
    expect(protobuf.positive.offset).toBeLessThan(0)
    expect(receiver.metrics()).toMatchObject([
      { type: 'exponentialHistogram', temporality: 2, points: [{ value: 803.001, count: 5 }] },
      { type: 'exponentialHistogram', temporality: 2, points: [{ value: 803.001, count: 5 }] },
    ])
  })

  it.each([
    ['protobuf', ProtobufLogs],
    ['JSON', JsonLogs],
  ])('refuses a part, in a way that an exporter of %s understands', async (_, Exporter) => {
    const warn = vi.fn()
    const quiet = (): void => {}
    diag.setLogger({ error: quiet, warn, info: quiet, debug: quiet, verbose: quiet }, { logLevel: DiagLogLevel.WARN })
    receiver.setFault({ kind: 'partial', rejected: 300, message: 'too old' })
    const exporter = new Exporter({ url: `${receiver.url}/v1/logs` })
    const provider = new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter })] })
    provider.getLogger('scope').emit({ body: 'x' })
    await provider.shutdown()
    diag.disable()
    expect(receiver.logs()).toHaveLength(1)
    expect(warn.mock.calls.flat().join(' ')).toMatch(/Partial Success.*300.*too old/u)
  })

  it.each<Fault | undefined>([
    undefined,
    { kind: 'status', code: 503 },
    { kind: 'reset' },
    { kind: 'hang' },
    { kind: 'slow', millis: 5_000 },
  ])('keeps the bytes of what it refuses for the search: %j', async (fault) => {
    receiver.setFault(fault)
    const send = (path: string, body: string) =>
      fetch(receiver.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'X-Secret': 'in-a-header' },
        body,
        signal: AbortSignal.timeout(300),
      }).catch(() => {})
    await Promise.all([send('/v1/traces?in-a-path', 'in-a-body'), send('/in-another-path', 'in-another-body')])
    const bytes = Buffer.from(receiver.bytes()).toString()
    for (const secret of ['in-a-header', 'in-a-path', 'in-a-body', 'in-another-path', 'in-another-body'])
      expect(bytes).toContain(secret)
    receiver.clear()
    expect(receiver.bytes()).toHaveLength(0)
  })

  it('keeps the bytes of a request that is cut off', async () => {
    const socket = connect(Number(new URL(receiver.url).port), '127.0.0.1')
    socket.write('POST /v1/traces HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nhalf-a-body')
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.destroy()
    await vi.waitFor(() => expect(Buffer.from(receiver.bytes()).toString()).toContain('half-a-body'))
    expect(receiver.requests).toHaveLength(0)
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

  it('tells of a condition that throws, at once or later, and answers the sender', async () => {
    const condition = (): boolean => {
      if (receiver.requests.length === 0) return false
      throw new Error('a mistake in the test')
    }
    const waiting = receiver.waitFor(condition)
    const rejected = expect(waiting).rejects.toThrow('a mistake in the test')
    const headers = { 'content-type': 'application/json' }
    expect((await fetch(`${receiver.url}/v1/logs`, { method: 'POST', headers, body: '{}' })).status).toBe(200)
    await rejected
    await expect(receiver.waitFor(condition)).rejects.toThrow('a mistake in the test')
  })
})
