import { diag } from '@opentelemetry/api'
import type { ApiParts } from './api-route.ts'
import type { Caller } from './caller.ts'
import { eventStream } from './event-stream.ts'
import { ProblemError, tooManyStreams } from './problem.ts'

/** Reading millions of entries takes a database's breath: more than these at once are refused. */
const maxAtOnce = 2

/** Verifies the caller's chain and says how far it is. One for each tenant at a time; it ends when nobody listens. */
export function createVerification({ ledger, now }: ApiParts): (caller: Caller) => Response {
  const running = new Set<string>()
  return ({ tenant, expiresAt }) =>
    eventStream(
      (stream) => {
        if (running.has(tenant) || running.size >= maxAtOnce) throw new ProblemError(tooManyStreams)
        running.add(tenant)
        const abort = new AbortController()
        const onProgress = (done: number, total: number): void => stream.send('progress', { done, total })
        ledger
          .verify({ tenant, onProgress, signal: abort.signal })
          .then(
            // one tenant's chain was read, and no other's may be told
            ({ entries, problems, heads }) =>
              stream.send('report', {
                entries,
                problems: problems
                  .filter((problem) => problem.tenant === tenant)
                  .map(({ seq, kind }) => ({ seq, kind })),
                head: Object.hasOwn(heads, tenant) ? heads[tenant] : undefined,
              }),
            (error: unknown) => {
              diag.error('privity: verification failed', error instanceof Error ? error.name : typeof error)
              stream.send('failed', { code: 'unavailable' })
            },
          )
          .finally(() => {
            running.delete(tenant)
            stream.close()
          })
        return () => abort.abort()
      },
      expiresAt,
      now,
    )
}
