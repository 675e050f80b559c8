import type { ConsentSource, ConsentState } from '../../consent/consent-source.ts'
import { mergeConsent } from '../../consent/propagation/present-consent.ts'
import { readConsent } from '../../consent/read-consent.ts'
import type { Stamp } from './stamp.ts'
import type { SubjectBinding } from './subject-binding.ts'

/** What the subject of a binding says now: to this process, or to the one that sent the request, whichever is newer. */
export function consentOf(source: ConsentSource, { subject, carried }: SubjectBinding): ConsentState | undefined {
  const known = subject && readConsent(source, subject)
  return carried === undefined ? known : mergeConsent(known, carried.consent)
}

/** What all of them say now, as a stamp keeps it. */
export function consentsOf(source: ConsentSource, binding: SubjectBinding): Stamp['consent'] {
  const first = consentOf(source, binding)
  if (binding.others === undefined) return first
  return [first, ...binding.others.map((subject) => readConsent(source, subject))]
}
