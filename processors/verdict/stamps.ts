import type { Context } from '@opentelemetry/api'
import type { ConsentSource } from '../../consent/consent-source.ts'
import { carriedConsent } from '../../consent/propagation/carried-consent.ts'
import type { PresentConsent } from '../../consent/propagation/present-consent.ts'
import type { LogRecord, SpanRecord } from '../records.ts'
import { consentOf, consentsOf } from './consent-of.ts'
import { isStamped, type Stamp, setStamp, stampOf } from './stamp.ts'
import { bindingOfContext, openBinding, type SubjectBinding } from './subject-binding.ts'

/**
 * Pins the present subject and their consent to records. The stamps sit on the objects that an SDK hands
 * through unchanged: the context of a span, which the span, its read-only view and its copies share, and the log record.
 */
export function createStamps(source: ConsentSource) {
  const stamp = (binding: SubjectBinding, root: boolean): Stamp => ({
    binding,
    consent: consentsOf(source, binding),
    root,
  })

  // without a span that is recorded, what came with the request is all that is known
  const bindingIn = (context: Context): SubjectBinding | undefined =>
    bindingOfContext(context) ?? (carriedConsent(context) && openBinding(context))

  const ofSpan = (span: SpanRecord): Stamp | undefined => stampOf(span.spanContext())
  const ofLog = (record: LogRecord): Stamp | undefined => stampOf(record) ?? stampOf(record.spanContext)

  return {
    stampSpan(span: SpanRecord, context: Context): void {
      const spanContext = span.spanContext()
      // two processors of ours in one set-up: the second must not open the request anew
      if (isStamped(spanContext)) return
      const inherited = bindingOfContext(context)
      setStamp(spanContext, stamp(inherited ?? openBinding(context), inherited === undefined))
    },
    stampLog(record: LogRecord, context: Context | undefined): void {
      const binding = context && bindingIn(context)
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
      const binding = bindingIn(context)
      return binding && stamp(binding, false)
    },
    presentIn(context: Context): PresentConsent | undefined {
      const binding = bindingIn(context)
      // a token speaks for one person
      if (binding?.subject === undefined || binding.conflicting || binding.others) return undefined
      return { subject: binding.subject, consent: consentOf(source, binding), carried: binding.carried }
    },
  }
}
