import { createHash } from 'node:crypto'
import type { ConsentChange } from '../ledger/consent-entry.ts'
import type { SignalName, SignalProblem, SignalResult } from './signal-result.ts'
import { mostSignalText } from './signal-text.ts'

/**
 * A signal that cannot be relied on: it denies all that it could have decided. The application says so, not the person,
 * whose words could not be read.
 *
 * @param claimedAt of a signal that can be dated: a yes that the person gave elsewhere since is not touched by it, however
 *   often it is sent. Without a date it counts from when it is recorded.
 */
export function refuseAll(
  name: SignalName,
  purposes: readonly string[],
  received: unknown,
  problem: SignalProblem,
  claimedAt?: number,
): SignalResult {
  const evidence = evidenceOf(received)
  const changes = purposes.map((purpose): ConsentChange => {
    const refusal = { event: 'refused', purpose, method: 'signal', actor: 'system' } as const
    return { ...refusal, ...(claimedAt !== undefined && { claimedAt }), ...(evidence !== undefined && { evidence }) }
  })
  return { changes, signals: [{ name, processed: false, honoured: [] }], problems: [problem] }
}

/** The text as it came; of one that is too long, what it can be recognised by. */
function evidenceOf(received: unknown): string | undefined {
  if (typeof received !== 'string' || received === '') return undefined
  return received.length <= mostSignalText ? received : `sha256:${createHash('sha256').update(received).digest('hex')}`
}
