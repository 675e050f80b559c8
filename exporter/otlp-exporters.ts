import { createRequire } from 'node:module'
import { diag } from '@opentelemetry/api'
import type { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import type { LogRecordExporter } from '@opentelemetry/sdk-logs'
import type { PushMetricExporter } from '@opentelemetry/sdk-metrics'
import type { SpanExporter } from '@opentelemetry/sdk-trace'
import type { OtlpDestination } from '../policy/policy.ts'
import { assertAllowed } from './attempt.ts'
import { setFailureOrigin } from './delivery-failure.ts'
import type { FlowExporter } from './destination.ts'

/** Where one flow is sent; in code, its headers may be fetched anew for each request (a token that expires). */
export interface OtlpExporterOptions extends Omit<OtlpDestination, 'headers'> {
  readonly headers?: OtlpDestination['headers'] | (() => Promise<Record<string, string>>)
}

type Protocol = NonNullable<OtlpDestination['protocol']>
type ExporterConfig = NonNullable<ConstructorParameters<typeof OTLPTraceExporter>[0]>
type ExporterClass<E> = new (config: ExporterConfig) => E

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

function create<E extends FlowExporter<never>>(signal: OtlpSignal, className: string, options: OtlpExporterOptions): E {
  const { endpoint, headers, compression, timeoutMillis } = options
  const protocol = options.protocol ?? protocolOf(signal)
  const kind = { traces: 'trace', logs: 'logs', metrics: 'metrics' }[signal]
  const packageName = `@opentelemetry/exporter-${kind}-otlp-${protocol === 'http/json' ? 'http' : 'proto'}`
  // CommonJS, as the SDK of the hook: in ES modules most of OpenTelemetry would be loaded a second time
  const exporters = require(packageName) as Record<string, ExporterClass<E>>
  const Exporter = exporters[className]
  if (Exporter === undefined) throw new TypeError(`privity: ${packageName} has no ${className}`)
  const config = {
    url: endpoint === undefined ? undefined : `${endpoint.replace(/\/+$/u, '')}/v1/${signal}`,
    headers: headersOfAttempt(headers),
    compression: compression as ExporterConfig['compression'],
    timeoutMillis,
  }
  // an explicit undefined would count as given
  const exporter = new Exporter(Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)))
  nameFailures(exporter, config.url ?? variable(signal, 'ENDPOINT') ?? 'http://localhost:4318')
  return exporter
}

/**
 * Headers are asked for right before each attempt, also after a failure: the last moment at which what was taken back
 * meanwhile can be kept from leaving. The exporter gives the batch up then, and its destination sends the rest.
 */
function headersOfAttempt(headers: OtlpExporterOptions['headers']): () => Promise<Record<string, string>> {
  return async () => {
    const own = typeof headers === 'function' ? await headers() : headers
    assertAllowed()
    return { ...own }
  }
}

/** OpenTelemetry's errors do not say which receiver failed; with several flows that is the first question. */
function nameFailures(exporter: FlowExporter<never>, endpoint: string): void {
  const send = exporter.export.bind(exporter)
  exporter.export = (batch, callback) =>
    send(batch, (result) => {
      setFailureOrigin(result.error, endpoint)
      callback(result)
    })
}

/** `OTEL_EXPORTER_OTLP_PROTOCOL`, as far as it is OTLP over HTTP. */
function protocolOf(signal: OtlpSignal): Protocol {
  const protocol = variable(signal, 'PROTOCOL')?.toLowerCase()
  if (protocol === 'http/json' || protocol === 'http/protobuf') return protocol
  if (protocol !== undefined && !refusedProtocols.has(protocol)) {
    // once, not for each flow and signal
    refusedProtocols.add(protocol)
    diag.warn(
      `privity: OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol.slice(0, 32)}"; Privity sends OTLP over HTTP. Set it to ` +
        'http/protobuf or http/json and the endpoint to the HTTP port of the receiver, which is usually 4318. ' +
        'Going on with http/protobuf.',
    )
  }
  return 'http/protobuf'
}

const refusedProtocols = new Set<string>()

/** As OpenTelemetry reads its variables: the signal's own first, and an empty one counts as not set. */
function variable(signal: OtlpSignal, name: 'ENDPOINT' | 'PROTOCOL'): string | undefined {
  const { env } = process
  const own = env[`OTEL_EXPORTER_OTLP_${signal.toUpperCase()}_${name}`]?.trim()
  return own || env[`OTEL_EXPORTER_OTLP_${name}`]?.trim() || undefined
}

const require = createRequire(import.meta.url)
