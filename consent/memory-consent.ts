import type { Grant } from '../policy/policy.ts'
import type { ConsentSource, ConsentState, Subject } from './consent-source.ts'
import { createListeners } from './listeners.ts'
import { subjectKey } from './subject-key.ts'

export interface MemoryConsent extends Required<ConsentSource> {
  /** Changes some grants of a subject and keeps the others. Counts at once. */
  set(subject: Subject, grants: Readonly<Record<string, Grant>>): ConsentState
  /** Forgets all that the subject said: every purpose is `unset` again. */
  forget(subject: Subject): void
}

/**
 * Grants kept in this process, for as long as it lives. Whoever keeps them elsewhere calls `set` on every change.
 *
 * @example
 * const consent = memoryConsent()
 * consent.set({ subject: 'ada' }, { personalization: 'granted' })
 * consent.read({ subject: 'ada' })?.grants.personalization // 'granted'
 */
export function memoryConsent(now: () => number = Date.now): MemoryConsent {
  const states = new Map<string, ConsentState>()
  const listeners = createListeners<string>()
  // one counter for all subjects: an epoch never repeats, not even after forget()
  let epoch = 0
  const write = (subject: Subject, grants: Readonly<Record<string, Grant>>): ConsentState => {
    epoch += 1
    const state = { epoch, grants, changedAt: now(), validUntil: Number.POSITIVE_INFINITY }
    const key = subjectKey(subject)
    states.set(key, state)
    listeners.tell(key)
    return state
  }
  return {
    // A subject who never said anything has an answer, too: nothing is granted. Nobody needs to wait for more.
    read: (subject) => states.get(subjectKey(subject)) ?? unheard,
    set: (subject, grants) => write(subject, { ...states.get(subjectKey(subject))?.grants, ...grants }),
    forget: (subject) => {
      const key = subjectKey(subject)
      if (states.delete(key)) listeners.tell(key)
    },
    watch: listeners.add,
  }
}

const unheard: ConsentState = { epoch: 0, grants: {}, changedAt: 0, validUntil: Number.POSITIVE_INFINITY }
