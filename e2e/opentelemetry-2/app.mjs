// An application whose OpenTelemetry set-up is of the 2.x line; it adds Privity's processors and guarded exporters.
import { context, metrics, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api'
import { logs } from '@opentelemetry/api-logs'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter as JsonTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BasicTracerProvider, BatchSpanProcessor, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { memoryConsent } from 'privity/consent'
import { GuardedLogRecordExporter, GuardedMetricExporter, GuardedSpanExporter } from 'privity/exporter'
import { parsePolicy } from 'privity/policy'
import {
  bindSubject,
  createGuard,
  PrivacyLogRecordProcessor,
  PrivacySpanProcessor,
  privacyView,
} from 'privity/processors'

const receiver = process.env.RECEIVER
const secret = process.env.SECRET
const ada = { tenant: `tenant-${secret}`, subject: `ada-${secret}` }

const policy = parsePolicy({
  flows: { company_context: { purposes: ['personalization'], form: 'pseudonymous' } },
})
const consent = memoryConsent()
consent.set(ada, { personalization: 'granted' })
const guard = createGuard({ policy, consent, key: 'test:0123456789abcdef0123456789abcdef' })
const url = (flow, signal) => ({ url: `${receiver}/${flow}/v1/${signal}` })

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
const tracerProvider = new BasicTracerProvider({
  spanProcessors: [
    new PrivacySpanProcessor({ guard }),
    new BatchSpanProcessor(
      new GuardedSpanExporter({
        guard,
        destinations: {
          operations: new JsonTraceExporter(url('operations', 'traces')),
          company_context: new ProtobufTraceExporter(url('company_context', 'traces')),
        },
      }),
    ),
    // for those who cannot wrap an exporter: the processor judges at once and hands copies on
    new PrivacySpanProcessor({
      guard,
      flow: 'operations',
      next: new SimpleSpanProcessor(new JsonTraceExporter(url('next', 'traces'))),
    }),
  ],
})
trace.setGlobalTracerProvider(tracerProvider)
const loggerProvider = new LoggerProvider({
  processors: [
    new PrivacyLogRecordProcessor({ guard }),
    new BatchLogRecordProcessor({
      exporter: new GuardedLogRecordExporter({
        guard,
        destinations: {
          operations: new OTLPLogExporter(url('operations', 'logs')),
          company_context: new OTLPLogExporter(url('company_context', 'logs')),
        },
      }),
    }),
  ],
})
logs.setGlobalLoggerProvider(loggerProvider)
const meterProvider = new MeterProvider({
  views: [privacyView(guard)],
  readers: [
    new PeriodicExportingMetricReader({
      exporter: new GuardedMetricExporter({
        guard,
        destinations: { operations: new OTLPMetricExporter(url('operations', 'metrics')) },
      }),
    }),
  ],
})
metrics.setGlobalMeterProvider(meterProvider)

const tracer = trace.getTracer('app', '1.0.0')
tracer.startActiveSpan('GET /tickets/:id', {}, ROOT_CONTEXT, (server) => {
  server.setAttributes({ 'http.route': '/tickets/:id', 'user.email': `${secret}@example.com` })
  tracer.startActiveSpan('SELECT tickets', (query) => {
    query.setAttribute('db.query.text', `SELECT * FROM tickets WHERE owner = '${secret}@example.com'`)
    query.recordException(new Error(`no ticket of ${secret}@example.com`))
    query.setStatus({ code: SpanStatusCode.ERROR, message: `${secret}@example.com` })
    query.end()
  })
  bindSubject(ada)
  logs.getLogger('app').emit({ severityNumber: 9, severityText: 'INFO', body: `mail from ${secret}@example.com` })
  server.end()
})
metrics.getMeter('app').createCounter('app.requests').add(1, { 'http.route': '/tickets/:id', 'user.id': secret })

await Promise.all([tracerProvider.forceFlush(), loggerProvider.forceFlush(), meterProvider.forceFlush()])
await Promise.all([tracerProvider.shutdown(), loggerProvider.shutdown(), meterProvider.shutdown()])
console.log(JSON.stringify(guard.counts()))
