import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface DemoDatabase {
  /** What `DATABASE_URL` is for the help desk. */
  readonly url: string
  /** How many connections may be opened at once. */
  readonly connections: number
  stop(): Promise<void>
}

/** The PostgreSQL of `DATABASE_URL`, or else one in memory: PGlite, in a process of its own, gone when it stops. */
export async function startDatabase(givenUrl = process.env.DATABASE_URL): Promise<DemoDatabase> {
  if (givenUrl) return { url: givenUrl, connections: 10, stop: async () => {} }
  const child = fork(fileURLToPath(new URL('./database-process.ts', import.meta.url)), {
    execArgv: [], // not under the hook: the database is no part of the product
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const exited = once(child, 'exit')
  const address = await Promise.race([
    once(child, 'message').then(([message]) => String(message)),
    exited.then(([code]) => {
      throw new Error(`the database ended with code ${code} before it was ready`)
    }),
  ])
  return {
    url: `postgres://postgres:postgres@${address}/postgres`,
    // PGlite has one session for everybody: two clients at once could read each other's half-sent statements
    connections: 1,
    async stop() {
      if (child.connected) child.disconnect()
      await exited
    },
  }
}
