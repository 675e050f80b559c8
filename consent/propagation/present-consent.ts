import type { ConsentState, Subject } from '../consent-source.ts'
import type { CarriedConsent } from './carried-consent.ts'

/** Whom a context is about, and what they say now. */
export interface PresentConsent {
  readonly subject: Subject
  /** `undefined`: nobody knows (yet). */
  readonly consent: ConsentState | undefined
  /** What came with the request or message, if it is about the same person. */
  readonly carried: CarriedConsent | undefined
}

/**
 * What counts, of what this process knows about a person and what came with the request: the newer of both. A denial
 * that is known here counts even if the token seems newer, as its epoch may come from elsewhere.
 *
 * @param known the answer of this process's source, if it has one
 */
export function mergeConsent(known: ConsentState | undefined, carried: ConsentState): ConsentState {
  if (known === undefined || isUnheard(known)) return carried
  if (known.epoch >= carried.epoch || known.changedAt > carried.changedAt) return known
  const denied = Object.keys(known.grants).filter(
    (key) => known.grants[key] === 'denied' && carried.grants[key] !== 'denied',
  )
  if (denied.length === 0) return carried
  const grants = { ...carried.grants }
  for (const key of denied) grants[key] = 'denied'
  return { ...carried, grants }
}

/** A source that answers for everybody says so of people whom it never heard of. */
function isUnheard({ epoch, grants }: ConsentState): boolean {
  return epoch === 0 && Object.keys(grants).length === 0
}
