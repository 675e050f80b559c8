import type { Attributes, HrTime, SpanContext } from '@opentelemetry/api'
import type { LogRecord, ResourceRecord, ScopeRecord } from '../records.ts'
import { transformAttributes, transformValue } from './attributes.ts'
import type { FlowTransform, RecordScope } from './flow-transform.ts'
import type { KeyDecision } from './key-decisions.ts'
import { remark } from './remarks.ts'
import { transformName, transformResource, transformScope } from './resource.ts'
import { transformSpanContext } from './span-context.ts'

/** A copy of a log record with what one flow may carry. */
export function transformLog(transform: FlowTransform, record: LogRecord, scope: RecordScope): LogRecord {
  return new LogCopy(transform, record, scope)
}

/** Every carrier of a log record is named here. A class for the reason that `SpanCopy` is one. */
class LogCopy implements LogRecord {
  readonly hrTime: HrTime
  readonly hrTimeObserved: HrTime
  readonly spanContext: SpanContext | undefined
  readonly severityNumber: number | undefined
  readonly severityText: string | undefined
  readonly body: unknown
  readonly eventName: string | undefined
  readonly attributes: Attributes
  readonly resource: ResourceRecord
  readonly instrumentationScope: ScopeRecord
  readonly droppedAttributesCount: number

  constructor(transform: FlowTransform, record: LogRecord, scope: RecordScope) {
    this.hrTime = record.hrTime
    this.hrTimeObserved = record.hrTimeObserved
    this.spanContext = record.spanContext && transformSpanContext(transform, record.spanContext, scope)
    this.severityNumber = record.severityNumber
    this.severityText = severityText(record.severityText)
    this.body = transformBody(transform, record.body, scope)
    this.eventName = record.eventName === undefined ? undefined : transformName(transform, record.eventName, scope)
    this.attributes = transformAttributes(transform, record.attributes, scope, 'attributes')
    this.resource = transformResource(transform, record.resource)
    this.instrumentationScope = transformScope(transform, record.instrumentationScope)
    this.droppedAttributesCount = record.droppedAttributesCount
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
  key: '',
  accepted: '',
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
