/** Attributes of one carrier as plain values; `asOtlp` makes OTLP/JSON of them. */
export type Sample = Readonly<Record<string, unknown>>

/** What one record carries, carrier by carrier. What is absent is empty. */
export interface RecordSample {
  readonly verdict?: Sample
  readonly attributes?: Sample
  readonly resource?: Sample
  readonly scope?: Sample
  /** Of events, data points and exemplars. */
  readonly inner?: Sample
  /** The text of a carrier of that kind; `name` for all names. */
  readonly text?: (carrier: string) => string
  /** The name of a span, an event of a log, a metric. */
  readonly name?: string
  readonly links?: boolean
}

export type SampleSignal = 'traces' | 'logs' | 'metrics'

/** An export request in OTLP/JSON with one record of each kind of `signal`. Metrics carry their verdict on the resource. */
export function exportRequest(signal: SampleSignal, sample: RecordSample): unknown {
  const text = sample.text ?? (() => '')
  const verdictOnResource = signal === 'metrics'
  const resource = {
    attributes: asOtlp({ ...sample.resource, ...(verdictOnResource && sample.verdict) }),
  }
  const scope = { name: text('scope name'), version: text('scope version'), attributes: asOtlp(sample.scope ?? {}) }
  const schemaUrl = text('schema url')
  const scoped = (records: object) => [{ scope, schemaUrl, ...records }]
  if (signal === 'traces')
    return { resourceSpans: [{ resource, schemaUrl, scopeSpans: scoped({ spans: [span(sample, text)] }) }] }
  if (signal === 'logs')
    return { resourceLogs: [{ resource, schemaUrl, scopeLogs: scoped({ logRecords: [log(sample, text)] }) }] }
  return { resourceMetrics: [{ resource, schemaUrl, scopeMetrics: scoped({ metrics: metrics(sample, text) }) }] }
}

const traceId = '5b8efff798038103d269b633813fc60c'
const spanId = 'eee19b7ec3c1b174'
const time = { startTimeUnixNano: '1764000000000000000', timeUnixNano: '1764000001000000000' }

type Text = (carrier: string) => string

function span(sample: RecordSample, text: Text): object {
  const inner = asOtlp(sample.inner ?? {})
  return {
    traceId,
    spanId,
    name: sample.name ?? text('span name'),
    kind: 2,
    traceState: text('trace state') && `vendor=${text('trace state')}`,
    startTimeUnixNano: time.startTimeUnixNano,
    endTimeUnixNano: time.timeUnixNano,
    attributes: asOtlp({ ...sample.attributes, ...sample.verdict }),
    events: [{ timeUnixNano: time.timeUnixNano, name: text('event name'), attributes: inner }],
    links: sample.links ? [{ traceId, spanId, traceState: `a=${text('link state')}`, attributes: inner }] : [],
    status: { code: 2, message: text('status message') },
  }
}

function log(sample: RecordSample, text: Text): object {
  return {
    traceId,
    spanId,
    timeUnixNano: time.timeUnixNano,
    severityNumber: 9,
    severityText: text('severity'),
    eventName: sample.name ?? text('event name'),
    body: asValue({ text: text('log body'), nested: [{ ...sample.inner }], list: [text('log body')] }),
    attributes: asOtlp({ ...sample.attributes, ...sample.verdict }),
  }
}

function metrics(sample: RecordSample, text: Text): object[] {
  const inner = asOtlp(sample.inner ?? {})
  const exemplars = [{ ...time, asDouble: 1, filteredAttributes: inner, traceId, spanId }]
  const point = { ...time, attributes: inner, exemplars }
  const buckets = { offset: 0, bucketCounts: ['1'] }
  const shared = {
    name: sample.name ?? text('metric name'),
    description: text('metric description'),
    unit: text('metric unit'),
    metadata: inner,
  }
  return [
    { ...shared, gauge: { dataPoints: [{ ...point, asDouble: 1 }] } },
    { ...shared, sum: { aggregationTemporality: 2, isMonotonic: true, dataPoints: [{ ...point, asInt: '1' }] } },
    {
      ...shared,
      histogram: {
        aggregationTemporality: 2,
        dataPoints: [{ ...point, count: '1', sum: 1, bucketCounts: ['1', '0'], explicitBounds: [5] }],
      },
    },
    {
      ...shared,
      exponentialHistogram: {
        aggregationTemporality: 2,
        dataPoints: [{ ...point, count: '1', sum: 1, scale: 1, zeroCount: '0', positive: buckets, negative: buckets }],
      },
    },
    { ...shared, summary: { dataPoints: [{ ...time, attributes: inner, count: '1', sum: 1 }] } },
  ]
}

/** Attributes as OTLP/JSON writes them. Whole numbers are integers. */
function asOtlp(attributes: Sample): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: asValue(value) }))
}

function asValue(value: unknown): object {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: `${value}` } : { doubleValue: value }
  if (Array.isArray(value)) return { arrayValue: { values: value.map(asValue) } }
  return { kvlistValue: { values: asOtlp(value as Sample) } }
}
