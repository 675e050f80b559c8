import type { ConsentState, Subject } from '../../consent/consent-source.ts'
import type { Form } from '../../policy/policy.ts'
import type { WithholdReason } from '../guard.ts'
import type { FlowRules, PurposeRule } from './flow-rules.ts'

/** What may be done with one record in one flow. */
export type Verdict =
  | {
      readonly kind: 'deliver'
      readonly form: Form
      readonly purposes: readonly string[]
      /** Whom the delivered record names, by pseudonym; empty where the form names nobody. */
      readonly about: readonly Person[]
    }
  | { readonly kind: 'withhold'; readonly reason: WithholdReason }
  | { readonly kind: 'wait' }

/** Somebody whom a record is about, and what they say. */
export interface Person {
  readonly subject: Subject
  /** The grants at capture, where they were known then. */
  readonly atCapture: ConsentState | undefined
  /** The grants now; `undefined`: nothing is known (yet). */
  readonly present: ConsentState | undefined
}

/** What is known about one record when it is judged. */
export interface Circumstances {
  /** All whom the record is about; nobody: the subject is unknown. */
  readonly people: readonly Person[]
  /** The subject may still become known. */
  readonly open: boolean
  /** Unix milliseconds. */
  readonly capturedAt: number
  /** Unix milliseconds. */
  readonly now: number
  /** No more waiting: decide by what is known. */
  readonly last: boolean
}

type PurposeVerdict = 'allowed' | 'wait' | WithholdReason

/** With several purposes or people the most telling reason is the one that is counted. */
const weights: Partial<Record<PurposeVerdict, number>> = {
  allowed: 0,
  wait: 1,
  no_grant: 2,
  stale_consent: 3,
  denied: 4,
  withdrawn: 5,
}

/**
 * The verdict for one record and one flow. A purpose that rests on consent needs the grant at capture *and* the grant
 * now; an objection stops a purpose that rests on legitimate interest where the record would still point to the person.
 * Where a record is about several people, a purpose needs all of them.
 */
export function decide(rules: FlowRules, circumstances: Circumstances): Verdict {
  if (rules.always !== undefined) return rules.always
  const { people, open, last } = circumstances
  if (people.length === 0) return open && !last ? wait : rules.unknown

  const purposes: string[] = []
  let heaviest: PurposeVerdict = 'no_grant'
  let waits = false
  for (const rule of rules.purposes) {
    const verdict = judgePurpose(rule, circumstances)
    if (verdict === 'allowed') purposes.push(rule.name)
    else if (verdict === 'wait') waits = true
    else heaviest = heavier(heaviest, verdict)
  }
  if (purposes.length > 0) {
    return { kind: 'deliver', form: rules.form, purposes, about: rules.pointsToPerson ? people : nobody }
  }
  if (waits) return wait
  return { kind: 'withhold', reason: heaviest as WithholdReason }
}

const wait: Verdict = { kind: 'wait' }
const nobody: readonly Person[] = []

function heavier(one: PurposeVerdict, other: PurposeVerdict): PurposeVerdict {
  return (weights[other] ?? 0) > (weights[one] ?? 0) ? other : one
}

function judgePurpose(rule: PurposeRule, circumstances: Circumstances): PurposeVerdict {
  let heaviest: PurposeVerdict = 'allowed'
  for (const person of circumstances.people) heaviest = heavier(heaviest, judgePerson(rule, person, circumstances))
  return heaviest
}

function judgePerson(
  rule: PurposeRule,
  { atCapture, present: consent }: Person,
  { capturedAt, now, last }: Circumstances,
): PurposeVerdict {
  const { basis } = rule
  if (basis === 'contract' || basis === 'legal_obligation') return 'allowed'
  const grant = grantOf(rule, consent)
  // a newer denial is never undone by an older grant: either one suffices
  const before = grantOf(rule, atCapture)
  if (grant === 'denied') return before === 'granted' ? 'withdrawn' : 'denied'
  if (before === 'denied') return 'denied'
  // an answer that cannot be read, or is too old, may hide a denial or an objection
  if (consent === undefined) return last ? 'no_grant' : 'wait'
  if (now > consent.validUntil) return last ? 'stale_consent' : 'wait'
  if (basis === 'legitimate_interest') return 'allowed'
  if (basis !== 'consent') return 'no_grant'

  if (grant !== 'granted') return before === 'granted' ? 'withdrawn' : 'no_grant'
  if (atCapture === undefined) return consent.changedAt <= capturedAt ? 'allowed' : 'no_grant'
  return before === 'granted' ? 'allowed' : 'no_grant'
}

/** A recipient needs a grant of its own, and no denial of the purpose; both deny for it. */
function grantOf({ name, toRecipient }: PurposeRule, consent: ConsentState | undefined): string {
  const own = consent?.grants[name] ?? 'unset'
  if (toRecipient === undefined || own === 'denied') return own
  return consent?.grants[toRecipient] ?? 'unset'
}
