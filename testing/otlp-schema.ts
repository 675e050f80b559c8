import type { Field, FieldType, MessageType } from './protobuf-reader.ts'

/**
 * The messages of OTLP 1.x by field number, with the names that OTLP/JSON uses, so that both encodings read alike.
 *
 * @see https://github.com/open-telemetry/opentelemetry-proto
 */
const message = (fields: () => Record<number, Field>): MessageType => ({ fields })
const one = (name: string, type: FieldType): Field => ({ name, type })
const many = (name: string, type: FieldType): Field => ({ name, type, repeated: true })

const anyValue: MessageType = message(() => ({
  1: one('stringValue', 'string'),
  2: one('boolValue', 'bool'),
  3: one('intValue', 'sint64'),
  4: one('doubleValue', 'double'),
  5: one('arrayValue', arrayValue),
  6: one('kvlistValue', keyValueList),
  7: one('bytesValue', 'bytes'),
}))
const arrayValue = message(() => ({ 1: many('values', anyValue) }))
const keyValue = message(() => ({ 1: one('key', 'string'), 2: one('value', anyValue) }))
const keyValueList = message(() => ({ 1: many('values', keyValue) }))

const resource = message(() => ({ 1: many('attributes', keyValue), 2: one('droppedAttributesCount', 'uint') }))
const scope = message(() => ({
  1: one('name', 'string'),
  2: one('version', 'string'),
  3: many('attributes', keyValue),
  4: one('droppedAttributesCount', 'uint'),
}))

/** `ResourceSpans`, `ResourceLogs` and `ResourceMetrics` differ in names only. */
function request(resourceName: string, scopeName: string, recordName: string, record: MessageType): MessageType {
  const scoped = message(() => ({ 1: one('scope', scope), 2: many(recordName, record), 3: one('schemaUrl', 'string') }))
  const resourced = message(() => ({
    1: one('resource', resource),
    2: many(scopeName, scoped),
    3: one('schemaUrl', 'string'),
  }))
  return message(() => ({ 1: many(resourceName, resourced) }))
}

const event = message(() => ({
  1: one('timeUnixNano', 'fixed64'),
  2: one('name', 'string'),
  3: many('attributes', keyValue),
  4: one('droppedAttributesCount', 'uint'),
}))
const link = message(() => ({
  1: one('traceId', 'hex'),
  2: one('spanId', 'hex'),
  3: one('traceState', 'string'),
  4: many('attributes', keyValue),
  5: one('droppedAttributesCount', 'uint'),
  6: one('flags', 'fixed32'),
}))
const span = message(() => ({
  1: one('traceId', 'hex'),
  2: one('spanId', 'hex'),
  3: one('traceState', 'string'),
  4: one('parentSpanId', 'hex'),
  5: one('name', 'string'),
  6: one('kind', 'uint'),
  7: one('startTimeUnixNano', 'fixed64'),
  8: one('endTimeUnixNano', 'fixed64'),
  9: many('attributes', keyValue),
  10: one('droppedAttributesCount', 'uint'),
  11: many('events', event),
  12: one('droppedEventsCount', 'uint'),
  13: many('links', link),
  14: one('droppedLinksCount', 'uint'),
  15: one(
    'status',
    message(() => ({ 2: one('message', 'string'), 3: one('code', 'uint') })),
  ),
  16: one('flags', 'fixed32'),
}))

const logRecord = message(() => ({
  1: one('timeUnixNano', 'fixed64'),
  2: one('severityNumber', 'uint'),
  3: one('severityText', 'string'),
  5: one('body', anyValue),
  6: many('attributes', keyValue),
  7: one('droppedAttributesCount', 'uint'),
  8: one('flags', 'fixed32'),
  9: one('traceId', 'hex'),
  10: one('spanId', 'hex'),
  11: one('observedTimeUnixNano', 'fixed64'),
  12: one('eventName', 'string'),
}))

const exemplar = message(() => ({
  2: one('timeUnixNano', 'fixed64'),
  3: one('asDouble', 'double'),
  4: one('spanId', 'hex'),
  5: one('traceId', 'hex'),
  6: one('asInt', 'sfixed64'),
  7: many('filteredAttributes', keyValue),
}))
const times = { 2: one('startTimeUnixNano', 'fixed64'), 3: one('timeUnixNano', 'fixed64') }
const numberPoint = message(() => ({
  ...times,
  4: one('asDouble', 'double'),
  5: many('exemplars', exemplar),
  6: one('asInt', 'sfixed64'),
  7: many('attributes', keyValue),
  8: one('flags', 'uint'),
}))
const histogramPoint = message(() => ({
  ...times,
  4: one('count', 'fixed64'),
  5: one('sum', 'double'),
  6: many('bucketCounts', 'fixed64'),
  7: many('explicitBounds', 'double'),
  8: many('exemplars', exemplar),
  9: many('attributes', keyValue),
  10: one('flags', 'uint'),
  11: one('min', 'double'),
  12: one('max', 'double'),
}))
const buckets = message(() => ({ 1: one('offset', 'zigzag'), 2: many('bucketCounts', 'uint64') }))
const exponentialPoint = message(() => ({
  1: many('attributes', keyValue),
  ...times,
  4: one('count', 'fixed64'),
  5: one('sum', 'double'),
  6: one('scale', 'zigzag'),
  7: one('zeroCount', 'fixed64'),
  8: one('positive', buckets),
  9: one('negative', buckets),
  10: one('flags', 'uint'),
  11: many('exemplars', exemplar),
  12: one('min', 'double'),
  13: one('max', 'double'),
  14: one('zeroThreshold', 'double'),
}))
const quantile = message(() => ({ 1: one('quantile', 'double'), 2: one('value', 'double') }))
const summaryPoint = message(() => ({
  ...times,
  4: one('count', 'fixed64'),
  5: one('sum', 'double'),
  6: many('quantileValues', quantile),
  7: many('attributes', keyValue),
  8: one('flags', 'uint'),
}))
const points = (point: MessageType): MessageType =>
  message(() => ({
    1: many('dataPoints', point),
    2: one('aggregationTemporality', 'uint'),
    3: one('isMonotonic', 'bool'),
  }))
const metric = message(() => ({
  1: one('name', 'string'),
  2: one('description', 'string'),
  3: one('unit', 'string'),
  5: one('gauge', points(numberPoint)),
  7: one('sum', points(numberPoint)),
  9: one('histogram', points(histogramPoint)),
  10: one('exponentialHistogram', points(exponentialPoint)),
  11: one('summary', points(summaryPoint)),
  12: many('metadata', keyValue),
}))

export const otlpRequests = {
  traces: request('resourceSpans', 'scopeSpans', 'spans', span),
  logs: request('resourceLogs', 'scopeLogs', 'logRecords', logRecord),
  metrics: request('resourceMetrics', 'scopeMetrics', 'metrics', metric),
} as const
