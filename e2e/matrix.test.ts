import { afterAll, beforeAll, describe, it } from 'vitest'
import { freePort } from '../examples/helpdesk/demo/free-port.ts'
import { build } from '../scripts/build.ts'
import { canaries } from '../testing/canaries.ts'
import { type Answer, caller, callTickets, traces } from './harness/call-tickets.ts'
import { type Desks, openDesks } from './harness/desks.ts'
import { applicationFile, type Framework, frameworks, moduleSystems } from './harness/frameworks.ts'
import { comparable, type Flag, flags, startApp } from './harness/run-app.ts'
import { nodeBinary, supportedNodes } from './harness/runtimes.ts'
import { type Trace, traceOf } from './harness/trace-of.ts'

// Every framework, module system, flag and Node: the traces are there, nothing secret is in them, and the application
// answers and ends as if there were no hook.

const seed = 20_261_123
/** Each framework writes its routes in its own way; Hono tells nobody which one it took. */
const routes: Readonly<Record<Framework, string | undefined>> = {
  express: '/tickets/:id',
  fastify: '/tickets/:id',
  hono: undefined,
  koa: '/tickets/:id',
  nest: '/tickets/:id',
  next: '/tickets/[id]',
}

let desks: Desks
beforeAll(async () => {
  await build()
  desks = await openDesks(2)
})
afterAll(() => desks?.close())

describe.concurrent.each(supportedNodes)('on Node %s', (version) => {
  const applications = frameworks.flatMap((framework) => moduleSystems.map((system) => ({ framework, system })))

  it.concurrent.for(applications)('$framework, $system', async ({ framework, system }, { expect }) => {
    const node = await nodeBinary(version)
    const file = await applicationFile(framework, system)
    const [without, ...hooked] = await Promise.all([undefined, ...flags].map((flag) => runCell({ node, file, flag })))
    // Next.js has a span of its own around fetch
    const clients = ['http', ...(framework === 'next' ? ['next.js'] : []), 'pg', 'undici']
    const trace: Trace = { servers: 1, route: routes[framework], clients, orphans: [] }
    for (const cell of hooked) {
      expect.soft(cell).toEqual({ ...without, leaks: [], read: trace, write: trace, failed: 1 })
    }
  })
})

interface Cell {
  readonly answers: readonly Answer[]
  readonly ending: ReturnType<typeof comparable>
  readonly leaks?: readonly string[]
  readonly read?: Trace
  readonly write?: Trace
  /** How many requests ended in a server span with an error. */
  readonly failed?: number
}

/** Starts the application, calls it, ends it with SIGTERM. */
function runCell({ node, file, flag }: { node: string; file: string; flag: Flag | undefined }): Promise<Cell> {
  return desks.use(async ({ receiver, env }) => {
    const planted = canaries(seed)
    const port = { HOSTNAME: '127.0.0.1', PORT: `${await freePort(0)}` } // for Next.js, which takes no 0
    const app = startApp({ node, args: [file], flag, env: { ...env, ...port, OTEL_BSP_SCHEDULE_DELAY: '100' } })
    const answers = await callTickets(await app.url, {
      path: planted.secret('path'),
      query: planted.secret('query'),
      header: planted.secret('header', 'api_key'),
      cookie: planted.secret('cookie'),
      body: planted.secret('body', 'email'),
      failure: planted.secret('failure', 'person'),
    })
    const servers = () => receiver.spans().filter(({ parentSpanId }) => parentSpanId === caller)
    if (flag !== undefined) await receiver.waitFor(() => servers().length === answers.length)
    app.kill('SIGTERM')
    const ending = comparable(await app.ended)
    if (flag === undefined) return { answers, ending }
    const spans = receiver.spans()
    return {
      answers,
      ending,
      leaks: planted.leaks(receiver.bytes()).map(({ carrier, encoding }) => `${carrier} as ${encoding}`),
      read: traceOf(spans, traces.read, caller),
      write: traceOf(spans, traces.write, caller),
      failed: servers().filter(({ status }) => status.code === 2).length,
    }
  })
}
