// One arm of the guard bench in a process of its own: `node guard.mjs ARM SIGNAL`.
//   sdk      the SDK alone: batch processor, an exporter that forgets
//   naive    the same, and a processor that runs seven regular expressions over every string attribute and body
//   privity  the same, with the guard: stamp, judge, transform every carrier
import { context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { GuardedLogRecordExporter, GuardedSpanExporter } from 'privity/exporter'
import { defaultPolicy } from 'privity/policy'
import { createGuard, PrivacyLogRecordProcessor, PrivacySpanProcessor } from 'privity/processors'

const [arm, signal] = process.argv.slice(2)
const records = 60_000
// once the code is compiled: what a span costs for as long as a service runs
const laterRounds = 5
const batch = 512

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())

let exported = 0
const forgetting = {
  export(items, callback) {
    // reads what an exporter would read, so that a lazy copy could not cheat
    for (const item of items) exported += Object.keys(item.attributes).length > 0 ? 1 : 0
    callback({ code: 0 })
  },
  forceFlush: async () => {},
  shutdown: async () => {},
}

const patterns = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
  /\b\d{3}-\d{2}-\d{4}\b/g,
  /\b(?:\d[ -]?){13,16}\b/g,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/g,
  /\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b/g,
  /\+?\d{1,3}[ -]?\(?\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+\b/g,
]
const clean = (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, '***'), text)
const cleanAttributes = (attributes) => {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') attributes[key] = clean(value)
  }
}
const naive = {
  onStart() {},
  onEnd: (span) => cleanAttributes(span.attributes),
  onEmit(record) {
    cleanAttributes(record.attributes)
    if (typeof record.body === 'string') record.setBody(clean(record.body))
  },
  forceFlush: async () => {},
  shutdown: async () => {},
}

const guard =
  arm === 'privity' ? createGuard({ policy: defaultPolicy, key: 'bench:0123456789abcdef0123456789abcdef' }) : undefined
const own = {
  sdk: [],
  naive: [naive],
  privity: guard && [
    signal === 'spans' ? new PrivacySpanProcessor({ guard }) : new PrivacyLogRecordProcessor({ guard }),
  ],
}[arm]
const destinations = { operations: forgetting }
const exporter =
  guard === undefined
    ? forgetting
    : signal === 'spans'
      ? new GuardedSpanExporter({ guard, destinations })
      : new GuardedLogRecordExporter({ guard, destinations })
const resource = resourceFromAttributes({ 'service.name': 'bench', 'service.version': '1.2.3' })
const options = { exporter, maxQueueSize: 4 * batch, maxExportBatchSize: batch }
const batching = signal === 'spans' ? new BatchSpanProcessor(options) : new BatchLogRecordProcessor(options)

// A server span as instrumentation-http writes it: addresses, paths and user agents that differ from request to request.
function spanAttributes(index) {
  return {
    'http.request.method': 'GET',
    'url.scheme': 'http',
    'server.address': 'shop.example.com',
    'server.port': 443,
    'url.path': `/tickets/${index % 5_000}`,
    'url.query': `page=${index % 7}&q=printer`,
    'client.address': `203.0.113.${index % 250}`,
    'user_agent.original': `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/${120 + (index % 9)}.0.0.0 Safari/537.36`,
    'network.protocol.version': '1.1',
    'http.response.status_code': 200,
    'http.route': '/tickets/:id',
  }
}

function emitter() {
  if (signal === 'spans') {
    const tracer = new TracerProvider({ resource, spanProcessors: [...own, batching] }).getTracer('bench', '1.0.0')
    return (index) =>
      tracer
        .startSpan('GET /tickets/:id', { kind: SpanKind.SERVER, attributes: spanAttributes(index) }, ROOT_CONTEXT)
        .end()
  }
  const logger = new LoggerProvider({ resource, processors: [...own, batching] }).getLogger('bench', '1.0.0')
  return (index) =>
    logger.emit({
      severityNumber: 9,
      severityText: 'INFO',
      body: `ticket ${index % 5_000} was answered by agent ${index % 40} in ${index % 900} ms`,
      attributes: {
        'code.function.name': 'answerTicket',
        'http.route': '/tickets/:id',
        'app.queue': `queue-${index % 12}`,
      },
    })
}

const emit = emitter()
async function load(count) {
  for (let index = 0; index < count; index++) {
    emit(index)
    if (index % batch === batch - 1) await batching.forceFlush()
  }
  await batching.forceFlush()
  // an export that the batch processor began by itself is not waited for by its forceFlush
  await exporter.forceFlush()
}

await load(10_000)
async function microsPerRecord() {
  exported = 0
  const before = process.cpuUsage()
  await load(records)
  const { user, system } = process.cpuUsage(before)
  if (exported !== records) throw new Error(`${exported} of ${records} records arrived`)
  return (user + system) / records
}

const micros = await microsPerRecord()
const later = []
for (let round = 0; round < laterRounds; round++) later.push(await microsPerRecord())
process.send({ micros, least: Math.min(micros, ...later) })
trace.disable()
process.exit(0)
