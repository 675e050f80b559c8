import type { Link, SpanStatus } from '@opentelemetry/api'
import type { EventRecord, SpanRecord } from '../records.ts'
import { transformAttributes } from './attributes.ts'
import type { FlowTransform, RecordScope } from './flow-transform.ts'
import { remark } from './remarks.ts'
import { transformName, transformResource, transformScope } from './resource.ts'
import { transformSpanContext } from './span-context.ts'
import { redactText } from './text.ts'

/** A copy of a span with what one flow may carry: every carrier of it is named here. */
export function transformSpan(transform: FlowTransform, span: SpanRecord, scope: RecordScope): SpanRecord {
  const spanContext = transformSpanContext(transform, span.spanContext(), scope)
  const parent = span.parentSpanContext
  return {
    name: transformName(transform, span.name, scope),
    kind: span.kind,
    spanContext: () => spanContext,
    parentSpanContext: parent && transformSpanContext(transform, parent, scope),
    startTime: span.startTime,
    endTime: span.endTime,
    duration: span.duration,
    ended: span.ended,
    status: transformStatus(transform, span.status, scope),
    attributes: transformAttributes(transform, span.attributes, scope, 'attributes'),
    links: transformLinks(transform, span.links, scope),
    events: transformEvents(transform, span.events, scope),
    resource: transformResource(transform, span.resource),
    instrumentationScope: transformScope(transform, span.instrumentationScope),
    droppedAttributesCount: span.droppedAttributesCount,
    droppedEventsCount: span.droppedEventsCount,
    droppedLinksCount: span.droppedLinksCount,
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
