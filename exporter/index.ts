/** `privity/exporter`: the last gate, and the ways out behind it. */
export { GuardedLogRecordExporter, type GuardedLogRecordExporterOptions } from './guarded-log-record-exporter.ts'
export { GuardedMetricExporter, type GuardedMetricExporterOptions } from './guarded-metric-exporter.ts'
export { GuardedSpanExporter, type GuardedSpanExporterOptions } from './guarded-span-exporter.ts'
export {
  type OtlpExporterOptions,
  otlpLogRecordExporter,
  otlpMetricExporter,
  otlpSpanExporter,
} from './otlp-exporters.ts'
