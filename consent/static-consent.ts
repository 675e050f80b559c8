import type { Grant } from '../policy/policy.ts'
import type { ConsentSource } from './consent-source.ts'

/**
 * The same answer for everybody, for set-ups where consent is settled elsewhere: a test bench, or a product that only
 * people who agreed can enter.
 *
 * @example
 * staticConsent({ personalization: 'granted' }).read({ subject: 'ada' })?.grants.personalization // 'granted'
 */
export function staticConsent(grants: Readonly<Record<string, Grant>>): ConsentSource {
  const state = { epoch: 1, grants: { ...grants }, changedAt: 0, validUntil: Number.POSITIVE_INFINITY }
  return { read: () => state }
}
