import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, serve } from '@hono/node-server'
import express from 'express'
import fastify from 'fastify'
import { Hono } from 'hono'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type RemoteConsent, remoteConsent } from '../remote-consent.ts'
import { type TestApi, testApi, tokenFor } from './api-fixture.ts'
import { readStream } from './read-stream-fixture.ts'

type Mount = (test: TestApi) => Promise<{ readonly url: string; readonly close: () => Promise<unknown> }>

const listening = async (server: Server): Promise<string> => {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const closing = (server: Server) => async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
const listen = async (listener: RequestListener, path = '') => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  return { url: (await listening(server)) + path, close: closing(server) }
}

const mounts: Readonly<Record<string, Mount>> = {
  async standalone({ api }) {
    const server = serve({ fetch: api.fetch, port: 0, hostname: '127.0.0.1' }) as Server
    return { url: await listening(server), close: closing(server) }
  },
  async 'another Hono app'({ api }) {
    const app = new Hono().route('/privacy', api)
    return await listen(getRequestListener(app.fetch), '/privacy')
  },
  async Express({ api }) {
    const app = express()
    app.use('/privacy', getRequestListener(api.fetch))
    // what the host does with bodies comes after
    app.use(express.json())
    return await listen(app, '/privacy')
  },
  async Fastify({ api }) {
    const app = fastify()
    const listener = getRequestListener(api.fetch)
    await app.register(async (scope) => {
      scope.removeAllContentTypeParsers()
      // the body is read by the API
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null))
      scope.all('/v1/*', (request, reply) => {
        reply.hijack()
        void listener(request.raw, reply.raw)
      })
    })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const close = async () => {
      app.server.closeAllConnections()
      await app.close()
    }
    return { url: await listening(app.server), close }
  },
  async 'a route handler of Next.js'() {
    // app/api/consent/[[...path]]/route.ts: whole paths, and a handler for each method
    const { api } = await testApi({ basePath: '/api/consent', ledger: current?.ledger })
    const route = {
      GET: (request: Request) => api.fetch(request),
      PUT: (request: Request) => api.fetch(request),
      POST: (request: Request) => api.fetch(request),
    }
    const next = getRequestListener((request) => route[request.method as 'GET'](request))
    return await listen(next, '/api/consent')
  },
}

let current: TestApi | undefined
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function mounted(mount: Mount) {
  const test = await testApi()
  current = test
  const { url, close } = await mount(test)
  closers.push(close)
  return { test, url }
}

const put = async (url: string, subject: string, grant: string) =>
  await fetch(`${url}/v1/me/consent`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${await tokenFor('acme', subject)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ changes: [{ purpose: 'personalization', grant }] }),
  })

describe.each(Object.entries(mounts))('mounted: %s', (_name, mount) => {
  it('reads, changes, and refuses', async () => {
    const { test, url } = await mounted(mount)
    expect((await put(url, 'ada', 'granted')).status).toBe(200)
    expect((await test.ledger.state({ tenant: 'acme', subject: 'ada' })).grants.personalization).toBe('granted')
    const headers = { authorization: `Bearer ${await tokenFor('acme', 'ada')}` }
    const read = await fetch(`${url}/v1/me/consent`, { headers })
    expect(await read.json()).toMatchObject({ epoch: 1 })
    expect((await fetch(`${url}/v1/me/consent`)).status).toBe(401)
    const bad = await fetch(`${url}/v1/me/consent`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{',
    })
    expect(bad.status).toBe(400)
    const body = JSON.stringify({ changes: [], more: 'x'.repeat(1_000_000) })
    const large = await fetch(`${url}/v1/me/consent`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await tokenFor('acme', 'ada')}`, 'content-type': 'application/json' },
      body,
    })
    expect(large.status).toBe(413)
    const document = (await (await fetch(`${url}/v1/openapi.json`)).json()) as { paths: Record<string, unknown> }
    expect(Object.keys(document.paths).some((path) => path.endsWith('/v1/me/consent'))).toBe(true)
  })

  it('streams changes while they happen, and lets go of who leaves', async () => {
    const { test, url } = await mounted(mount)
    const watch = vi.spyOn(test.ledger, 'watch')
    const stream = await fetch(`${url}/v1/me/events`, {
      headers: { authorization: `Bearer ${await tokenFor('acme', 'ada')}` },
    })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    await put(url, 'ada', 'granted')
    const text = await readStream(stream, (said) => said.includes('event: consent'))
    expect(text).toContain('event: ready\n')
    expect(text).toContain('event: consent\ndata: {"epoch":1}\n\n')
    // the last reader has gone, so nobody watches: the next one starts a new watch
    await vi.waitFor(async () => {
      const before = watch.mock.calls.length
      const again = await fetch(`${url}/v1/me/events`, {
        headers: { authorization: `Bearer ${await tokenFor('acme', 'ada')}` },
      })
      await again.body?.cancel()
      expect(watch.mock.calls.length).toBe(before + 1)
    })
  })

  it('makes a withdrawal count in another process within 5 seconds', async () => {
    const { url } = await mounted(mount)
    const consents: RemoteConsent[] = [5_000, 60_000].map((ttlMillis) =>
      // the second one would rely on its answer for a minute: only live updates can be in time
      remoteConsent({ url, ttlMillis, token: async () => await tokenFor('acme', 'guard', 'consent:read') }),
    )
    closers.push(() => consents.forEach((consent) => void consent.close()))
    const ada = { tenant: 'acme', subject: 'ada' }
    await put(url, 'ada', 'granted')
    const counts = (consent: RemoteConsent): boolean => {
      const state = consent.read(ada)
      return state?.grants.personalization === 'granted' && Date.now() <= state.validUntil
    }
    await vi.waitFor(() => expect(consents.every(counts)).toBe(true), { timeout: 5_000, interval: 10 })
    // both hear of changes by now
    await new Promise((resolve) => setTimeout(resolve, 300))
    await put(url, 'ada', 'denied')
    await vi.waitFor(() => expect(consents.some(counts)).toBe(false), { timeout: 5_000, interval: 10 })
    await vi.waitFor(() => expect(consents.map((consent) => consent.read(ada)?.epoch)).toEqual([2, 2]))
  })
})
