import { grants as grantWords } from '../policy/policy.ts'
import type { ConsentSource, ConsentState, Subject } from './consent-source.ts'

/**
 * Reads a source that may throw or answer nonsense, as every source is somebody else's code.
 *
 * @returns `undefined` where there is no usable answer; the caller treats that as `unset`
 */
export function readConsent(source: ConsentSource, subject: Subject): ConsentState | undefined {
  try {
    const state: unknown = source.read(subject)
    return isConsentState(state) ? state : undefined
  } catch {
    return undefined
  }
}

/** States are immutable, so each object is looked at once. */
const sound = new WeakSet<object>()

function isConsentState(state: unknown): state is ConsentState {
  if (typeof state !== 'object' || state === null) return false
  if (sound.has(state)) return true
  const { epoch, grants, changedAt, validUntil } = state as Partial<ConsentState>
  const usable =
    typeof epoch === 'number' &&
    typeof changedAt === 'number' &&
    typeof validUntil === 'number' &&
    // every comparison with NaN is false, so NaN would pass for "not stale"
    !Number.isNaN(epoch) &&
    !Number.isNaN(changedAt) &&
    !Number.isNaN(validUntil) &&
    typeof grants === 'object' &&
    grants !== null &&
    Object.values(grants).every((grant) => grantWords.includes(grant))
  if (usable) sound.add(state)
  return usable
}
