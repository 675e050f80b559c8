import type { Context } from '@opentelemetry/api'
import type { ConsentSource } from '../../consent/consent-source.ts'
import { readConsent } from '../../consent/read-consent.ts'
import type { LogRecord, SpanRecord } from '../records.ts'
import { isStamped, type Stamp, setStamp, stampOf } from './stamp.ts'
import { bindingOfContext, createBinding, type SubjectBinding } from './subject-binding.ts'

/**
 * Pins the present subject and their consent to records. The stamps sit on the objects that an SDK hands
 * through unchanged: the context of a span, which the span, its read-only view and its copies share, and the log record.
 */
export function createStamps(source: ConsentSource) {
  const stamp = (binding: SubjectBinding, root: boolean): Stamp => ({
    binding,
    consent: binding.subject && readConsent(source, binding.subject),
    root,
  })

  const ofSpan = (span: SpanRecord): Stamp | undefined => stampOf(span.spanContext())
  const ofLog = (record: LogRecord): Stamp | undefined => stampOf(record) ?? stampOf(record.spanContext)

  return {
    stampSpan(span: SpanRecord, context: Context): void {
      const spanContext = span.spanContext()
      // two processors of ours in one set-up: the second must not open the request anew
      if (isStamped(spanContext)) return
      const inherited = bindingOfContext(context)
      setStamp(spanContext, stamp(inherited ?? createBinding(), inherited === undefined))
    },
    stampLog(record: LogRecord, context: Context | undefined): void {
      const binding = context && bindingOfContext(context)
      if (binding !== undefined && !isStamped(record)) setStamp(record, stamp(binding, false))
    },
    endSpan(span: SpanRecord): void {
      const ended = ofSpan(span)
      if (ended?.root === true) ended.binding.open = false
    },
    ofSpan,
    ofLog,
    ofRecord: (record: SpanRecord | LogRecord): Stamp | undefined =>
      typeof record.spanContext === 'function' ? ofSpan(record as SpanRecord) : ofLog(record as LogRecord),
    /** The stamp that a record beginning in `context` would get. */
    inContext(context: Context): Stamp | undefined {
      const binding = bindingOfContext(context)
      return binding && stamp(binding, false)
    },
  }
}
