import { type Context, context, createContextKey, type SpanContext, trace } from '@opentelemetry/api'
import type { ConsentState, Subject } from '../../consent/consent-source.ts'

/**
 * Who the records of one request are about. All spans and logs of the request share one binding, so that a subject
 * who becomes known half-way (after authentication) counts for what was captured before, too.
 */
export interface SubjectBinding {
  subject: Subject | undefined
  /** Two different subjects were bound to one request: nobody can tell whose record is whose, so it counts as unknown. */
  conflicting: boolean
  /** The request is still running: the subject may become known. */
  open: boolean
}

const bindingKey = createContextKey('privity.subject_binding')

/** What is pinned to a record when it begins. Kept beside the record, never in it. */
export interface Stamp {
  readonly binding: SubjectBinding
  /** The grants at capture, where the subject and their answer were known by then. */
  readonly consent: ConsentState | undefined
  /** The record opened its binding: when it ends, the subject will not become known any more. */
  readonly root: boolean
}

/** By the span context object, which the SDK's span, its read-only view and its copies share. */
export const stampOfSpan = new WeakMap<SpanContext, Stamp>()

export function createBinding(subject?: Subject): SubjectBinding {
  return { subject, conflicting: false, open: subject === undefined }
}

/** The binding that a record beginning in `active` belongs to, if there is one. */
export function bindingOfContext(active: Context): SubjectBinding | undefined {
  const bound = active.getValue(bindingKey)
  if (bound !== undefined) return bound as SubjectBinding
  const spanContext = trace.getSpanContext(active)
  return spanContext && stampOfSpan.get(spanContext)?.binding
}

/**
 * Says whom the present request is about: for its records so far, and for those to come. Call it where the user becomes
 * known, in any code that runs inside the request.
 *
 * @returns whether there was a request to bind to; `false` outside of a span and of `runWithSubject`
 */
export function bindSubject(subject: Subject): boolean {
  const binding = bindingOfContext(context.active())
  if (binding === undefined) return false
  if (binding.subject === undefined) binding.subject = subject
  else if (binding.subject.subject !== subject.subject || binding.subject.tenant !== subject.tenant)
    binding.conflicting = true
  return true
}

/**
 * Runs `fn` for one subject: everything that it captures, also later and asynchronously, is about them.
 *
 * @returns what `fn` returns
 */
export function runWithSubject<T>(subject: Subject, fn: () => T): T {
  return context.with(context.active().setValue(bindingKey, createBinding(subject)), fn)
}
