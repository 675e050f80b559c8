import { context, createContextKey } from '@opentelemetry/api'

/** What `suppressTracing` of `@opentelemetry/core` sets, in 2.x and 3.x: a key is the same wherever it is made. */
const suppressed = createContextKey('OpenTelemetry SDK Context Key SUPPRESS_TRACING')

/**
 * Runs `fn` so that no instrumentation makes a span of what it does. The requests of an exporter would be exported in
 * turn, without end: the SDK's processors see to it when they export, but not when they or others flush. And what the guard
 * asks of a consent source is no part of the application's work, whichever request it happens to be asked in.
 */
export function untraced<T>(fn: () => T): T {
  return context.with(context.active().setValue(suppressed, true), fn)
}
