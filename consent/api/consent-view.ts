import type { z } from '@hono/zod-openapi'
import type { Grant, Policy, Purpose } from '../../policy/policy.ts'
import type { ConsentEntry } from '../ledger/consent-entry.ts'
import type { PurposeConsent, SubjectConsent } from '../ledger/ledger.ts'
import type { Consent, Entry, PolicyText } from './schemas.ts'

/**
 * What a person says to all that they are asked. It has every purpose of the policy whether or not something was said,
 * so nobody learns from its shape whom the ledger knows.
 */
export function consentView(consent: SubjectConsent, policy: Policy, gpc: boolean): z.infer<typeof Consent> {
  const said = new Map(consent.purposes.map((one) => [grantKey(one.purpose, one.recipient), one]))
  return {
    epoch: consent.epoch,
    changedAt: consent.changedAt,
    child: consent.child,
    policyVersion: policy.version,
    purposes: Object.values(policy.purposes).map((purpose) => ({
      ...purposeText(purpose),
      ...saidView(said.get(purpose.name), consent.child && purpose.lockedForChildren),
      recipients: purpose.recipients.map((recipient) => ({
        recipient,
        ...saidView(said.get(grantKey(purpose.name, recipient)), consent.child && purpose.lockedForChildren),
      })),
    })),
    signals: { gpc: { processed: gpc, denies: [...policy.consent.signals.gpc.denies] } },
  }
}

export function policyView(policy: Policy): z.infer<typeof PolicyText> {
  return {
    version: policy.version,
    controller: policy.controller,
    purposes: Object.values(policy.purposes).map((purpose) => ({
      ...purposeText(purpose),
      recipients: [...purpose.recipients],
    })),
    signals: { gpc: { denies: [...policy.consent.signals.gpc.denies] } },
    jurisdictions: policy.consent.jurisdictions,
  }
}

/** All grants of a state, said or not: then every answer has the same keys. */
export function allGrants(grants: Readonly<Record<string, Grant>>, policy: Policy): Record<string, Grant> {
  const keys = Object.values(policy.purposes).flatMap(({ name, recipients }) => [
    name,
    ...recipients.map((recipient) => grantKey(name, recipient)),
  ])
  return Object.fromEntries(keys.map((key) => [key, Object.hasOwn(grants, key) ? (grants[key] ?? 'unset') : 'unset']))
}

/** An entry as its person sees it: without their pseudonym, and without what belongs to the chain. */
export function entryView(entry: ConsentEntry): Entry {
  const { seq, event, purpose, recipient, method, actor, notice, jurisdiction, claimedAt } = entry
  const { recordedAt, at, policyVersion, expiresAt, evidence, hash } = entry
  return {
    seq,
    event,
    purpose,
    recipient,
    method,
    actor,
    notice,
    jurisdiction,
    claimedAt,
    recordedAt,
    at,
    policyVersion,
    expiresAt,
    evidence,
    hash,
  }
}

/** Whether a person can answer at all: consent is given or refused, an interest objected to. */
export function isChoice(purpose: Purpose): boolean {
  return purpose.basis === 'consent' || purpose.basis === 'legitimate_interest'
}

export function grantKey(purpose: string, recipient: string | undefined): string {
  return recipient === undefined ? purpose : `${purpose}@${recipient}`
}

function purposeText(purpose: Purpose) {
  const { name, title, description, basis, lockedForChildren } = purpose
  return { purpose: name, title, description, basis, choice: isChoice(purpose), lockedForChildren }
}

function saidView(said: PurposeConsent | undefined, locked: boolean) {
  if (said === undefined)
    return locked ? { grant: 'denied' as const, override: 'child' as const } : { grant: 'unset' as const }
  const { grant, event, since, expiresAt, askAgainAt, override, policyVersion, seq } = said
  return { grant, event, since, expiresAt, askAgainAt, override, policyVersion, seq }
}
