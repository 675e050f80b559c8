import type { ReceivedSpan } from '../../testing/received.ts'

/** What is worth comparing in the trace of one request. */
export interface Trace {
  /** How many spans say that they serve the request. */
  readonly servers: number
  /** `http.route` of that span or of the framework's own server span. */
  readonly route: unknown
  /** What made the client spans that descend from it without a gap; of the database only the queries count. */
  readonly clients: readonly string[]
  /** The spans of the trace whose parent is not there. */
  readonly orphans: readonly string[]
}

const serverKind = 2
const clientKind = 3

/** @param caller the span id that the request was sent with */
export function traceOf(spans: readonly ReceivedSpan[], traceId: string, caller: string): Trace {
  const trace = spans.filter((span) => span.traceId === traceId)
  const byId = new Map(trace.map((span) => [span.spanId, span]))
  // Next.js makes server spans of its own, below that of HTTP
  const servers = trace.filter((span) => span.kind === serverKind && span.parentSpanId === caller)
  const descends = (span: ReceivedSpan | undefined): boolean =>
    span !== undefined && (servers.includes(span) || descends(byId.get(span.parentSpanId)))
  const clients = trace.filter((span) => span.kind === clientKind && descends(span) && !isConnect(span))
  return {
    servers: servers.length,
    route: trace.find((span) => span.kind === serverKind && 'http.route' in span.attributes)?.attributes['http.route'],
    clients: [...new Set(clients.map(instrumentationOf))].sort(),
    orphans: trace.filter((span) => !descends(span)).map((span) => `${instrumentationOf(span)}: ${span.name}`),
  }
}

function isConnect(span: ReceivedSpan): boolean {
  return span.name === 'pg.connect' || span.name === 'pg-pool.connect'
}

function instrumentationOf(span: ReceivedSpan): string {
  return span.scope.name.replace('@opentelemetry/instrumentation-', '')
}
