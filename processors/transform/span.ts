import type { Attributes, HrTime, Link, SpanContext, SpanKind, SpanStatus } from '@opentelemetry/api'
import type { EventRecord, ResourceRecord, ScopeRecord, SpanRecord } from '../records.ts'
import { transformAttributes } from './attributes.ts'
import type { FlowTransform, RecordScope } from './flow-transform.ts'
import { remark } from './remarks.ts'
import { transformName, transformResource, transformScope } from './resource.ts'
import { transformSpanContext } from './span-context.ts'
import { redactText } from './text.ts'

/** A copy of a span with what one flow may carry. */
export function transformSpan(transform: FlowTransform, span: SpanRecord, scope: RecordScope): SpanRecord {
  return new SpanCopy(transform, span, scope)
}

/**
 * Every carrier of a span is named here. A class, because V8 moves the object literals that outlived its first
 * collections to the old generation from then on, and all that they refer to with them; what a constructor makes stays
 * young, and goes with its batch.
 */
class SpanCopy implements SpanRecord {
  readonly #context: SpanContext
  readonly name: string
  readonly kind: SpanKind
  readonly parentSpanContext: SpanContext | undefined
  readonly startTime: HrTime
  readonly endTime: HrTime
  readonly duration: HrTime
  readonly ended: boolean
  readonly status: SpanStatus
  readonly attributes: Attributes
  readonly links: Link[]
  readonly events: EventRecord[]
  readonly resource: ResourceRecord
  readonly instrumentationScope: ScopeRecord
  readonly droppedAttributesCount: number
  readonly droppedEventsCount: number
  readonly droppedLinksCount: number

  constructor(transform: FlowTransform, span: SpanRecord, scope: RecordScope) {
    const parent = span.parentSpanContext
    this.#context = transformSpanContext(transform, span.spanContext(), scope)
    this.name = transformName(transform, span.name, scope)
    this.kind = span.kind
    this.parentSpanContext = parent && transformSpanContext(transform, parent, scope)
    this.startTime = span.startTime
    this.endTime = span.endTime
    this.duration = span.duration
    this.ended = span.ended
    this.status = transformStatus(transform, span.status, scope)
    this.attributes = transformAttributes(transform, span.attributes, scope, 'attributes')
    this.links = transformLinks(transform, span.links, scope)
    this.events = transformEvents(transform, span.events, scope)
    this.resource = transformResource(transform, span.resource)
    this.instrumentationScope = transformScope(transform, span.instrumentationScope)
    this.droppedAttributesCount = span.droppedAttributesCount
    this.droppedEventsCount = span.droppedEventsCount
    this.droppedLinksCount = span.droppedLinksCount
  }

  spanContext(): SpanContext {
    return this.#context
  }
}

function transformStatus(transform: FlowTransform, status: SpanStatus, scope: RecordScope): SpanStatus {
  if (status.message === undefined || status.message === '') return { code: status.code }
  if (!transform.flow.accepts.includes('content')) {
    remark(scope, 'status', 'class/content', 'remove')
    return { code: status.code }
  }
  return { code: status.code, message: redactText(transform, String(status.message), scope, 'status') }
}

function transformEvents(transform: FlowTransform, events: readonly EventRecord[], scope: RecordScope): EventRecord[] {
  if (events.length === 0) return []
  if (events.length > transform.limits.events) remark(scope, 'events', 'limit/events', 'cut')
  return events.slice(0, transform.limits.events).map((event) => ({
    time: event.time,
    name: transformName(transform, event.name, scope),
    attributes: transformAttributes(transform, event.attributes, scope, 'events'),
    droppedAttributesCount: event.droppedAttributesCount,
  }))
}

function transformLinks(transform: FlowTransform, links: readonly Link[], scope: RecordScope): Link[] {
  if (links.length === 0) return []
  if (links.length > transform.limits.events) remark(scope, 'links', 'limit/links', 'cut')
  return links.slice(0, transform.limits.events).map((link) => ({
    context: transformSpanContext(transform, link.context, scope),
    attributes: transformAttributes(transform, link.attributes, scope, 'links'),
    droppedAttributesCount: link.droppedAttributesCount,
  }))
}
