import type { LedgerChange } from '../ledger/ledger.ts'
import type { ChangeHub, ChangeTopic } from './change-hub.ts'
import { eventStream } from './event-stream.ts'
import { ProblemError, tooManyStreams } from './problem.ts'

interface ChangeStream {
  /** Said first, as `ready`: from here on nothing is missed. Whoever had been here before asks anew now. */
  readonly ready: unknown
  /** What is said of a change, as `consent`. */
  readonly tell: (change: LedgerChange) => unknown
  /** Unix milliseconds. */
  readonly endsAt: number
  readonly now: () => number
}

/** Changes as server-sent events, while the caller's right lasts. @throws ProblemError if there are too many streams */
export function changeStream(hub: ChangeHub, topic: ChangeTopic, { ready, tell, endsAt, now }: ChangeStream): Response {
  return eventStream(
    (stream) => {
      const stop = hub.listen(topic, (change) => stream.send('consent', tell(change)))
      if (stop === undefined) throw new ProblemError(tooManyStreams)
      stream.send('ready', ready)
      return stop
    },
    endsAt,
    now,
  )
}
