import type { AttributeValue } from '@opentelemetry/api'
import type { Person, Verdict } from '../verdict/decide.ts'
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
  const [person, ...further] = verdict.about
  if (further.length > 0) setPeople(transform, attributes, verdict.about)
  else if (person !== undefined) {
    const { subject, present } = person
    attributes['privity.subject'] = pseudonyms.subject(flow.name, subject)
    setTenant(transform, attributes, subject.tenant)
    // an epoch counts one person's decisions: in an anonymous record it would help to single them out
    if (present !== undefined) attributes['privity.consent.epoch'] = present.epoch
  }
  if (remarks.length > 0) attributes['privity.remarks'] = remarks
}

/**
 * A record about several people names them all, so that each of them finds it, and can have it erased. In the order of
 * the pseudonyms, which says nothing of who did what; the epochs likewise.
 */
function setPeople(
  transform: FlowTransform,
  attributes: Record<string, AttributeValue>,
  people: readonly Person[],
): void {
  const { flow, pseudonyms } = transform
  const named = people
    .map(({ subject, present }) => ({ name: pseudonyms.subject(flow.name, subject), epoch: present?.epoch ?? 0 }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  attributes['privity.subjects'] = named.map(({ name }) => name)
  attributes['privity.consent.epochs'] = named.map(({ epoch }) => epoch)
  const tenant = people[0]?.subject.tenant
  if (people.every(({ subject }) => subject.tenant === tenant)) setTenant(transform, attributes, tenant)
}

function setTenant(
  { flow, pseudonyms }: FlowTransform,
  attributes: Record<string, AttributeValue>,
  tenant: string | undefined,
): void {
  if (tenant !== undefined) attributes['privity.tenant'] = pseudonyms.pseudonym(flow.name, undefined, 'tenant', tenant)
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
