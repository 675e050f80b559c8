import { hash } from 'node:crypto'
import type { Policy } from '../../policy/policy.ts'

/** Half of SHA-256 as base64url: nobody looks for two policies with the same one. */
const length = 22

/**
 * Fingerprint of what a policy says about a purpose: what people agree to. It changes with everything that matters to
 * them, and with nothing else: where a flow is sent inside of the same recipient, or how long a batch waits, does not.
 *
 * @returns 22 characters; those of no purpose if the policy has none of that name
 */
export function termsHash(policy: Policy, purpose: string): string {
  const known = hashes.get(policy)?.get(purpose)
  if (known !== undefined) return known
  const terms = policy.purposes[purpose]
  const flows = Object.values(policy.flows)
    .filter((flow) => flow.purposes.includes(purpose))
    .map(({ form, accepts, recipient, retentionSeconds }) => [
      form,
      [...accepts].sort(),
      recipient ?? '',
      retentionSeconds,
    ])
    .map((flow) => JSON.stringify(flow))
    .sort()
  const { basis, title, description, recipients, lockedForChildren } = terms ?? {}
  const text = JSON.stringify([basis, title, description, [...(recipients ?? [])].sort(), lockedForChildren, flows])
  const made = hash('sha256', text, 'base64url').slice(0, length)
  const ofPolicy = hashes.get(policy) ?? new Map<string, string>()
  hashes.set(policy, ofPolicy.set(purpose, made))
  return made
}

/** A policy is frozen, and asked about with every answer. */
const hashes = new WeakMap<Policy, Map<string, string>>()
