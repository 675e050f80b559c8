import type { Message } from './protobuf-reader.ts'

export type OtlpSignal = 'traces' | 'logs' | 'metrics'

/** What all received records have. Attributes are plain values: maps are objects, integers are numbers. */
interface Received {
  /** The path before `/v1/`: several flows can share a receiver. */
  readonly prefix: string
  readonly resource: Attributes
  readonly scope: { readonly name: string; readonly version: string; readonly attributes: Attributes }
}

type Attributes = Readonly<Record<string, unknown>>

export interface ReceivedSpan extends Received {
  readonly name: string
  /** OTLP's number: 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number
  readonly traceId: string
  readonly spanId: string
  /** Empty without a parent. */
  readonly parentSpanId: string
  readonly traceState: string
  readonly startNanos: bigint
  readonly endNanos: bigint
  readonly status: { readonly code: number; readonly message: string }
  readonly attributes: Attributes
  readonly events: readonly { readonly name: string; readonly attributes: Attributes }[]
  readonly links: readonly ReceivedLink[]
}

export interface ReceivedLink {
  readonly traceId: string
  readonly spanId: string
  readonly traceState: string
  readonly attributes: Attributes
}

export interface ReceivedLog extends Received {
  readonly timeNanos: bigint
  readonly body: unknown
  readonly severityNumber: number
  readonly severityText: string
  readonly eventName: string
  readonly traceId: string
  readonly spanId: string
  readonly attributes: Attributes
}

export interface ReceivedMetric extends Received {
  readonly name: string
  readonly description: string
  readonly unit: string
  readonly type: 'gauge' | 'sum' | 'histogram' | 'exponentialHistogram' | 'summary'
  /** OTLP's number: 1 delta, 2 cumulative; 0 where it does not apply. */
  readonly temporality: number
  readonly monotonic: boolean
  /** `value` is the sum where the type has a count. */
  readonly points: readonly { readonly attributes: Attributes; readonly value: number; readonly count: number }[]
}

export function readSpans(prefix: string, request: Message): ReceivedSpan[] {
  return records(prefix, request, 'resourceSpans', 'scopeSpans', 'spans', (span, received) => ({
    ...received,
    name: text(span, 'name'),
    kind: kinds.get(span.kind) ?? number(span, 'kind'),
    traceId: text(span, 'traceId'),
    spanId: text(span, 'spanId'),
    parentSpanId: text(span, 'parentSpanId'),
    traceState: text(span, 'traceState'),
    startNanos: BigInt(text(span, 'startTimeUnixNano') || 0),
    endNanos: BigInt(text(span, 'endTimeUnixNano') || 0),
    status: { code: number(child(span, 'status'), 'code'), message: text(child(span, 'status'), 'message') },
    attributes: attributes(span.attributes),
    events: children(span, 'events').map((event) => ({
      name: text(event, 'name'),
      attributes: attributes(event.attributes),
    })),
    links: children(span, 'links').map((link) => ({
      traceId: text(link, 'traceId'),
      spanId: text(link, 'spanId'),
      traceState: text(link, 'traceState'),
      attributes: attributes(link.attributes),
    })),
  }))
}

export function readLogs(prefix: string, request: Message): ReceivedLog[] {
  return records(prefix, request, 'resourceLogs', 'scopeLogs', 'logRecords', (log, received) => ({
    ...received,
    timeNanos: BigInt(text(log, 'timeUnixNano') || 0),
    body: plain(log.body),
    severityNumber: number(log, 'severityNumber'),
    severityText: text(log, 'severityText'),
    eventName: text(log, 'eventName'),
    traceId: text(log, 'traceId'),
    spanId: text(log, 'spanId'),
    attributes: attributes(log.attributes),
  }))
}

export function readMetrics(prefix: string, request: Message): ReceivedMetric[] {
  return records(prefix, request, 'resourceMetrics', 'scopeMetrics', 'metrics', (metric, received) => {
    const type = metricTypes.find((candidate) => metric[candidate] !== undefined) ?? 'gauge'
    return {
      ...received,
      name: text(metric, 'name'),
      description: text(metric, 'description'),
      unit: text(metric, 'unit'),
      type,
      temporality:
        temporalities.get(child(metric, type).aggregationTemporality) ??
        number(child(metric, type), 'aggregationTemporality'),
      monotonic: child(metric, type).isMonotonic === true,
      points: children(child(metric, type), 'dataPoints').map((point) => ({
        attributes: attributes(point.attributes),
        value: Number(point.asInt ?? point.asDouble ?? point.sum ?? 0),
        count: number(point, 'count'),
      })),
    }
  })
}

const metricTypes = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'] as const
/** OTLP/JSON may write enumerations by name. */
const kindNames = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER']
const kinds = new Map<unknown, number>(kindNames.map((name, kind) => [`SPAN_KIND_${name}`, kind]))
const temporalityNames = ['UNSPECIFIED', 'DELTA', 'CUMULATIVE']
const temporalities = new Map<unknown, number>(
  temporalityNames.map((name, temporality) => [`AGGREGATION_TEMPORALITY_${name}`, temporality]),
)

function records<R>(
  prefix: string,
  request: Message,
  resourceName: string,
  scopeName: string,
  recordName: string,
  read: (record: Message, received: Received) => R,
): R[] {
  return children(request, resourceName).flatMap((resourced) =>
    children(resourced, scopeName).flatMap((scoped) => {
      const scope = child(scoped, 'scope')
      const received = {
        prefix,
        resource: attributes(child(resourced, 'resource').attributes),
        scope: { name: text(scope, 'name'), version: text(scope, 'version'), attributes: attributes(scope.attributes) },
      }
      return children(scoped, recordName).map((record) => read(record, received))
    }),
  )
}

// Both encodings leave out what has its default value.

function text(message: Message, name: string): string {
  return String(message[name] ?? '')
}

function number(message: Message, name: string): number {
  return Number(message[name] ?? 0)
}

function child(message: Message, name: string): Message {
  return (message[name] ?? {}) as Message
}

function children(message: Message, name: string): Message[] {
  return (message[name] ?? []) as Message[]
}

function attributes(pairs: unknown): Attributes {
  return Object.fromEntries(((pairs ?? []) as Message[]).map((pair) => [text(pair, 'key'), plain(pair.value)]))
}

/** An OTLP `AnyValue` as a plain value. */
function plain(anyValue: unknown): unknown {
  const value = (anyValue ?? {}) as Message
  if (value.intValue !== undefined) return Number(value.intValue)
  if (value.doubleValue !== undefined) return Number(value.doubleValue)
  if (value.arrayValue !== undefined) return children(child(value, 'arrayValue'), 'values').map(plain)
  if (value.kvlistValue !== undefined) return attributes(child(value, 'kvlistValue').values)
  // base64 in JSON, bytes in protobuf
  if (typeof value.bytesValue === 'string') return new Uint8Array(Buffer.from(value.bytesValue, 'base64'))
  return value.stringValue ?? value.boolValue ?? value.bytesValue
}
