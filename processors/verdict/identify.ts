import type { Span } from '@opentelemetry/api'
import type { Subject } from '../../consent/consent-source.ts'
import { bindTo } from './binding-people.ts'
import { stampOf } from './stamp.ts'
import type { SubjectBinding } from './subject-binding.ts'

/** Traces whose subject was said from outside; the oldest go first. */
export const maxIdentified = 1_000
/** How long it is remembered: longer than records wait, in the SDK's queue and for their subject. */
export const identifiedMillis = 60_000

const identified = new Map<string, { readonly subjects: readonly Subject[]; readonly at: number }>()

/**
 * Says from outside of a request whom it is or was about: a worker, a webhook or a later request learns it. It counts for
 * what still waits in this process, and for what is captured in the next minute.
 *
 * @param request a span of the request, or its trace id: then for all that this process captured of the trace. If a part
 *   of it is known to be about somebody else, that part becomes one of nobody.
 * @returns whether the request can be told: `false` for a span that the guard does not know, and for what is no trace id
 * @example identify('0af7651916cd43dd8448eb211c80319c', { tenant: 'acme', subject: 'ada' }) // true
 */
export function identify(request: string | Span, subject: Subject): boolean {
  if (typeof request !== 'string') {
    const binding = stampOf(request.spanContext())?.binding
    if (binding !== undefined) bindTo(binding, subject)
    return binding !== undefined
  }
  if (!/^[0-9a-f]{32}$/u.test(request)) return false
  const known = identified.get(request)
  identified.delete(request)
  // two are enough for a conflict
  identified.set(request, { subjects: [...(known?.subjects ?? []), subject].slice(-2), at: Date.now() })
  const oldest = identified.size > maxIdentified ? identified.keys().next().value : undefined
  if (oldest !== undefined) identified.delete(oldest)
  return true
}

/** Binds a request to whom `identify` named for its trace. Called for every record, and nearly always there is nobody. */
export function bindIdentified(binding: SubjectBinding | undefined, traceId: string | undefined): void {
  if (identified.size === 0 || binding === undefined || traceId === undefined) return
  const found = identified.get(traceId)
  if (found === undefined) forgetOldest()
  else if (Date.now() - found.at > identifiedMillis) identified.delete(traceId)
  else for (const subject of found.subjects) bindTo(binding, subject)
}

function forgetOldest(): void {
  for (const [traceId, { at }] of identified) {
    if (Date.now() - at > identifiedMillis) identified.delete(traceId)
    return
  }
}
