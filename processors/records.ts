import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api'

/**
 * The shapes of finished telemetry, as far as the guard reads and writes them. They match `ReadableSpan`,
 * `ReadableLogRecord` and `ResourceMetrics` of the OpenTelemetry SDK 2.x and 3.x, without importing either.
 */
export interface ResourceRecord {
  readonly attributes: Attributes
  readonly schemaUrl?: string
  readonly asyncAttributesPending?: boolean
  waitForAsyncAttributes?(): Promise<void>
}

export interface ScopeRecord {
  readonly name: string
  readonly version?: string
  readonly schemaUrl?: string
  readonly attributes?: Attributes
  readonly droppedAttributesCount?: number
}

export interface EventRecord {
  readonly time: HrTime
  readonly name: string
  readonly attributes?: Attributes
  readonly droppedAttributesCount?: number
}

export interface SpanRecord {
  readonly name: string
  readonly kind: SpanKind
  readonly spanContext: () => SpanContext
  readonly parentSpanContext?: SpanContext
  readonly startTime: HrTime
  readonly endTime: HrTime
  readonly status: SpanStatus
  readonly attributes: Attributes
  readonly links: Link[]
  readonly events: EventRecord[]
  readonly duration: HrTime
  readonly ended: boolean
  readonly resource: ResourceRecord
  readonly instrumentationScope: ScopeRecord
  readonly droppedAttributesCount: number
  readonly droppedEventsCount: number
  readonly droppedLinksCount: number
}

export interface LogRecord {
  readonly hrTime: HrTime
  readonly hrTimeObserved: HrTime
  readonly spanContext?: SpanContext
  readonly severityText?: string
  readonly severityNumber?: number
  readonly body?: unknown
  readonly eventName?: string
  readonly resource: ResourceRecord
  readonly instrumentationScope: ScopeRecord
  readonly attributes: Attributes
  readonly droppedAttributesCount: number
}

export interface MetricBatch {
  readonly resource: ResourceRecord
  readonly scopeMetrics: readonly ScopeMetricsRecord[]
}

export interface ScopeMetricsRecord {
  readonly scope: ScopeRecord
  readonly metrics: readonly MetricRecord[]
}

export interface MetricRecord {
  readonly descriptor: {
    readonly name: string
    readonly description: string
    readonly unit: string
    readonly valueType: number
  }
  readonly aggregationTemporality: number
  readonly dataPointType: number
  readonly isMonotonic?: boolean
  readonly dataPoints: readonly DataPointRecord[]
}

export interface DataPointRecord {
  readonly startTime: HrTime
  readonly endTime: HrTime
  readonly attributes: Attributes
  readonly value: unknown
}
