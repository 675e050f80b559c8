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

/** For each UTF-16 unit whether it is a digit of an id. */
const isDigit = new Uint8Array(65_536)
for (const digit of '0123456789abcdef') isDigit[digit.charCodeAt(0)] = 1

/** Ids are strings to the API: whatever somebody put there would otherwise leave unread. */
function isHexId(id: unknown, length: number): boolean {
  if (typeof id !== 'string' || id.length !== length) return false
  let digits = 0
  // without a branch: digits and letters come at random, and the processor would guess wrong at every other one
  for (let index = 0; index < length; index++) digits += isDigit[id.charCodeAt(index)] ?? 0
  return digits === length
}
