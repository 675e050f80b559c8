import type { ReceivedSpan } from '../../testing/received.ts'

/** What is worth comparing in the trace of one request. */
export interface Trace {
  /** How many spans say that they serve the request. */
  readonly servers: number
  /** `http.route` of the span that does. */
  readonly route: unknown
  /** The instrumentations whose client spans descend from it, and descend without a gap. */
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
  const clients = trace.filter((span) => span.kind === clientKind && descends(span)).map(instrumentationOf)
  return {
    servers: servers.length,
    route: servers[0]?.attributes['http.route'],
    clients: [...new Set(clients)].sort(),
    orphans: trace.filter((span) => !descends(span)).map((span) => `${instrumentationOf(span)}: ${span.name}`),
  }
}

function instrumentationOf(span: ReceivedSpan): string {
  return span.scope.name.replace('@opentelemetry/instrumentation-', '')
}
