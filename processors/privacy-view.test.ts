import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { describe, expect, it } from 'vitest'
import { testGuard } from './guard-fixture.ts'
import { privacyView } from './privacy-view.ts'
import type { MetricBatch } from './records.ts'

async function collect(withView: boolean, record: (provider: MeterProvider) => void): Promise<MetricBatch> {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const provider = new MeterProvider({
    views: withView ? [privacyView(testGuard())] : [],
    readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 })],
  })
  record(provider)
  await provider.forceFlush()
  const [batch] = exporter.getMetrics()
  await provider.shutdown()
  if (batch === undefined) throw new Error('no metrics')
  return batch
}

function record(provider: MeterProvider): void {
  const meter = provider.getMeter('helpdesk', '1.0.0')
  const requests = meter.createCounter('helpdesk.requests', { description: 'by ada@example.com', unit: '{request}' })
  for (const user of ['ada', 'bob', 'eve']) {
    requests.add(1, { 'http.request.method': 'GET', 'user.id': user, 'app.unknown': user })
  }
  const durations = meter.createHistogram('helpdesk.duration', { unit: 's' })
  durations.record(1, { 'http.request.method': 'GET', 'user.id': 'ada' })
  durations.record(2, { 'http.request.method': 'GET', 'user.id': 'bob' })
}

const points = (batch: MetricBatch | undefined) =>
  batch?.scopeMetrics.flatMap(({ metrics }) =>
    metrics.map(({ descriptor, dataPoints }) => ({ name: descriptor.name, points: dataPoints })),
  )

describe('metrics', () => {
  it('are merged at recording by the View: one series for all people', async () => {
    const batch = await collect(true, record)
    expect(points(batch)).toMatchObject([
      { name: 'helpdesk.requests', points: [{ attributes: { 'http.request.method': 'GET' }, value: 3 }] },
      {
        name: 'helpdesk.duration',
        points: [{ attributes: { 'http.request.method': 'GET' }, value: { count: 2, sum: 3 } }],
      },
    ])
    expect(points(batch)?.map(({ points }) => points.length)).toEqual([1, 1])
  })

  it('are merged at export where there is no View', async () => {
    const batch = await collect(false, record)
    expect(points(batch)?.map(({ points }) => points.length)).toEqual([3, 2])
    expect(points(testGuard().judgeMetrics(batch, 'operations'))).toMatchObject([
      { name: 'helpdesk.requests', points: [{ attributes: { 'http.request.method': 'GET' }, value: 3 }] },
      {
        name: 'helpdesk.duration',
        points: [{ attributes: { 'http.request.method': 'GET' }, value: { count: 2, sum: 3 } }],
      },
    ])
  })

  it('carry the verdict on their resource, and no description', async () => {
    const copy = testGuard().judgeMetrics(await collect(true, record), 'operations')
    expect(copy?.resource.attributes).toMatchObject({ 'privity.flow': 'operations', 'privity.form': 'anonymous' })
    expect(JSON.stringify(copy)).not.toContain('ada')
    expect(copy?.scopeMetrics[0]?.metrics[0]?.descriptor).toMatchObject({ description: '', unit: '{request}' })
  })

  it('go to no flow that needs a known subject', async () => {
    const guard = testGuard()
    expect(guard.judgeMetrics(await collect(true, record), 'company_context')).toBeUndefined()
    expect(guard.counts()).toContainEqual({
      flow: 'company_context',
      signal: 'metrics',
      outcome: 'unknown_subject',
      count: 1,
    })
  })
})
