import type { Guard, Release, Signal, WithholdReason } from '../processors/guard.ts'
import { contained } from './contained.ts'

/** A batch on its way to one destination. */
export interface Outgoing<B> {
  /** What may leave now; asked before each attempt. `undefined`: nothing any more. */
  ready(): B | undefined | Promise<B | undefined>
  /** Whether all of what was ready may still leave. Never throws. */
  holds(): boolean
  /** How many records were ready. */
  readonly records: number
}

/** A batch that nobody can take back. */
export function settledBatch<B>(batch: B, records: number): Outgoing<B> {
  return { ready: () => batch, holds: () => true, records }
}

/** Copies for one destination, each beside what it rests on. */
export interface Copies<R> {
  readonly records: R[]
  readonly releases: (Release | undefined)[]
}

/** How long one attempt is held back for an answer that has grown too old and is asked for anew. */
export const answerMillis = 2_500
const askAgainMillis = 100

/** A batch out of which each record can be taken back until it is sent. What is taken back is dropped and counted. */
export function withdrawableBatch<R>(guard: Guard, signal: Signal, flow: string, copies: Copies<R>): Outgoing<R[]> {
  let { records, releases } = copies
  const ask = (release: Release, last: boolean): 'deliver' | 'wait' | WithholdReason =>
    contained(() => guard.recheck(release, last)) ?? 'fault'

  /** @returns whether an answer is on its way that has to be waited for */
  const narrow = (last: boolean): boolean => {
    const outcomes = releases.map((release) => (release === undefined ? 'deliver' : ask(release, last)))
    if (outcomes.every((outcome) => outcome === 'deliver')) return false
    for (const outcome of outcomes) {
      if (outcome === 'deliver' || outcome === 'wait') continue
      contained(() => guard.countWithheld(signal, flow, outcome))
    }
    const stays = (_: unknown, index: number): boolean => outcomes[index] === 'deliver' || outcomes[index] === 'wait'
    records = records.filter(stays)
    releases = releases.filter(stays)
    return outcomes.includes('wait')
  }

  const settle = async (): Promise<R[] | undefined> => {
    let looks = 0
    do {
      looks += 1
      await new Promise((resolve) => void setTimeout(resolve, askAgainMillis).unref?.())
    } while (narrow(looks * askAgainMillis >= answerMillis))
    return nonEmpty(records)
  }

  return {
    ready: () => (narrow(false) ? settle() : nonEmpty(records)),
    holds: () => releases.every((release) => release === undefined || ask(release, false) === 'deliver'),
    get records() {
      return records.length
    },
  }
}

function nonEmpty<R>(records: R[]): R[] | undefined {
  return records.length === 0 ? undefined : records
}
