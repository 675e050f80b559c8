import type { LogRecord } from '../records.ts'
import { transformAttributes, transformValue } from './attributes.ts'
import type { FlowTransform, KeyDecision, RecordScope } from './flow-transform.ts'
import { remark } from './remarks.ts'
import { transformName, transformResource, transformScope } from './resource.ts'
import { transformSpanContext } from './span-context.ts'

/** A copy of a log record with what one flow may carry: every carrier of it is named here. */
export function transformLog(transform: FlowTransform, record: LogRecord, scope: RecordScope): LogRecord {
  return {
    hrTime: record.hrTime,
    hrTimeObserved: record.hrTimeObserved,
    spanContext: record.spanContext && transformSpanContext(transform, record.spanContext, scope),
    severityNumber: record.severityNumber,
    severityText: severityText(record.severityText),
    body: transformBody(transform, record.body, scope),
    eventName: record.eventName === undefined ? undefined : transformName(transform, record.eventName, scope),
    attributes: transformAttributes(transform, record.attributes, scope, 'attributes'),
    resource: transformResource(transform, record.resource),
    instrumentationScope: transformScope(transform, record.instrumentationScope),
    droppedAttributesCount: record.droppedAttributesCount,
  }
}

/** A body is content whatever it holds: a text, or a structure whose keys are judged one by one. */
function transformBody(transform: FlowTransform, body: unknown, scope: RecordScope): unknown {
  if (body === undefined || body === null) return undefined
  if (!transform.flow.accepts.includes('content')) {
    remark(scope, 'body', 'class/content', 'remove')
    return undefined
  }
  return transformValue(transform, '', bodyDecision, body, scope, 'body', 0)
}

const bodyDecision: KeyDecision = {
  action: 'scan',
  class: 'content',
  reason: 'the flow accepts content',
  classification: { class: 'content', rule: 'log body' },
  keyIsClean: true,
  remark: 'class/content',
}

/** The level's name in the logging library. The number says the same by convention, so an unknown name is no loss. */
function severityText(text: string | undefined): string | undefined {
  return typeof text === 'string' && severityNames.has(text.toLowerCase()) ? text : undefined
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal']
const severityNames = new Set([
  ...levels.flatMap((level) => [level, `${level}2`, `${level}3`, `${level}4`]),
  ...['log', 'http', 'silly', 'verbose', 'notice', 'warning', 'err', 'crit', 'critical', 'alert', 'emerg', 'emergency'],
])
