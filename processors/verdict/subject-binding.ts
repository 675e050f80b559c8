import { type Context, context, createContextKey, trace } from '@opentelemetry/api'
import type { Subject } from '../../consent/consent-source.ts'
import { type CarriedConsent, carriedConsent } from '../../consent/propagation/carried-consent.ts'
import { bindTo } from './binding-people.ts'
import { stampOf } from './stamp.ts'

/**
 * Who the records of one request are about. All spans and logs of the request share one binding, so that a subject
 * who becomes known half-way (after authentication) counts for what was captured before, too.
 */
export interface SubjectBinding {
  subject: Subject | undefined
  /** Further people whom the request is about, in the order in which they were named; never changed in place. */
  others: readonly Subject[] | undefined
  /** Two different subjects were bound to one request: nobody can tell whose record is whose, so it counts as unknown. */
  conflicting: boolean
  /** The request is still running: the subject may become known. */
  open: boolean
  /** What a consent token said of the subject. */
  carried: CarriedConsent | undefined
}

const bindingKey = createContextKey('privity.subject_binding')

export function createBinding(subject?: Subject): SubjectBinding {
  return { subject, others: undefined, conflicting: false, open: subject === undefined, carried: undefined }
}

/** The binding of a request or message that came with a consent token. */
function createCarriedBinding(carried: CarriedConsent): SubjectBinding {
  return { subject: carried.subject, others: undefined, conflicting: false, open: false, carried }
}

/** A new binding for what begins in `active` outside of all others: about whom the token says, if there is one. */
export function openBinding(active: Context): SubjectBinding {
  const carried = carriedConsent(active)
  return carried === undefined ? createBinding() : createCarriedBinding(carried)
}

/** The binding that a record beginning in `active` belongs to, if there is one. */
export function bindingOfContext(active: Context): SubjectBinding | undefined {
  const bound = active.getValue(bindingKey)
  if (bound !== undefined) return bound as SubjectBinding
  return stampOf(trace.getSpanContext(active))?.binding
}

/**
 * Says whom the present request is about: for its records so far, and for those to come. Call it where the user becomes
 * known, in any code that runs inside the request. Two different subjects make the request one of nobody; where it is
 * about several people, say so with `bindSubjects`.
 *
 * @returns whether there was a request to bind to; `false` outside of a span and of `runWithSubject`
 */
export function bindSubject(subject: Subject): boolean {
  const binding = bindingOfContext(context.active())
  if (binding === undefined) return false
  bindTo(binding, subject)
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
