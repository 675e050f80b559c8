import { once } from 'node:events'
import { createServer, type RequestListener, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { context, DiagLogLevel, diag, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { type Span, TracerProvider } from '@opentelemetry/sdk-trace'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Subject } from '../../../consent/consent-source.ts'
import { createStamps } from '../../../processors/verdict/stamps.ts'
import { bindSubject } from '../../../processors/verdict/subject-binding.ts'
import { type Application, frameworks } from './frameworks-fixture.ts'

const spans: Span[] = []
/** What was known of the subject when the server span ended. */
const atEnd = new Map<string, Subject | undefined>()
const stamps = createStamps({ read: () => undefined })
const provider = new TracerProvider({
  spanProcessors: [
    {
      onStart(span, parent) {
        stamps.stampSpan(span, parent)
        spans.push(span)
      },
      onEnd(span) {
        if (span.name.startsWith('server/')) atEnd.set(span.name, stamps.ofSpan(span)?.binding.subject)
        stamps.endSpan(span)
      },
      forceFlush: async () => {},
      shutdown: async () => {},
    },
  ],
})
const tracer = provider.getTracer('test')
const subjectsOf = (name: string) =>
  spans.filter((span) => span.name === name).map((span) => stamps.ofSpan(span)?.binding.subject)
const warnings: string[] = []

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(provider)
  const nothing = () => {}
  diag.setLogger(
    { error: nothing, warn: (message) => warnings.push(message), info: nothing, debug: nothing, verbose: nothing },
    { logLevel: DiagLogLevel.WARN },
  )
})
afterAll(() => {
  context.disable()
  trace.disable()
  diag.disable()
})
beforeEach(() => {
  spans.length = 0
  warnings.length = 0
})

const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** As the HTTP instrumentation does: the span is active in the listener and in the events of the request. */
function inServerSpan(listener: RequestListener): RequestListener {
  return (request, response) => {
    const span = tracer.startSpan(`server${request.url}`, { root: true })
    const active = trace.setSpan(context.active(), span)
    context.bind(active, request)
    context.bind(active, response)
    response.on('close', () => span.end())
    context.with(active, listener, undefined, request, response)
  }
}

async function start(name: string, application: Partial<Application>, serverSpan = false): Promise<Server> {
  const started = await frameworks[name]?.({
    identify: (user) => (user === undefined ? undefined : { subject: user, tenant: 'acme' }),
    asked: 'before',
    authenticate: async (user) => user,
    work: async (request) => tracer.startSpan(request).end(),
    ...application,
  })
  if (started === undefined) throw new Error(`no ${name}`)
  const server = createServer(serverSpan ? inServerSpan(started.listener) : started.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await started.stop?.()
  })
  return server
}

async function send(server: Server, name: string, request: string, user: string): Promise<string> {
  const { port } = server.address() as AddressInfo
  const post = { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }
  const init = name === 'nest' ? { headers: {} } : post
  const response = await fetch(`http://127.0.0.1:${port}/${request}`, {
    ...init,
    headers: { ...init.headers, 'x-user': user },
  })
  expect(response.status).toBeLessThan(300)
  return response.text()
}

/** The last question comes with the end of the response, which the client may see first. */
async function settled(check: () => void): Promise<void> {
  await vi.waitFor(check, { timeout: 5000, interval: 2 })
}

describe.each(Object.keys(frameworks))('the subject middleware for %s', (name) => {
  describe.each(['before', 'after'] as const)('asked %s authentication', (asked) => {
    it.each([true, false])('never mixes the subjects of concurrent requests (server span: %s)', async (serverSpan) => {
      const server: { scheduler?: fc.Scheduler } = {}
      const step = (label: string) => server.scheduler?.schedule(Promise.resolve(), label) ?? Promise.resolve()
      const listening = await start(
        name,
        {
          asked,
          async authenticate(user) {
            await step(`authenticate ${user}`)
            return user
          },
          async work(request) {
            tracer.startSpan(request).end()
            await step(`load ${request}`)
            const span = tracer.startSpan(request)
            await context.with(trace.setSpan(context.active(), span), async () => {
              await step(`save ${request}`)
              tracer.startSpan(request).end()
            })
            span.end()
          },
        },
        serverSpan,
      )
      const users = fc.array(fc.constantFrom('ann', 'bob', 'cleo'), { minLength: 2, maxLength: 5 })
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), users, async (scheduler, users) => {
          server.scheduler = scheduler
          run++
          const requests = users.map((user, index) => ({ user, id: `${run}-${index}` }))
          const answers = Promise.all(requests.map(({ id, user }) => send(listening, name, id, user)))
          await scheduler.waitFor(answers)
          expect(await answers).toEqual(requests.map(({ id }) => id))
          await settled(() => {
            for (const { id, user } of requests) {
              const subject = { subject: user, tenant: 'acme', session: undefined }
              expect(subjectsOf(id)).toEqual([subject, subject, subject])
              if (!serverSpan) continue
              expect(subjectsOf(`server/${id}`)).toEqual([subject])
              expect(atEnd.get(`server/${id}`)).toEqual(subject)
            }
          })
        }),
        { numRuns: 10 },
      )
    })
  })

  it('binds an answer that comes later', async () => {
    const identify = async (user: string | undefined) => {
      await turn()
      return user === undefined ? undefined : { subject: user }
    }
    const server = await start(name, { identify })
    await send(server, name, '1', 'ann')
    await settled(() => expect(subjectsOf('1')).toMatchObject([{ subject: 'ann' }]))
    expect(warnings).toEqual([])
  })

  it.runIf(name !== 'nest')('keeps the subject where the body arrives late', async () => {
    const server = await start(name, {})
    const { port } = server.address() as AddressInfo
    const headers = { 'content-type': 'application/json', 'content-length': 7, 'x-user': 'ann' }
    const message = request({ port, path: '/1', method: 'POST', headers })
    const response = once(message, 'response')
    message.flushHeaders()
    await once(server, 'request')
    for (let i = 0; i < 20; i++) await turn()
    message.end('{"a":1}')
    const [answer] = await response
    expect(answer.statusCode).toBe(200)
    answer.resume()
    await settled(() => expect(subjectsOf('1')).toMatchObject([{ subject: 'ann' }]))
  })

  it('knows a subject that is known at once before the handler runs', async () => {
    const seen: unknown[] = []
    const work = async (request: string) => {
      tracer.startSpan(request).end()
      seen.push(...subjectsOf(request))
    }
    const server = await start(name, { work, asked: 'after' })
    await send(server, name, '1', 'ann')
    expect(seen).toMatchObject([{ subject: 'ann' }])
  })

  it('is not asked again for a subject that the application has bound itself', async () => {
    let asked = 0
    const identify = () => {
      asked++
      return undefined
    }
    const work = async (request: string) => {
      asked = 0
      bindSubject({ subject: 'zoe' })
      tracer.startSpan(request).end()
    }
    const server = await start(name, { identify, work })
    await send(server, name, '1', 'ann')
    await turn()
    expect(subjectsOf('1')).toEqual([{ subject: 'zoe' }])
    expect(asked).toBe(0)
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no user ann@example.com')
      },
    ],
    [
      'rejects',
      async () => {
        throw new Error('no user ann@example.com')
      },
    ],
    ['hangs', () => new Promise<undefined>(() => {})],
    ['gives a number', () => ({ subject: 7 }) as unknown as Subject],
    [
      'gives a trap',
      () => ({
        get subject(): string {
          throw new Error('ann@example.com')
        },
      }),
    ],
    [
      'gives a thenable that throws',
      () =>
        ({
          // biome-ignore lint/suspicious/noThenProperty: that is the fault
          then() {
            throw new Error('ann@example.com')
          },
        }) as unknown as Promise<undefined>,
    ],
  ] as const)(
    'lets the request go on with an unknown subject where identify %s, and warns once',
    async (_fault, identify) => {
      const server = await start(name, { identify })
      expect(await send(server, name, '1', 'ann')).toBe('1')
      expect(await send(server, name, '2', 'ann')).toBe('2')
      await settled(() => expect(warnings).toHaveLength(1))
      expect(subjectsOf('1')).toEqual([undefined])
      expect(subjectsOf('2')).toEqual([undefined])
      expect(warnings.join()).not.toContain('ann')
    },
  )
})
