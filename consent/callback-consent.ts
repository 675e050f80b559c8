import { type CachedConsentOptions, cachedConsent } from './cached-consent.ts'
import type { ConsentAnswer } from './consent-answer.ts'
import type { ConsentSource, Subject } from './consent-source.ts'

/**
 * Grants that live elsewhere (a database, a service), asked for by a callback and kept in memory for a few seconds.
 *
 * The guard asks on every record, so `read` never waits: it answers what is known and refreshes behind. While the
 * callback fails, throws or hangs, the last answer grows stale and stops granting; its denials stay.
 *
 * @param ask called at most once at a time for each subject
 * @example
 * const consent = callbackConsent(async () => ({ grants: { personalization: 'granted' }, changedAt: 0 }))
 * consent.read({ subject: 'ada' }) // undefined: the question is on its way
 */
export function callbackConsent(
  ask: (subject: Subject) => Promise<ConsentAnswer>,
  options: CachedConsentOptions = {},
): Required<ConsentSource> {
  const { read, watch } = cachedConsent(ask, options)
  return { read, watch }
}
