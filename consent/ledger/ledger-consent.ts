import { type CachedConsentOptions, cachedConsent } from '../cached-consent.ts'
import type { ConsentSource } from '../consent-source.ts'
import type { Ledger } from './ledger.ts'

export type LedgerConsentOptions = Pick<CachedConsentOptions, 'ttlMillis' | 'maxSubjects'>

export interface LedgerConsent extends Required<ConsentSource> {
  /** Ends the live updates. What is known grows stale. */
  close(): void
}

/**
 * What the ledger says, for the guard: kept in memory for a few seconds, and heard of at once when it changes, whichever
 * process wrote the change. From then until it was read anew, grants of that person do not count.
 *
 * @param ledger stays open, and is the caller's to close
 * @example
 * const consent = ledgerConsent(ledger)
 * consent.read({ tenant: 'acme', subject: 'ada' }) // undefined: the question is on its way
 */
export function ledgerConsent(
  ledger: Pick<Ledger, 'state' | 'watch' | 'pseudonymOf'>,
  options: LedgerConsentOptions = {},
): LedgerConsent {
  const { read, watch, outdate } = cachedConsent(async (subject) => {
    const { epoch, grants, changedAt, validUntil } = await ledger.state(subject)
    return { epoch, grants, changedAt, validUntil, name: ledger.pseudonymOf(subject) }
  }, options)
  // pseudonyms are made of tenant and id together: no two tenants share one
  const close = ledger.watch(({ subject, epoch }) => outdate(subject, epoch))
  return { read, watch, close }
}
