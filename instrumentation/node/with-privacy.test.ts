import { context, logs, metrics, propagation, trace } from '@opentelemetry/api'
import { InMemoryLogRecordExporter, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { NodeSDK } from '@opentelemetry/sdk-node'
import { BatchSpanProcessor, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace'
import { afterEach, describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { startOtlpReceiver } from '../../testing/index.ts'
import { withPrivacy } from './with-privacy.ts'

const key = 'dGVzdHMgb2YgdGhlIGhvb2ssIGZvciBub2JvZHkgZWxzZTEyMzQ1Njc4OTA='
const canary = 'ann.canary@example.com'

afterEach(() => {
  for (const api of [trace, metrics, logs, context, propagation]) api.disable()
})

function emitCanaries(): void {
  const span = trace
    .getTracer('test')
    .startSpan(`name ${canary}`, { attributes: { 'user.email': canary, 'http.route': '/a' } })
  span.addEvent('event', { text: canary })
  span.end()
  logs.getLogger('test').emit({ body: canary, attributes: { text: canary } })
  metrics.getMeter('test').createCounter('requests').add(1, { 'user.email': canary, 'http.route': '/a' })
}

const sdkOptions = { autoDetectResources: false, instrumentations: [], textMapPropagator: null }

describe('withPrivacy', () => {
  it('lets processors, exporters and readers of the configuration see only what the flow lets out', async () => {
    const spans = new InMemorySpanExporter()
    const batched = new InMemorySpanExporter()
    const records = new InMemoryLogRecordExporter()
    const points = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
    const configuration = {
      ...sdkOptions,
      spanProcessors: [new SimpleSpanProcessor({ exporter: spans }), new BatchSpanProcessor({ exporter: batched })],
      logRecordProcessors: [new SimpleLogRecordProcessor({ exporter: records })],
      metricReaders: [new PeriodicExportingMetricReader({ exporter: points })],
      views: [{ instrumentName: 'requests', name: 'renamed' }],
    }
    const sdk = new NodeSDK(withPrivacy(configuration, { policy: defaultPolicy, key }))
    sdk.start()
    emitCanaries()
    await configuration.spanProcessors[1]?.forceFlush()
    await configuration.metricReaders[0]?.forceFlush()
    const seen = {
      spans: spans.getFinishedSpans().map(({ name, attributes, events }) => ({ name, attributes, events })),
      batched: batched.getFinishedSpans().map(({ attributes }) => attributes),
      logs: records.getFinishedLogRecords().map(({ body, attributes }) => ({ body, attributes })),
      metrics: points.getMetrics().flatMap((batch) => batch.scopeMetrics.flatMap((scope) => scope.metrics)),
    }
    await sdk.shutdown()

    expect(seen.spans).toHaveLength(1)
    expect(seen.spans[0]?.attributes).toMatchObject({ 'http.route': '/a', 'privity.flow': 'operations' })
    expect(seen.batched).toHaveLength(1)
    expect(seen.logs).toHaveLength(1)
    expect(seen.metrics.map((metric) => metric.descriptor.name)).toEqual(['renamed'])
    expect(seen.metrics[0]?.dataPoints[0]?.attributes).toEqual({ 'http.route': '/a' })
    expect(JSON.stringify(seen)).not.toContain('canary')
  })

  it('guards the traceExporter of the configuration', async () => {
    const traceExporter = new InMemorySpanExporter()
    const configuration = { ...sdkOptions, traceExporter, logRecordProcessors: [], metricReaders: [] }
    const guarded = withPrivacy(configuration, { policy: defaultPolicy, key })
    const sdk = new NodeSDK(guarded)
    sdk.start()
    emitCanaries()
    for (const processor of guarded.spanProcessors ?? []) await processor.forceFlush()
    const spans = traceExporter.getFinishedSpans().map(({ name, attributes }) => ({ name, attributes }))
    await sdk.shutdown()
    expect(spans).toHaveLength(1)
    expect(JSON.stringify(spans)).not.toContain('canary')
  })

  it('sends a signal that has no way out of its own where the flows say', async () => {
    const receiver = await startOtlpReceiver()
    const { operations } = defaultPolicy.flows
    if (operations === undefined) throw new Error('no flow')
    const policy = {
      ...defaultPolicy,
      flows: { operations: { ...operations, to: { otlp: { endpoint: receiver.url } } } },
    }
    const sdk = new NodeSDK(withPrivacy({ ...sdkOptions }, { policy, key }))
    sdk.start()
    emitCanaries()
    await sdk.shutdown()
    const signals = new Set(receiver.requests.map((request) => request.signal))
    const bytes = Buffer.from(receiver.bytes()).toString('latin1')
    await receiver.close()
    expect(signals).toEqual(new Set(['traces', 'logs', 'metrics']))
    expect(bytes).not.toContain('canary')
  })

  it('leaves the rest of the configuration as it is', () => {
    const configuration = { serviceName: 'shop', spanProcessors: [], logRecordProcessors: [], metricReaders: [] }
    expect(withPrivacy(configuration, { policy: defaultPolicy, key })).toMatchObject(configuration)
  })

  it('refuses a flow that the policy does not have, and names those that it has', () => {
    expect(() => withPrivacy({}, { policy: defaultPolicy, key, flow: 'nowhere' })).toThrow(/nowhere.*operations/)
  })
})
