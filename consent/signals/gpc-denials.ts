import type { Policy } from '../../policy/policy.ts'
import type { SignalResult } from './signal-result.ts'

/**
 * What Global Privacy Control denies under this policy: for the person whose browser sent it, in every session of
 * theirs, known or pseudonymous. Call it where `readGpc` says so; without the signal there is nothing to write down.
 *
 * @param evidence what was received, for the ledger
 * @example gpcDenials(defaultPolicy).changes.map(({ purpose }) => purpose) // ['cross_company_insights', 'model_training']
 */
export function gpcDenials(policy: Policy, evidence = 'Sec-GPC: 1'): SignalResult {
  const { denies } = policy.consent.signals.gpc
  return {
    changes: denies.map((purpose) => ({ event: 'refused', purpose, method: 'signal', actor: 'subject', evidence })),
    signals: [{ name: 'gpc', processed: true, honoured: denies }],
    problems: [],
  }
}
