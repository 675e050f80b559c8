import type { Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { gpcDenials } from '../signals/gpc-denials.ts'
import { type GpcSource, readGpc } from '../signals/read-gpc.ts'

/**
 * Honours Global Privacy Control for the person who sent it: what the policy says it denies is written down as denied,
 * once, and stays denied when the signal goes away. Its absence says nothing. The API does so on every request of a person;
 * for pages that a host makes by itself, this is the same.
 *
 * @returns what the signal of this request denies; `undefined` without one
 * @throws LedgerError if it cannot be written down
 * @example await honourGpc(request.headers, { tenant: 'acme', subject: 'ada' }, ledger, policy)
 */
export async function honourGpc(
  headers: GpcSource,
  subject: Subject,
  ledger: Pick<Ledger, 'read' | 'record' | 'pseudonymOf'>,
  policy: Policy,
): Promise<readonly string[] | undefined> {
  if (!readGpc(headers)) return undefined
  const denials = gpcDenials(policy).changes
  const now = await ledger.read(subject)
  const pseudonym = ledger.pseudonymOf(subject)
  const changes = denials.flatMap((denial): ConsentChange[] => {
    const { purpose } = denial
    const said = now.purposes.find((one) => one.purpose === purpose && one.recipient === undefined)
    // by the event, not by the grant: what a child's flag denies was not refused by anybody yet
    if (said?.event === 'refused' || said?.event === 'withdrawn') return []
    const event = said?.grant === 'granted' ? 'withdrawn' : denial.event
    // two requests at once write it once
    return [{ ...denial, event, idempotencyKey: `gpc:${pseudonym}:${purpose}:${said?.seq ?? 0}` }]
  })
  if (changes.length > 0) await ledger.record(subject, changes)
  return denials.map(({ purpose }) => purpose)
}
