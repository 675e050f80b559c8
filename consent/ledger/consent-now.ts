import type { Grant, Policy } from '../../policy/policy.ts'
import type { ConsentState } from '../consent-source.ts'
import { consentTerms } from './consent-terms.ts'
import type { StateRow } from './database.ts'
import type { PurposeConsent, SubjectConsent } from './ledger.ts'
import { grantAfter } from './outranks.ts'
import { termsHash } from './terms-hash.ts'

/** The purpose of the two events about children. */
export const everyPurpose = '*'

/**
 * What a person's answers mean under this policy, at this moment: what expired or what the policy has changed since counts no
 * more, whether or not somebody has written that down, and a child's answers do not open what is locked for children.
 *
 * @param now Unix milliseconds
 */
export function consentNow(
  policy: Policy,
  tenant: string,
  subject: string,
  rows: readonly StateRow[],
  now: number,
): SubjectConsent {
  const child = rows.some(({ purpose, event }) => purpose === everyPurpose && event === 'child_declared')
  let latest: StateRow | undefined
  for (const row of rows) if (latest === undefined || row.seq > latest.seq) latest = row
  return {
    tenant,
    subject,
    epoch: latest?.seq ?? 0,
    changedAt: latest?.recorded_at ?? 0,
    child,
    purposes: rows
      .filter(({ purpose }) => purpose !== everyPurpose)
      .map((row) => purposeConsent(policy, row, child, now)),
  }
}

function purposeConsent(policy: Policy, row: StateRow, child: boolean, now: number): PurposeConsent {
  const said = grantAfter(row.event)
  const { validSeconds, askAgainSeconds } = consentTerms(policy, row.jurisdiction)
  // the policy may have become stricter since the grant was given, and never makes it last longer
  const expiresAt = row.expires_at === null ? undefined : Math.min(row.expires_at, row.at + validSeconds * 1_000)
  const override = overrideOf(policy, row, child, expiresAt, now)
  return {
    purpose: row.purpose,
    ...(row.recipient === '' ? {} : { recipient: row.recipient }),
    grant: override === undefined ? said : override === 'child' ? 'denied' : 'unset',
    event: row.event,
    since: row.at,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(said === 'denied' ? { askAgainAt: row.at + askAgainSeconds * 1_000 } : {}),
    ...(override === undefined ? {} : { override }),
    policyVersion: row.policy_version,
    seq: row.seq,
  }
}

function overrideOf(
  policy: Policy,
  row: StateRow,
  child: boolean,
  expiresAt: number | undefined,
  now: number,
): PurposeConsent['override'] {
  if (child && policy.purposes[row.purpose]?.lockedForChildren !== false) return 'child'
  // a denial holds whatever the policy says by now, and for good
  if (grantAfter(row.event) !== 'granted') return undefined
  if (expiresAt !== undefined && now >= expiresAt) return 'expired'
  return row.terms_hash === termsHash(policy, row.purpose) ? undefined : 'invalidated'
}

/** The same for the guard: grants by purpose, and by `purpose@recipient`. */
export function stateOf(policy: Policy, { purposes, epoch, changedAt, child }: SubjectConsent): ConsentState {
  const grants: Record<string, Grant> = {}
  let validUntil = Number.POSITIVE_INFINITY
  if (child) {
    for (const [name, { lockedForChildren }] of Object.entries(policy.purposes))
      if (lockedForChildren) grants[name] = 'denied'
  }
  for (const { purpose, recipient, grant, expiresAt } of purposes) {
    grants[recipient === undefined ? purpose : `${purpose}@${recipient}`] = grant
    if (grant === 'granted' && expiresAt !== undefined) validUntil = Math.min(validUntil, expiresAt)
  }
  return { epoch, grants, changedAt, validUntil }
}
