import type { TextMapGetter } from '@opentelemetry/api'

/** Reads headers of all sorts: those of `fetch`, plain objects, lists of values; text, or bytes as in Kafka and AMQP. */
export const headerGetter: TextMapGetter<object> = {
  keys: (headers) => (headers instanceof Headers ? [...headers.keys()] : Object.keys(headers)),
  get(headers, key) {
    const value: unknown = headers instanceof Headers ? headers.get(key) : (headers as Record<string, unknown>)[key]
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (first instanceof Uint8Array) return Buffer.from(first).toString()
    return typeof first === 'string' ? first : undefined
  },
}
