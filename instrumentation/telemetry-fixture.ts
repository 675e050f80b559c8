import { context, DiagLogLevel, diag, logs, metrics, propagation, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { DataClass } from '../policy/policy.ts'
import { provideGuard } from '../processors/capture-port.ts'
import type { Guard } from '../processors/guard.ts'

/** The real SDK with exporters in memory, registered as the global one: for tests. */
export function startTelemetry() {
  const spanExporter = new InMemorySpanExporter()
  const logExporter = new InMemoryLogRecordExporter()
  const warnings: string[] = []
  const keep = (message: string, ...details: unknown[]): void => {
    warnings.push([message, ...details].join(' '))
  }
  const ignore = (): void => {}
  diag.setLogger(
    { error: keep, warn: keep, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  )
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  propagation.setGlobalPropagator(new W3CTraceContextPropagator())
  let metricPipeline = startMetrics()
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spanExporter })] }),
  )
  logs.setGlobalLoggerProvider(
    new LoggerProvider({ processors: [new SimpleLogRecordProcessor({ exporter: logExporter })] }),
  )

  return {
    warnings,
    spans: () => spanExporter.getFinishedSpans(),
    logs: () => logExporter.getFinishedLogRecords(),
    /** The metrics as of now, by name. */
    async metrics() {
      await metricPipeline.reader.forceFlush()
      const scopes = metricPipeline.exporter.getMetrics().at(-1)?.scopeMetrics ?? []
      const last = scopes.flatMap((scope) => scope.metrics)
      return Object.fromEntries(last.map((metric) => [metric.descriptor.name, metric]))
    },
    /** As the guard does: allows data of this class and below. */
    allow(classes: readonly DataClass[]) {
      provideGuard({ mayCarry: (dataClass: DataClass) => classes.includes(dataClass) } as unknown as Guard)
    },
    async restartMetrics() {
      await metricPipeline.provider.shutdown()
      metrics.disable()
      metricPipeline = startMetrics()
    },
    reset() {
      warnings.length = 0
      spanExporter.reset()
      logExporter.reset()
      provideGuard(undefined)
    },
    async stop() {
      provideGuard(undefined)
      await metricPipeline.provider.shutdown()
      context.disable()
      propagation.disable()
      metrics.disable()
      trace.disable()
      logs.disable()
      diag.disable()
    },
  }
}

function startMetrics() {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })
  const provider = new MeterProvider({ readers: [reader] })
  metrics.setGlobalMeterProvider(provider)
  return { exporter, reader, provider }
}
