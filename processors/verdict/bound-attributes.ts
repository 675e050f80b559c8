import type { Attributes, Span } from '@opentelemetry/api'
import type { Subject } from '../../consent/consent-source.ts'
import { maxSubjects } from './binding-people.ts'
import { Itself } from './itself.ts'
import { isStamped } from './stamp.ts'

/** Keys of a span whose values are about one person. */
export interface BoundKeys {
  readonly subject: Subject
  /** When the first of them was set, in Unix milliseconds. */
  readonly at: number
  readonly keys: ReadonlySet<string>
}

/** Keys of one span that can be bound. */
export const maxBoundKeys = 256

interface Bound extends BoundKeys {
  readonly keys: Set<string>
}

/** Beside the stamp, on the context object of the span. */
class Marked extends Itself {
  readonly #bound: Bound[] = []

  static of(target: object): Bound[] | undefined {
    return #bound in target ? target.#bound : undefined
  }
}

export const noBoundKeys: readonly BoundKeys[] = []

/** Which attributes of the span with this context are about whom; nearly always none. */
export function boundKeysOf(spanContext: object): readonly BoundKeys[] {
  return Marked.of(spanContext) ?? noBoundKeys
}

/**
 * Sets attributes that are about one person, whomever the span is about: they leave only where this person allows it, and
 * if they do not, the rest of the span leaves without them.
 *
 * At most 256 such attributes of 16 people for each span. Where the guard does not know the span (it was not sampled, or
 * belongs to another SDK), nothing is set.
 *
 * @returns whether the attributes were set
 * @example
 * setSubjectAttributes(span, { tenant: 'acme', subject: 'bob' }, { 'app.recipient.plan': 'premium' })
 */
export function setSubjectAttributes(span: Span, subject: Subject, attributes: Attributes): boolean {
  const spanContext = span.spanContext()
  if (!span.isRecording() || !isStamped(spanContext) || typeof subject?.subject !== 'string') return false
  if (Marked.of(spanContext) === undefined) new Marked(spanContext)
  const all = Marked.of(spanContext) ?? []
  const keys = Object.keys(attributes ?? {})
  const count = all.reduce((sum, bound) => sum + bound.keys.size, keys.length)
  if (count > maxBoundKeys) return false
  let bound = all.find(({ subject: known }) => known.subject === subject.subject && known.tenant === subject.tenant)
  if (bound === undefined) {
    if (all.length >= maxSubjects) return false
    bound = { subject, at: Date.now(), keys: new Set() }
    all.push(bound)
  }
  // before the values are there: nobody may see them unmarked
  for (const key of keys) bound.keys.add(key)
  span.setAttributes(attributes)
  return true
}
