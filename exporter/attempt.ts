import { AsyncLocalStorage } from 'node:async_hooks'

/** For the attempt that runs: may all of what it sends still leave? */
const attempts = new AsyncLocalStorage<() => boolean>()

/** Somebody took back what a batch rests on, after it was given to its exporter and before it was sent. */
export class WithdrawnError extends Error {
  override readonly name = 'WithdrawnError'

  constructor() {
    super('privity: a part of the batch may not leave any more')
  }
}

/** Runs `send`; every attempt that comes of it, now or after a failure, can ask with `assertAllowed`. */
export function asAttempt(holds: () => boolean, send: () => void): void {
  attempts.run(holds, send)
}

/** @throws WithdrawnError if what is about to be sent may not leave any more */
export function assertAllowed(): void {
  if (attempts.getStore()?.() === false) throw new WithdrawnError()
}
