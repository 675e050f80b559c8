import type { AttributeValue } from '@opentelemetry/api'
import type { Verdict } from '../verdict/decide.ts'
import type { FlowTransform } from './flow-transform.ts'

/** What a delivered record says about itself, as described in ARCHITECTURE.md. Set last, over whatever stood there. */
export function setVerdictAttributes(
  transform: FlowTransform,
  attributes: Record<string, AttributeValue>,
  verdict: Extract<Verdict, { kind: 'deliver' }>,
  capturedAt: number,
  remarks: readonly string[],
): void {
  const { flow, pseudonyms } = transform
  attributes['privity.flow'] = flow.name
  attributes['privity.form'] = verdict.form
  attributes['privity.purposes'] = verdict.purposes as string[]
  attributes['privity.policy.version'] = transform.policyVersion
  attributes['privity.expires'] = expiryDate(capturedAt, flow.retentionSeconds)
  if (verdict.subject !== undefined) {
    const { tenant } = verdict.subject
    attributes['privity.subject'] = pseudonyms.subject(flow.name, verdict.subject)
    if (tenant !== undefined)
      attributes['privity.tenant'] = pseudonyms.pseudonym(flow.name, undefined, 'tenant', tenant)
    // an epoch counts one person's decisions: in an anonymous record it would help to single them out
    if (verdict.consent !== undefined) attributes['privity.consent.epoch'] = verdict.consent.epoch
  }
  if (remarks.length > 0) attributes['privity.remarks'] = remarks
}

const dayMillis = 86_400_000
let lastDay = -1
let lastDate = ''

/** The day, in UTC, from which the record must be gone: `2026-12-23`. */
export function expiryDate(capturedAt: number, retentionSeconds: number): string {
  const day = Math.ceil((capturedAt + retentionSeconds * 1000) / dayMillis)
  if (day !== lastDay) {
    lastDate = new Date(day * dayMillis).toISOString().slice(0, 10)
    lastDay = day
  }
  return lastDate
}
