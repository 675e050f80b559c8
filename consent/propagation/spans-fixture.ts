import { type Attributes, type Context, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'

/** A context in which an instrumentation has just begun a span, as the SDK has them. */
export function duringSpan(kind: SpanKind, attributes: Attributes, context: Context = ROOT_CONTEXT): Context {
  const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 })
  return trace.setSpan(context, Object.assign(span, { kind, attributes }))
}

/** During a request to `host:port`. */
export function towards(authority: string, context: Context = ROOT_CONTEXT): Context {
  const [host, port] = authority.split(':')
  const attributes = { 'server.address': host, 'server.port': Number(port), 'url.full': `http://${authority}/` }
  return duringSpan(SpanKind.CLIENT, attributes, context)
}
