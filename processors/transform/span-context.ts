import type { SpanContext } from '@opentelemetry/api'
import type { FlowTransform, RecordScope } from './flow-transform.ts'
import { remark } from './remarks.ts'

/**
 * The ids of a record in one flow. `operations` and `security` keep them, for they join what other services of the same
 * trace send; every other flow has its own, derived from them under the flow's key, so that its records cannot be
 * joined with those of another flow. The trace state is a free text of every hop: it stays behind.
 */
export function transformSpanContext(transform: FlowTransform, original: SpanContext, scope: RecordScope): SpanContext {
  if (original.traceState !== undefined) remark(scope, 'trace_state', 'class/opaque', 'remove')
  const { traceId, spanId, traceFlags, isRemote } = original
  if (!isHexId(traceId, 32) || !isHexId(spanId, 16)) throw new TypeError('privity: a record has malformed ids')
  if (!transform.ownIds) return { traceId, spanId, traceFlags, isRemote }
  const { name } = transform.flow
  return {
    traceId: transform.pseudonyms.id(name, traceId),
    spanId: transform.pseudonyms.id(name, spanId),
    traceFlags,
    isRemote,
  }
}

/** Ids are strings to the API: whatever somebody put there would otherwise leave unread. */
function isHexId(id: unknown, length: number): boolean {
  if (typeof id !== 'string' || id.length !== length) return false
  for (let index = 0; index < length; index++) {
    const unit = id.charCodeAt(index)
    if (!((unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 102))) return false
  }
  return true
}
