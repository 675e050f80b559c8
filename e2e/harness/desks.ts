import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startDatabase } from '../../examples/helpdesk/demo/database.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../../testing/otlp-receiver.ts'

/** All that one application needs around it, and that no two may use at once. */
export interface Desk {
  readonly receiver: OtlpReceiver
  readonly env: Readonly<Record<string, string>>
}

export interface Desks {
  /** Runs `work` at a desk of its own, as soon as one is free. */
  use<T>(work: (desk: Desk) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/**
 * Sets up desks, each with an OTLP receiver, a PostgreSQL and an upstream. Their number is the number of applications
 * that run at once: PGlite has one session for everybody, and the tests take no more of the machine than they must.
 */
export async function openDesks(count: number): Promise<Desks> {
  const upstream = await startUpstream()
  const opened = await Promise.all(Array.from({ length: count }, () => openDesk(upstream)))
  const free = opened.map(({ desk }) => desk)
  const waiting: ((desk: Desk) => void)[] = []
  const release = (desk: Desk): void => {
    desk.receiver.clear()
    const next = waiting.shift()
    if (next === undefined) free.push(desk)
    else next(desk)
  }
  return {
    async use(work) {
      const desk = free.pop() ?? (await new Promise<Desk>((resolve) => waiting.push(resolve)))
      return work(desk).finally(() => release(desk))
    },
    async close() {
      await Promise.all(opened.map(({ close }) => close()))
      upstream.close()
    },
  }
}

async function openDesk(upstream: Server): Promise<{ desk: Desk; close(): Promise<unknown> }> {
  // not the PostgreSQL of the environment: the tests leave nothing behind in it
  const [receiver, database] = await Promise.all([startOtlpReceiver(), startDatabase('')])
  const env = {
    DATABASE_URL: database.url,
    UPSTREAM_URL: `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`,
    OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
    PRIVITY_KEY: 'key-of-the-end-to-end-tests-0123456789',
  }
  return { desk: { receiver, env }, close: () => Promise.all([receiver.close(), database.stop()]) }
}

function startUpstream(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume()
    response.setHeader('content-type', 'application/json').end('{"known":true}')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
