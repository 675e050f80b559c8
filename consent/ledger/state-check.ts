import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { LedgerWalk } from './ledger.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import { differingStates, type StatePlace } from './rebuild-states.ts'

/** What a thread of the check is started with. */
export interface StateCheckTask {
  readonly file: string
  readonly tenant: string | undefined
}

export interface StateCheck {
  /** Where the projection says something else than the chain, as far as there is room for it in a report. */
  result(): Promise<readonly StatePlace[]>
  /** Nobody wants to know any more. */
  stop(): void
}

const maxPlaces = 100

/**
 * Holds the projection against the chain. A database that works inside of the process is read in a thread of its own,
 * beside the walk along the chain: on two cores both together take no longer than this alone.
 */
export function startStateCheck(
  { reader, file }: Pick<LedgerDatabase, 'reader' | 'file'>,
  { tenant, signal }: LedgerWalk,
): StateCheck {
  const thread = file === undefined ? undefined : startThread({ file, tenant })
  const stop = (): void => {
    signal?.removeEventListener('abort', stop)
    thread?.stop()
  }
  signal?.addEventListener('abort', stop)
  return {
    async result() {
      const answer = await thread?.answer
      signal?.throwIfAborted()
      // without a thread it takes longer, and is the same
      return answer ?? placesOf(differingStates(reader, { tenant, signal }))
    },
    stop,
  }
}

export async function placesOf(differing: AsyncIterable<StatePlace>): Promise<readonly StatePlace[]> {
  const places: StatePlace[] = []
  for await (const place of differing) if (places.push(place) >= maxPlaces) break
  return places
}

/** `answer` is `undefined` if the thread ended without one: in a bundle the file of its code may be missing. */
function startThread(workerData: StateCheckTask) {
  const code = new URL(`./state-check-thread${extname(import.meta.filename)}`, import.meta.url)
  // none of the flags and variables that may load something into it
  const worker = new Worker(code, { workerData, execArgv: ['--no-warnings'], env: {}, name: 'privity-state-check' })
  const answer = new Promise<readonly StatePlace[] | undefined>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(undefined))
    worker.once('exit', () => resolve(undefined))
  })
  return { answer, stop: () => void worker.terminate() }
}
