import type { ConsentState, Subject } from '../../consent/consent-source.ts'
import type { Flow, Form, Policy } from '../../policy/policy.ts'
import type { WithholdReason } from '../guard.ts'

/** What may be done with one record in one flow. */
export type Verdict =
  | {
      readonly kind: 'deliver'
      readonly form: Form
      readonly purposes: readonly string[]
      /** Set where the subject was known and their answer was asked for. */
      readonly consent?: ConsentState
      /** Set where the form carries the subject's pseudonym. */
      readonly subject?: Subject
    }
  | { readonly kind: 'withhold'; readonly reason: WithholdReason }
  | { readonly kind: 'wait' }

/** What is known about one record when it is judged. */
export interface Circumstances {
  readonly subject: Subject | undefined
  /** The subject may still become known. */
  readonly open: boolean
  /** The grants at capture, where they were known then. */
  readonly consentAtCapture: ConsentState | undefined
  /** Unix milliseconds. */
  readonly capturedAt: number
  /** Unix milliseconds. */
  readonly now: number
  /** No more waiting: decide by what is known. */
  readonly last: boolean
}

type PurposeVerdict = 'allowed' | 'wait' | WithholdReason

/**
 * The verdict for one record and one flow. A purpose that rests on consent needs the grant at capture *and* the grant
 * now; an objection stops a purpose that rests on legitimate interest where the record would still point to the person.
 *
 * @param readConsent asked only if the answer matters; `undefined` means that nothing is known (yet)
 */
export function decide(
  policy: Policy,
  flow: Flow,
  circumstances: Circumstances,
  readConsent: (subject: Subject) => ConsentState | undefined,
): Verdict {
  if (isSettled(policy, flow)) return { kind: 'deliver', form: flow.form, purposes: flow.purposes }
  const pointsToPerson = flow.form === 'raw' || flow.form === 'pseudonymous'

  const { subject, open, last } = circumstances
  if (subject === undefined) {
    if (open && !last) return { kind: 'wait' }
    if (policy.consent.unknownSubject === 'withhold') return { kind: 'withhold', reason: 'unknown_subject' }
    return { kind: 'deliver', form: pointsToPerson ? 'anonymous' : flow.form, purposes: flow.purposes }
  }

  const consent = readConsent(subject)
  const verdicts = flow.purposes.map((purpose) => judgePurpose(policy, purpose, consent, circumstances))
  const purposes = flow.purposes.filter((_purpose, index) => verdicts[index] === 'allowed')
  if (purposes.length > 0) {
    return { kind: 'deliver', form: flow.form, purposes, consent, subject: pointsToPerson ? subject : undefined }
  }
  if (!last && verdicts.includes('wait')) return { kind: 'wait' }
  const reason = reasonsByWeight.find((candidate) => verdicts.includes(candidate)) ?? 'no_grant'
  return { kind: 'withhold', reason }
}

/** The flow names nobody and needs no consent: whoever a record is about, the verdict is the same. */
export function isSettled(policy: Policy, flow: Flow): boolean {
  const pointsToPerson = flow.form === 'raw' || flow.form === 'pseudonymous'
  return !pointsToPerson && !flow.purposes.some((purpose) => policy.purposes[purpose]?.basis === 'consent')
}

/** With several purposes the most telling reason is the one that is counted. */
const reasonsByWeight: readonly WithholdReason[] = ['withdrawn', 'denied', 'stale_consent', 'no_grant']

function judgePurpose(
  policy: Policy,
  purpose: string,
  consent: ConsentState | undefined,
  { consentAtCapture, capturedAt, now, last }: Circumstances,
): PurposeVerdict {
  const basis = policy.purposes[purpose]?.basis
  const grant = consent?.grants[purpose] ?? 'unset'
  // a newer denial is never undone by an older grant: either one suffices
  const before = consentAtCapture?.grants[purpose]
  if (basis === 'contract' || basis === 'legal_obligation') return 'allowed'
  if (grant === 'denied') return before === 'granted' ? 'withdrawn' : 'denied'
  if (before === 'denied') return 'denied'
  // an answer that cannot be read, or is too old, may hide a denial or an objection
  if (consent === undefined) return last ? 'no_grant' : 'wait'
  if (now > consent.validUntil) return last ? 'stale_consent' : 'wait'
  if (basis === 'legitimate_interest') return 'allowed'
  if (basis !== 'consent') return 'no_grant'

  if (grant !== 'granted') return before === 'granted' ? 'withdrawn' : 'no_grant'
  if (consentAtCapture === undefined) return consent.changedAt <= capturedAt ? 'allowed' : 'no_grant'
  return before === 'granted' ? 'allowed' : 'no_grant'
}
