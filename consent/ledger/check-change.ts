import type { Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import { type ConsentChange, consentActors, consentEvents, consentMethods } from './consent-entry.ts'
import { everyPurpose } from './consent-now.ts'
import { LedgerError, type LedgerErrorCode } from './ledger-error.ts'

/** Longer is no id, no tag of a language and no name of a layout. */
const maxLength = 256
/** A TC string with all vendors has some thousand characters. */
const maxEvidence = 65_536

const childEvents: readonly string[] = ['child_declared', 'child_cleared']

/**
 * Says what is wrong with a change before anything is written.
 *
 * @throws LedgerError with the first thing that is wrong
 */
export function checkChange(policy: Policy, change: ConsentChange, index: number): void {
  const refuse = (field: string, code: LedgerErrorCode, expected: string, received: string, hint: string): never => {
    throw new LedgerError({ code, path: ['changes', index, field], expected, received, hint })
  }
  const oneOf = (field: 'event' | 'method' | 'actor', known: readonly string[]): void => {
    if (!known.includes(change[field])) {
      refuse(
        field,
        field === 'event' ? 'unknown_event' : 'invalid_value',
        `one of ${known.join(', ')}`,
        'another word',
        'Use one of these words.',
      )
    }
  }
  oneOf('event', consentEvents)
  oneOf('method', consentMethods)
  oneOf('actor', consentActors)
  const isAboutChild = childEvents.includes(change.event)
  const purpose = typeof change.purpose === 'string' ? policy.purposes[change.purpose] : undefined
  if (isAboutChild ? change.purpose !== everyPurpose : purpose === undefined) {
    const known = isAboutChild ? '`*`' : `one of ${Object.keys(policy.purposes).join(', ')}`
    refuse('purpose', 'unknown_purpose', known, 'another name', 'Name a purpose of the policy.')
  }
  if (change.recipient !== undefined && !purpose?.recipients.includes(change.recipient)) {
    refuse(
      'recipient',
      'unknown_recipient',
      'a recipient that the policy names for the purpose',
      'another name',
      'Add it to `recipients` of the purpose.',
    )
  }
  for (const [field, value, most] of textsOf(change)) {
    if (value === undefined) continue
    if (typeof value !== 'string' || value === '')
      refuse(field, 'invalid_value', 'a text', typeof value, 'Leave it out, or give a text.')
    else if (value.length > most)
      refuse(field, 'too_long', `at most ${most} characters`, `${value.length}`, 'Shorten it.')
  }
  const { claimedAt } = change
  if (claimedAt !== undefined && !(Number.isSafeInteger(claimedAt) && claimedAt >= 0)) {
    refuse(
      'claimedAt',
      'invalid_value',
      'Unix milliseconds, as a whole number',
      typeof claimedAt,
      'Leave it out if nobody knows.',
    )
  }
}

function textsOf({
  notice,
  jurisdiction,
  evidence,
  idempotencyKey,
}: ConsentChange): readonly (readonly [string, unknown, number])[] {
  return [
    ['notice', notice?.textHash, maxLength],
    ['notice', notice?.language, maxLength],
    ['notice', notice?.layout, maxLength],
    ['jurisdiction', jurisdiction, maxLength],
    ['idempotencyKey', idempotencyKey, maxLength],
    ['evidence', evidence, maxEvidence],
  ]
}

/** @throws LedgerError if it names nobody */
export function checkSubject({ subject, tenant }: Subject): void {
  if (typeof subject === 'string' && subject !== '' && (tenant === undefined || typeof tenant === 'string')) return
  throw new LedgerError({
    code: 'invalid_value',
    path: ['subject'],
    expected: 'an id of a person, and perhaps of a tenant, as text',
    received: typeof subject === 'string' ? 'an empty text' : typeof subject,
    hint: 'Nobody can have said anything without an id.',
  })
}
