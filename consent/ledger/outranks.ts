import type { Grant } from '../../policy/policy.ts'
import type { ConsentEvent } from './consent-entry.ts'

/** What is compared of two answers to the same question. */
export interface Answer {
  readonly event: ConsentEvent
  /** From when it counts. */
  readonly at: number
  /** Dated by another clock. */
  readonly isClaimed: boolean
  readonly seq: number
}

/**
 * Does `a` count rather than `b`? The later one does. Of two from the same moment a denial does, if it is not certain which
 * came first; else the one that was written later. The order in which answers arrive changes nothing.
 */
export function outranks(a: Answer, b: Answer): boolean {
  if (a.at !== b.at) return a.at > b.at
  if ((a.isClaimed || b.isClaimed) && isDenial(a.event) !== isDenial(b.event)) return isDenial(a.event)
  return a.seq > b.seq
}

/** What an event makes of the grant. */
export function grantAfter(event: ConsentEvent): Grant {
  if (event === 'given' || event === 'reaffirmed') return 'granted'
  return isDenial(event) ? 'denied' : 'unset'
}

/** `child_declared` takes away, as a denial does. */
function isDenial(event: ConsentEvent): boolean {
  return event === 'refused' || event === 'withdrawn' || event === 'child_declared'
}
