import type { FlowTransform, RecordScope } from './flow-transform.ts'
import type { Carrier } from './remarks.ts'

/**
 * A text with what it tells about people replaced: the subject's own ids wherever they stand, and every entity that
 * detection finds. Past the limit it is cut first, so that no half of an entity is left at the end unseen.
 */
export function redactText(transform: FlowTransform, text: string, scope: RecordScope, carrier: Carrier): string {
  let redacted = text
  if (text.length > transform.limits.attributeBytes) {
    redacted = cut(text, transform.limits.attributeBytes)
    scope.remark(carrier, 'limit/length', 'cut')
  }
  for (const { value, replacement } of scope.known) {
    if (!redacted.includes(value)) continue
    redacted = redacted.replaceAll(value, replacement)
    scope.remark(carrier, 'subject/id', 'replace')
  }
  return transform.redact(redacted, scope, carrier)
}

/** Longer than any entity that detection knows: what may be half of one goes with the cut. */
const longestEntity = 1_024

/**
 * Cuts at the last space before the limit: half of a card number is no card number to the detector, and still too much
 * to send.
 */
function cut(text: string, limit: number): string {
  const earliest = Math.max(0, limit - longestEntity)
  const space = text.lastIndexOf(' ', limit)
  return `${text.slice(0, Math.max(space, earliest))}…`
}
