import { createHash } from 'node:crypto'
import type { Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import type { ConsentActor, ConsentChange, ConsentMethod } from '../ledger/consent-entry.ts'
import type { Ledger, SubjectConsent } from '../ledger/ledger.ts'
import { grantKey, isChoice } from './consent-view.ts'
import { ProblemError } from './problem.ts'
import type { OperatorAnswers } from './schemas.ts'

interface Answering {
  readonly ledger: Ledger
  readonly policy: Policy
  readonly subject: Subject
  readonly answers: OperatorAnswers
  readonly method: ConsentMethod
  readonly actor: ConsentActor
  readonly idempotencyKey: string | undefined
  /** Purposes that a signal of this very request denies. */
  readonly signalled: readonly string[]
}

/**
 * Writes what a person said, or what an operator wrote down for them.
 *
 * @throws ProblemError if the policy has no such question, or a grant goes against a signal or the protection of a child
 */
export async function recordAnswers(answering: Answering): Promise<void> {
  const { ledger, policy, subject, answers, method, actor, signalled } = answering
  checkAgainstPolicy(answers, policy)
  const now = await ledger.read(subject)
  const child = answers.child ?? now.child
  answers.changes.forEach(({ purpose, grant }, index) => {
    if (grant !== 'granted') return
    if (signalled.includes(purpose)) throw refusal(`changes[${index}].grant`, 'denied_by_signal')
    if (child && policy.purposes[purpose]?.lockedForChildren)
      throw refusal(`changes[${index}].grant`, 'locked_for_children')
  })

  const { notice, jurisdiction, claimedAt } = answers
  const shared = { method, actor, notice, jurisdiction, claimedAt }
  const changes: ConsentChange[] = answers.changes.map(({ purpose, recipient, grant }) => ({
    event: eventOf(grant, now, purpose, recipient),
    purpose,
    recipient,
    ...shared,
  }))
  if (answers.child !== undefined)
    changes.unshift({ event: answers.child ? 'child_declared' : 'child_cleared', purpose: '*', ...shared })
  await ledger.record(subject, changes.map(withKey(answering)))
}

/** @throws ProblemError unless each change answers a question of the policy, once */
function checkAgainstPolicy({ changes, child }: OperatorAnswers, policy: Policy): void {
  if (changes.length === 0 && child === undefined) throw notAsked('changes', 'missing', 'a change, or `child`')
  const askable = Object.values(policy.purposes).filter(isChoice)
  const seen = new Set<string>()
  for (const [index, { purpose, recipient }] of changes.entries()) {
    const path = `changes[${index}]`
    const asked = askable.find(({ name }) => name === purpose)
    if (asked === undefined)
      throw notAsked(`${path}.purpose`, 'unknown_purpose', `one of ${askable.map(({ name }) => name).join(', ')}`)
    if (recipient !== undefined && !asked.recipients.includes(recipient))
      throw notAsked(`${path}.recipient`, 'unknown_recipient', `one of ${asked.recipients.join(', ') || 'none'}`)
    const key = grantKey(purpose, recipient)
    if (seen.has(key)) throw notAsked(path, 'duplicate', 'each purpose and recipient once')
    seen.add(key)
  }
}

function notAsked(path: string, code: string, expected: string): ProblemError {
  const title = 'Not what the policy asks'
  return new ProblemError({
    status: 422,
    code,
    title,
    path,
    expected,
    received: 'something else',
    hint: 'See GET /v1/policy.',
  })
}

function refusal(path: string, code: 'denied_by_signal' | 'locked_for_children'): ProblemError {
  const hints = {
    denied_by_signal:
      'The browser sends Global Privacy Control, which denies this purpose. It can be granted once the signal is off.',
    locked_for_children: 'The purpose stays denied while the person is flagged as a child.',
  }
  return new ProblemError({
    status: 409,
    code,
    path,
    title: 'The grant cannot count',
    expected: 'denied',
    received: 'granted',
    hint: hints[code],
  })
}

function eventOf(grant: 'granted' | 'denied', now: SubjectConsent, purpose: string, recipient: string | undefined) {
  const granted = now.purposes.some(
    (said) => said.purpose === purpose && said.recipient === recipient && said.grant === 'granted',
  )
  if (grant === 'granted') return granted ? 'reaffirmed' : 'given'
  return granted ? 'withdrawn' : 'refused'
}

/**
 * A caller's key is bound to all that was said: with another body it stands for another change. Hashed, because nobody
 * knows what callers make their keys of, and the chain keeps them for ever.
 */
function withKey({ ledger, subject, answers, actor, idempotencyKey }: Answering) {
  return (change: ConsentChange, index: number): ConsentChange => {
    if (idempotencyKey === undefined) return change
    const parts = [ledger.pseudonymOf(subject), actor, idempotencyKey, answers, index]
    const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
    return { ...change, idempotencyKey: `api:${hash}` }
  }
}
