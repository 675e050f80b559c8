import type { Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import type { Ledger } from '../ledger/ledger.ts'

/**
 * Honours Global Privacy Control for the person who sent it: what the policy says it denies is written down as denied,
 * once, and stays denied when the signal goes away. Its absence says nothing.
 *
 * @returns what the signal of this request denies; `undefined` without one
 * @see https://w3c.github.io/gpc/#the-sec-gpc-header-field-for-http-requests
 */
export async function honourGpc(
  request: Request,
  subject: Subject,
  ledger: Ledger,
  policy: Policy,
): Promise<readonly string[] | undefined> {
  // the specification knows this value only
  if (request.headers.get('sec-gpc') !== '1') return undefined
  const denies = policy.consent.signals.gpc.denies.filter((purpose) => Object.hasOwn(policy.purposes, purpose))
  const now = await ledger.read(subject)
  const pseudonym = ledger.pseudonymOf(subject)
  const changes = denies.flatMap((purpose): ConsentChange[] => {
    const said = now.purposes.find((one) => one.purpose === purpose && one.recipient === undefined)
    // by the event, not by the grant: what a child's flag denies was not refused by anybody yet
    if (said?.event === 'refused' || said?.event === 'withdrawn') return []
    return [
      {
        event: said?.grant === 'granted' ? 'withdrawn' : 'refused',
        purpose,
        method: 'signal',
        actor: 'subject',
        evidence: 'Sec-GPC: 1',
        // two requests at once write it once
        idempotencyKey: `gpc:${pseudonym}:${purpose}:${said?.seq ?? 0}`,
      },
    ]
  })
  if (changes.length > 0) await ledger.record(subject, changes)
  return denies
}
