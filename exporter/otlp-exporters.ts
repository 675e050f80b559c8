import { createRequire } from 'node:module'
import { diag } from '@opentelemetry/api'
import type { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import type { LogRecordExporter } from '@opentelemetry/sdk-logs'
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace'
import type { OtlpDestination } from '../policy/policy.ts'

/** Where one flow is sent; in code, its headers may be fetched anew for each request (a token that expires). */
export interface OtlpExporterOptions extends Omit<OtlpDestination, 'headers'> {
  readonly headers?: OtlpDestination['headers'] | (() => Promise<Record<string, string>>)
}

type Protocol = NonNullable<OtlpDestination['protocol']>
type ExporterConfig = NonNullable<ConstructorParameters<typeof OTLPTraceExporter>[0]>
type ExporterClass<T> = new (config: ExporterConfig) => T

/**
 * OpenTelemetry's OTLP/HTTP exporter for spans. What the options leave out comes from the `OTEL_EXPORTER_OTLP_*`
 * variables, then from OpenTelemetry's defaults. Only the package of the chosen protocol is loaded.
 *
 * @example
 * const exporter = otlpSpanExporter({ endpoint: 'http://localhost:4318', protocol: 'http/json' })
 */
export function otlpSpanExporter(options: OtlpExporterOptions = {}): SpanExporter {
  return create<SpanExporter>('traces', 'OTLPTraceExporter', options)
}

/** The same for log records. */
export function otlpLogRecordExporter(options: OtlpExporterOptions = {}): LogRecordExporter {
  return create<LogRecordExporter>('logs', 'OTLPLogExporter', options)
}

/** The same for metrics. */
export function otlpMetricExporter(options: OtlpExporterOptions = {}): PushMetricExporter {
  return create<PushMetricExporter>('metrics', 'OTLPMetricExporter', options)
}

type OtlpSignal = 'traces' | 'logs' | 'metrics'

function create<T>(signal: OtlpSignal, className: string, options: OtlpExporterOptions): T {
  const { endpoint, headers, compression, timeoutMillis } = options
  const protocol = options.protocol ?? protocolOf(signal)
  const kind = { traces: 'trace', logs: 'logs', metrics: 'metrics' }[signal]
  const packageName = `@opentelemetry/exporter-${kind}-otlp-${protocol === 'http/json' ? 'http' : 'proto'}`
  // CommonJS, as the SDK of the hook: in ES modules most of OpenTelemetry would be loaded a second time
  const exporters = require(packageName) as Record<string, ExporterClass<T>>
  const Exporter = exporters[className]
  if (Exporter === undefined) throw new TypeError(`privity: ${packageName} has no ${className}`)
  const config = {
    url: endpoint === undefined ? undefined : `${endpoint.replace(/\/+$/u, '')}/v1/${signal}`,
    headers: headers as ExporterConfig['headers'],
    compression: compression as ExporterConfig['compression'],
    timeoutMillis,
  }
  // an explicit undefined would count as given
  return new Exporter(Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)))
}

/** `OTEL_EXPORTER_OTLP_PROTOCOL`, as far as it is OTLP over HTTP. */
function protocolOf(signal: OtlpSignal): Protocol {
  const { env } = process
  const text = env[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_PROTOCOL`] ?? env.OTEL_EXPORTER_OTLP_PROTOCOL ?? ''
  const protocol = text.trim().toLowerCase()
  if (protocol === 'http/json' || protocol === 'http/protobuf') return protocol
  if (protocol !== '') {
    diag.warn(
      `privity: OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol.slice(0, 32)}"; Privity sends OTLP over HTTP. Set it to ` +
        'http/protobuf or http/json and the endpoint to the HTTP port of the receiver, which is usually 4318. ' +
        'Going on with http/protobuf.',
    )
  }
  return 'http/protobuf'
}

const require = createRequire(import.meta.url)
