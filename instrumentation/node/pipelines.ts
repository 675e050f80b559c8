import type { LogRecordProcessor } from '@opentelemetry/sdk-logs'
import type { IMetricReader } from '@opentelemetry/sdk-metrics'
import type { SpanExporter, SpanProcessor } from '@opentelemetry/sdk-trace'
import type { Guard } from '../../processors/guard.ts'
import { PrivacyLogRecordProcessor } from '../../processors/privacy-log-record-processor.ts'
import { PrivacySpanProcessor } from '../../processors/privacy-span-processor.ts'
import type { Environment } from './environment.ts'
import { createLogExporters, createMetricExporters, createSpanExporters } from './flow-exporters.ts'
import { sdkLogs, sdkMetrics, sdkTrace } from './sdk.ts'

/**
 * The way of spans: stamped when they begin, judged when they leave the queue.
 *
 * @returns nothing where spans go nowhere
 */
export function createSpanPipeline(guard: Guard, environment: Environment): SpanProcessor[] {
  const exporters = createSpanExporters(guard, environment)
  if (exporters.length === 0) return []
  return [new PrivacySpanProcessor({ guard }), ...exporters.map((exporter) => createBatch(exporter, environment))]
}

export function createBatch(exporter: SpanExporter, environment: Environment): SpanProcessor {
  return new sdkTrace.BatchSpanProcessor({
    exporter,
    maxQueueSize: environment.OTEL_BSP_MAX_QUEUE_SIZE,
    scheduledDelayMillis: environment.OTEL_BSP_SCHEDULE_DELAY,
    exportTimeoutMillis: environment.OTEL_BSP_EXPORT_TIMEOUT,
    maxExportBatchSize: environment.OTEL_BSP_MAX_EXPORT_BATCH_SIZE,
  })
}

/** The way of log records, as for spans. */
export function createLogPipeline(guard: Guard, environment: Environment): LogRecordProcessor[] {
  const exporters = createLogExporters(guard, environment)
  if (exporters.length === 0) return []
  const batches = exporters.map(
    (exporter) =>
      new sdkLogs.BatchLogRecordProcessor({
        exporter,
        maxQueueSize: environment.OTEL_BLRP_MAX_QUEUE_SIZE,
        scheduledDelayMillis: environment.OTEL_BLRP_SCHEDULE_DELAY,
        exportTimeoutMillis: environment.OTEL_BLRP_EXPORT_TIMEOUT,
        maxExportBatchSize: environment.OTEL_BLRP_MAX_EXPORT_BATCH_SIZE,
      }),
  )
  return [new PrivacyLogRecordProcessor({ guard }), ...batches]
}

/** The way of metrics: attributes are dropped when they are recorded (by `privacyView`), and judged when they leave. */
export function createMetricReaders(guard: Guard, environment: Environment): IMetricReader[] {
  const exportIntervalMillis = environment.OTEL_METRIC_EXPORT_INTERVAL ?? 60_000
  const exportTimeoutMillis = Math.min(environment.OTEL_METRIC_EXPORT_TIMEOUT ?? 30_000, exportIntervalMillis)
  return createMetricExporters(guard, environment).map(
    (exporter) => new sdkMetrics.PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis }),
  )
}
