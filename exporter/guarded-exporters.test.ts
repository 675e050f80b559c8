import { type Context, context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { isTracingSuppressed } from '@opentelemetry/core'
import { BatchLogRecordProcessor, InMemoryLogRecordExporter, LoggerProvider } from '@opentelemetry/sdk-logs'
import {
  AggregationTemporality,
  AggregationType,
  InMemoryMetricExporter,
  InstrumentType,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, InMemorySpanExporter, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testGuard } from '../processors/guard-fixture.ts'
import { PrivacyLogRecordProcessor, PrivacySpanProcessor } from '../processors/index.ts'
import { bindSubject } from '../processors/verdict/subject-binding.ts'
import type { ExportResult } from './destination.ts'
import { GuardedLogRecordExporter, GuardedMetricExporter, GuardedSpanExporter } from './index.ts'

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())

const consent = {
  read: () => ({ epoch: 1, changedAt: 0, validUntil: Infinity, grants: { personalization: 'granted' as const } }),
}

describe('GuardedSpanExporter', () => {
  it('sends each flow its own copies, and holds back until the subject is known', async () => {
    const guard = testGuard(consent)
    const destinations = { operations: new InMemorySpanExporter(), company_context: new InMemorySpanExporter() }
    const exporter = new GuardedSpanExporter({ guard, destinations })
    const provider = new TracerProvider({
      spanProcessors: [new PrivacySpanProcessor({ guard }), new BatchSpanProcessor({ exporter })],
    })
    const tracer = provider.getTracer('app')
    const server = tracer.startSpan('GET /', { attributes: { 'user.email': 'ada@acme.example' } })
    context.with(trace.setSpan(context.active(), server), () => {
      tracer.startSpan('early').end()
      bindSubject({ tenant: 'acme', subject: 'ada-lovelace' })
    })
    server.end()
    await provider.forceFlush()
    await exporter.forceFlush()
    expect(destinations.operations.getFinishedSpans().map(({ attributes }) => attributes['privity.flow'])).toEqual([
      'operations',
      'operations',
    ])
    const known = destinations.company_context.getFinishedSpans()
    expect(known).toHaveLength(2)
    expect(new Set(known.map(({ attributes }) => attributes['privity.subject'])).size).toBe(1)
    expect(JSON.stringify(known.map(({ attributes, name }) => [name, attributes]))).not.toMatch(/ada@|lovelace/u)
    // what the application holds is as it was
    expect((server as unknown as { attributes: object }).attributes).toEqual({ 'user.email': 'ada@acme.example' })
    await provider.shutdown()
  })

  it('lets nothing be traced that its exporters do, in an export, a flush or a shutdown', async () => {
    const seen: Context[] = []
    const watching = {
      export: (_: unknown, callback: (result: ExportResult) => void) => {
        seen.push(context.active())
        callback({ code: 0 })
      },
      forceFlush: async () => void seen.push(context.active()),
      shutdown: async () => void seen.push(context.active()),
    }
    const guard = { ...testGuard(), judgeSpan: (record: object) => ({ kind: 'deliver', record }) }
    const exporter = new GuardedSpanExporter({ guard: guard as never, destinations: { operations: watching } })
    await new Promise((resolve) => exporter.export([{} as never], resolve))
    await exporter.forceFlush()
    await exporter.shutdown()
    expect(seen.map(isTracingSuppressed)).toEqual([true, true, true])
    expect(isTracingSuppressed(context.active())).toBe(false)
  })
})

describe('GuardedLogRecordExporter', () => {
  it('sends each flow its own copies', async () => {
    const guard = testGuard(consent)
    const destinations = {
      operations: new InMemoryLogRecordExporter(),
      company_context: new InMemoryLogRecordExporter(),
    }
    const exporter = new GuardedLogRecordExporter({ guard, destinations })
    const provider = new LoggerProvider({
      processors: [new PrivacyLogRecordProcessor({ guard }), new BatchLogRecordProcessor({ exporter })],
    })
    provider.getLogger('app').emit({ severityNumber: 9, eventName: 'app.started', attributes: { 'user.id': 'ada' } })
    await provider.forceFlush()
    await exporter.forceFlush()
    expect(destinations.operations.getFinishedLogRecords()).toHaveLength(1)
    expect(destinations.company_context.getFinishedLogRecords()).toHaveLength(0)
    await provider.shutdown()
  })
})

describe('GuardedMetricExporter', () => {
  const inMemory = () => new InMemoryMetricExporter(AggregationTemporality.DELTA)

  it('sends a flow what it may carry, in one batch, scopes and metrics in their order', async () => {
    const destinations = { operations: inMemory(), company_context: inMemory() }
    const guard = testGuard()
    const exporter = new GuardedMetricExporter({ guard, destinations })
    const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] })
    const counters = ['b', 'a'].flatMap((scope) =>
      ['app.one', 'app.two'].map((name) => provider.getMeter(scope).createCounter(name)),
    )
    for (const counter of counters) {
      counter.add(1, { 'user.email': 'ada@acme.example', 'http.request.method': 'GET' })
      counter.add(2, { 'user.email': 'bob@acme.example', 'http.request.method': 'GET' })
    }
    await provider.forceFlush()
    const [batch, ...more] = destinations.operations.getMetrics()
    expect(more).toHaveLength(0)
    expect(batch?.resource.attributes['privity.flow']).toBe('operations')
    expect(
      batch?.scopeMetrics.map(({ scope, metrics }) => [
        scope.name,
        ...metrics.flatMap(({ descriptor, dataPoints }) => [
          descriptor.name,
          ...dataPoints.map(({ attributes, value }) => [attributes, value]),
        ]),
      ]),
    ).toEqual(
      ['b', 'a'].map((scope) => [
        scope,
        'app.one',
        [{ 'http.request.method': 'GET' }, 3],
        'app.two',
        [{ 'http.request.method': 'GET' }, 3],
      ]),
    )
    expect(destinations.company_context.getMetrics()).toHaveLength(0)
    expect(guard.counts()).toContainEqual({ flow: 'operations', signal: 'metrics', outcome: 'deliver', count: 4 })
    await provider.shutdown()
  })

  it('withholds, counts and calls back when the guard throws; other metrics go on', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    const guard = testGuard()
    const broken = {
      ...guard,
      judgeMetrics: (batch: Parameters<typeof guard.judgeMetrics>[0], flow: string) => {
        if (batch.scopeMetrics[0]?.metrics[0]?.descriptor.name === 'app.bad') throw new Error('a fault')
        return guard.judgeMetrics(batch, flow)
      },
    }
    const operations = inMemory()
    const exporter = new GuardedMetricExporter({ guard: broken, destinations: { operations } })
    const provider = new MeterProvider({ readers: [new PeriodicExportingMetricReader({ exporter })] })
    for (const name of ['app.bad', 'app.good']) provider.getMeter('m').createCounter(name).add(1)
    await provider.shutdown()
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', unhandled)
    expect(operations.getMetrics()[0]?.scopeMetrics[0]?.metrics.map(({ descriptor }) => descriptor.name)).toEqual([
      'app.good',
    ])
    expect(guard.counts()).toContainEqual({ flow: 'operations', signal: 'metrics', outcome: 'fault', count: 1 })
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('calls back with a failure when there is nothing to judge, and throws nothing', async () => {
    const exporter = new GuardedMetricExporter({ guard: testGuard(), destinations: { operations: inMemory() } })
    const result = await new Promise<ExportResult>((resolve) => exporter.export(undefined as never, resolve))
    expect(result.code).toBe(1)
    await exporter.shutdown()
  })

  it('aggregates as its first exporter asks, and cumulatively if it does not', () => {
    const guard = testGuard()
    const first = new GuardedMetricExporter({ guard, destinations: { operations: inMemory() } })
    expect(first.selectAggregationTemporality(InstrumentType.COUNTER)).toBe(AggregationTemporality.DELTA)
    const none = new GuardedMetricExporter({ guard, destinations: {} })
    expect(none.selectAggregationTemporality(InstrumentType.COUNTER)).toBe(AggregationTemporality.CUMULATIVE)
    expect(none.selectAggregation(InstrumentType.COUNTER)).toEqual({ type: AggregationType.DEFAULT })
  })
})
