import { type Attributes, type Span, SpanKind, type Tracer, type TracerProvider } from '@opentelemetry/api'

/**
 * Makes spans that are not sampled remember to whom they go. OpenTelemetry gives instrumentations an empty span for them;
 * then nobody could tell whether the headers of the request go to a friend or to a stranger, and baggage would get lost
 * with every trace that is not sampled.
 *
 * @returns the same provider
 */
export function rememberDestinations<P extends TracerProvider>(provider: P): P {
  const changed = new WeakSet<Tracer>()
  const { getTracer } = provider
  provider.getTracer = (...names) => {
    const tracer = getTracer.apply(provider, names)
    if (changed.has(tracer)) return tracer
    changed.add(tracer)
    const { startSpan } = tracer
    // startActiveSpan calls it as well
    tracer.startSpan = (name, options, context) => {
      const span = startSpan.call(tracer, name, options, context)
      const kind = options?.kind
      const outgoing = kind === SpanKind.CLIENT || kind === SpanKind.PRODUCER
      return outgoing && !span.isRecording() ? remembering(span, kind, options?.attributes) : span
    }
    return tracer
  }
  return provider
}

/** The same span with the two properties that a span of the SDK has. It is still not recorded. */
function remembering(span: Span, kind: SpanKind, attributes: Attributes | undefined): Span {
  const remembered: Attributes = { ...attributes }
  return Object.assign(span, {
    kind,
    attributes: remembered,
    setAttribute(key: string, value: Attributes[string]) {
      remembered[key] = value
      return span
    },
    setAttributes(added: Attributes) {
      Object.assign(remembered, added)
      return span
    },
  })
}
