import type { Context, SpanContext } from '@opentelemetry/api'
import type { ConsentSource, ConsentState } from '../../consent/consent-source.ts'
import { readConsent } from '../../consent/read-consent.ts'
import type { LogRecord, SpanRecord } from '../records.ts'
import { bindingOfContext, createBinding, type SubjectBinding, setBindingOfSpan } from './subject-binding.ts'

/** What is pinned to a record when it begins. Kept beside the record, never in it. */
export interface Stamp {
  readonly binding: SubjectBinding
  /** The grants at capture, where the subject and their answer were known by then. */
  readonly consent: ConsentState | undefined
  /** The record opened its binding: when it ends, the subject will not become known any more. */
  readonly root: boolean
}

/**
 * Pins the present subject and their consent to records. Keyed weakly by the objects that an SDK hands through
 * unchanged: the span context of a span, and the log record itself.
 */
export function createStamps(source: ConsentSource) {
  const ofSpanContext = new WeakMap<SpanContext, Stamp>()
  const ofLogRecord = new WeakMap<LogRecord, Stamp>()

  const stamp = (binding: SubjectBinding, root: boolean): Stamp => ({
    binding,
    consent: binding.subject && readConsent(source, binding.subject),
    root,
  })

  const ofSpan = (span: SpanRecord): Stamp | undefined => ofSpanContext.get(span.spanContext())
  const ofLog = (record: LogRecord): Stamp | undefined =>
    ofLogRecord.get(record) ?? (record.spanContext && ofSpanContext.get(record.spanContext))

  return {
    stampSpan(span: SpanRecord, context: Context): void {
      const inherited = bindingOfContext(context)
      const made = stamp(inherited ?? createBinding(), inherited === undefined)
      ofSpanContext.set(span.spanContext(), made)
      setBindingOfSpan(span.spanContext(), made.binding)
    },
    stampLog(record: LogRecord, context: Context | undefined): void {
      const binding = context && bindingOfContext(context)
      if (binding !== undefined) ofLogRecord.set(record, stamp(binding, false))
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

export type Stamps = ReturnType<typeof createStamps>
