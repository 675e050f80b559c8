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
 * Does `a` count rather than `b`? The later one does. Of two from the same moment the one that was written later, except
 * that nobody knows which came first where another clock has dated one: then a denial counts. This is one order of all answers, so
 * that it does not matter in which one they arrive.
 */
export function outranks(a: Answer, b: Answer): boolean {
  if (a.at !== b.at) return a.at > b.at
  const weight = weightOf(a) - weightOf(b)
  return weight === 0 ? a.seq > b.seq : weight > 0
}

/** Among answers of one moment: grants by another clock, what was written down as it came, denials by another clock. */
function weightOf({ event, isClaimed }: Answer): number {
  if (!isClaimed) return 1
  return isDenial(event) ? 2 : 0
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
