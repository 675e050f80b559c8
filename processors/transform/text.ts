import type { FlowTransform, RecordScope } from './flow-transform.ts'
import { type Carrier, remark } from './remarks.ts'

/**
 * A text with what it tells about people replaced: the subject's own ids wherever they stand, and every entity that
 * detection finds. Past the limit it is cut.
 */
export function redactText(transform: FlowTransform, text: string, scope: RecordScope, carrier: Carrier): string {
  const limit = transform.limits.attributeBytes
  if (text.length <= limit) return redactWhole(transform, text, scope, carrier)
  remark(scope, carrier, 'limit/length', 'cut')
  // Cut after redaction: half of a card number is no card number to the detector, and still too much to send. What is
  // looked at ends somewhere, too, so the same length is dropped once more from the end, with whatever was halved there.
  const redacted = redactWhole(transform, text.slice(0, limit + longestEntity), scope, carrier)
  const seenWhole = text.length <= limit + longestEntity
  return `${redacted.slice(0, seenWhole ? limit : Math.max(0, Math.min(limit, redacted.length - longestEntity)))}…`
}

/** Longer than any entity that detection knows. */
const longestEntity = 1_024

function redactWhole(transform: FlowTransform, text: string, scope: RecordScope, carrier: Carrier): string {
  let redacted = text
  for (const { value, replacement } of scope.known) {
    if (!redacted.includes(value)) continue
    redacted = redacted.replaceAll(value, () => replacement)
    remark(scope, carrier, 'subject/id', 'replace')
  }
  return transform.redact(redacted, scope, carrier)
}
