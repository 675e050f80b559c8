import { diag } from '@opentelemetry/api'
import type { LogRecordExporter } from '@opentelemetry/sdk-logs'
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace'
import { GuardedLogRecordExporter } from '../../exporter/guarded-log-record-exporter.ts'
import { GuardedMetricExporter } from '../../exporter/guarded-metric-exporter.ts'
import { GuardedSpanExporter } from '../../exporter/guarded-span-exporter.ts'
import { otlpLogRecordExporter, otlpMetricExporter, otlpSpanExporter } from '../../exporter/otlp-exporters.ts'
import type { Flow } from '../../policy/policy.ts'
import type { Guard } from '../../processors/guard.ts'
import type { Environment } from './environment.ts'
import { lazyExporter } from './lazy-exporter.ts'
import { sdkLogs, sdkMetrics, sdkTrace } from './sdk.ts'
import { selectTemporality } from './temporality.ts'

/** The guarded exporters of spans to all flows; one for each kind that `OTEL_TRACES_EXPORTER` names. */
export function createSpanExporters(guard: Guard, environment: Environment): SpanExporter[] {
  return exporterKinds('OTEL_TRACES_EXPORTER', environment).map((kind) => {
    const destinations = destinationsOf(guard, (flow) =>
      kind === 'console' ? new sdkTrace.ConsoleSpanExporter() : lazyExporter(() => otlpSpanExporter(flow.to.otlp)),
    )
    return new GuardedSpanExporter({ guard, destinations })
  })
}

/** As for spans, with `OTEL_LOGS_EXPORTER`. */
export function createLogExporters(guard: Guard, environment: Environment): LogRecordExporter[] {
  return exporterKinds('OTEL_LOGS_EXPORTER', environment).map((kind) => {
    const destinations = destinationsOf(guard, (flow) =>
      kind === 'console'
        ? new sdkLogs.ConsoleLogRecordExporter()
        : lazyExporter(() => otlpLogRecordExporter(flow.to.otlp)),
    )
    return new GuardedLogRecordExporter({ guard, destinations })
  })
}

/** As for spans, with `OTEL_METRICS_EXPORTER`. */
export function createMetricExporters(guard: Guard, environment: Environment): PushMetricExporter[] {
  return exporterKinds('OTEL_METRICS_EXPORTER', environment).map((kind) => {
    const destinations = destinationsOf(guard, (flow): PushMetricExporter => {
      if (kind === 'console') return new sdkMetrics.ConsoleMetricExporter()
      const exporter = lazyExporter(() => otlpMetricExporter(flow.to.otlp))
      const preference = environment.OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE
      // asked for when the first instrument is made, long before the first export
      return { ...exporter, selectAggregationTemporality: (type) => selectTemporality(preference, type) }
    })
    return new GuardedMetricExporter({ guard, destinations })
  })
}

type ExporterKind = 'otlp' | 'console'

function exporterKinds(
  variable: 'OTEL_TRACES_EXPORTER' | 'OTEL_LOGS_EXPORTER' | 'OTEL_METRICS_EXPORTER',
  environment: Environment,
): ExporterKind[] {
  const named = environment[variable] ?? ['otlp']
  if (named.includes('none')) return []
  const known = named.filter((kind): kind is ExporterKind => kind === 'otlp' || kind === 'console')
  for (const kind of named) {
    if (kind === 'otlp' || kind === 'console') continue
    diag.warn(
      `privity: ${variable} names "${kind}", which cannot be guarded. Use otlp, console or none` +
        `${known.length === 0 ? '; until then: otlp.' : '; it is left out.'}`,
    )
  }
  return known.length === 0 ? ['otlp'] : known
}

function destinationsOf<E>(guard: Guard, create: (flow: Flow) => E): Record<string, E> {
  return Object.fromEntries(Object.entries(guard.policy.flows).map(([name, flow]) => [name, create(flow)]))
}
