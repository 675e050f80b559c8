import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { pageOrigin, testApi, tokenFor } from './api-fixture.ts'
import type { Limiter } from './api-options.ts'
import { networkOf } from './rate-limits.ts'
import { memoryReplayStore } from './replay-store.ts'

const few = { points: 3, seconds: 60 }
const statuses = async (times: number, send: () => Promise<Response>): Promise<number[]> => {
  const all: number[] = []
  for (let time = 0; time < times; time++) all.push((await send()).status)
  return all
}

describe('rate limits', () => {
  it('count a person, and nobody else', async () => {
    const { as } = await testApi({ rateLimits: { subject: few } })
    expect(await statuses(5, () => as('acme', 'ada')('/v1/me/consent'))).toEqual([200, 200, 200, 429, 429])
    expect((await as('acme', 'bob')('/v1/me/consent')).status).toBe(200)
    expect((await as('globex', 'ada')('/v1/me/consent')).status).toBe(200)
  })

  it('say when to come back, in the form of all errors', async () => {
    const { as } = await testApi({ rateLimits: { subject: { points: 1, seconds: 30 } } })
    await as('acme', 'ada')('/v1/me/consent')
    const response = await as('acme', 'ada')('/v1/me/consent')
    const seconds = Number(response.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(25)
    expect(seconds).toBeLessThanOrEqual(30)
    expect(await response.json()).toMatchObject({ status: 429, code: 'too_many_requests', hint: expect.any(String) })
  })

  it('count the people of a tenant together, and machines apart', async () => {
    const { as } = await testApi({ rateLimits: { tenant: few, machines: few } })
    const subjects = ['a', 'b', 'c', 'd']
    const got = await Promise.all(subjects.map(async (name) => (await as('acme', name)('/v1/me/consent')).status))
    expect(got.toSorted()).toEqual([200, 200, 200, 429])
    const ask = () =>
      as('acme', 'guard', 'consent:read')('/v1/states', { method: 'POST', json: { subjects: [{ subject: 'a' }] } })
    expect(await statuses(4, ask)).toEqual([200, 200, 200, 429])
    expect((await as('globex', 'a')('/v1/me/consent')).status).toBe(200)
  })

  it('count devices apart from people who are signed in: anybody can make as many as they like', async () => {
    const { as, ask } = await testApi({ rateLimits: { tenant: few } })
    const device = () =>
      ask('/v1/me/consent', {
        headers: { cookie: `__Host-privity-device=${randomBytes(32).toString('base64url')}` },
      })
    expect(await statuses(4, device)).toEqual([200, 200, 200, 429])
    expect((await as('acme', 'ada')('/v1/me/consent')).status).toBe(200)
  })

  it('count wrong scopes and used tokens, too', async () => {
    const { as } = await testApi({ rateLimits: { subject: few } })
    expect(await statuses(4, () => as('acme', 'ada')('/v1/verify'))).toEqual([403, 403, 403, 429])
  })

  it('count an address before anything is looked at, whatever tokens it tries', async () => {
    const addressOf = (request: Request) => request.headers.get('x-test-address') ?? undefined
    const { ask } = await testApi({ addressOf, rateLimits: { address: few } })
    const from = (address: string) => () =>
      ask('/v1/me/consent', { headers: { 'x-test-address': address, authorization: 'Bearer a.b.c' } })
    expect(await statuses(4, from('192.0.2.1'))).toEqual([401, 401, 401, 429])
    expect((await from('192.0.2.2')()).status).toBe(401)
    // one household of IPv6 is one address
    expect(await statuses(3, from('2001:db8::1'))).toEqual([401, 401, 401])
    expect((await from('2001:db8::2:1')()).status).toBe(429)
    expect((await from('2001:db8:0:1::1')()).status).toBe(401)
  })

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['nonsense', 'nonsense'],
  ])('count %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })

  it('take the counters of the host, and count for themselves while these fail', async () => {
    const keys: string[] = []
    let fails = false
    const limiter: Limiter = {
      consume: async (key) => {
        keys.push(key)
        if (fails) throw new Error('redis is down')
        if (keys.filter((known) => known === key).length > 2) throw { msBeforeNext: 1_500 }
      },
    }
    const createLimiter = vi.fn(() => limiter)
    const { as, ledger } = await testApi({ rateLimits: { subject: few, createLimiter } })
    const send = () => as('acme', 'ada')('/v1/me/consent')
    expect(createLimiter).toHaveBeenCalledWith('subject', few)
    expect((await send()).status).toBe(200)
    // the tenant's counter has the same keys here: one request counts for both
    expect(keys).toEqual([ledger.pseudonymOf({ tenant: 'acme', subject: 'ada' }), '["token","acme"]'])
    expect((await send()).status).toBe(200)
    const refused = await send()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2'])
    fails = true
    expect(await statuses(4, send)).toEqual([200, 200, 200, 429])
  })
})

describe('sizes', () => {
  const body = (length: number) => {
    const json = JSON.stringify({ changes: [{ purpose: 'model_training', grant: 'denied' }] })
    return json + ' '.repeat(length - json.length)
  }

  it.each([
    [65_536, 200],
    [65_537, 413],
  ])('a body of %i bytes gets %i', async (length, status) => {
    const { as } = await testApi()
    const init = { method: 'PUT', body: body(length), headers: { 'content-type': 'application/json' } }
    expect((await as('acme', 'ada')('/v1/me/consent', init)).status).toBe(status)
  })

  it('a body without an end is read up to the limit only, whatever length it claims', async () => {
    const { api } = await testApi()
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 16_384
        controller.enqueue(new Uint8Array(16_384).fill(32))
      },
    })
    const headers = {
      authorization: `Bearer ${await tokenFor('acme', 'ada')}`,
      'content-type': 'application/json',
      'content-length': '10',
    }
    const init = { method: 'PUT', headers, body: endless, duplex: 'half' } as RequestInit
    expect((await api.request('/v1/me/consent', init)).status).toBe(413)
    expect(sent).toBeLessThan(1_000_000)
  })

  it.each([
    [15_000, 404],
    [17_000, 431],
  ])('headers of about %i bytes get %i', async (length, status) => {
    const { ask } = await testApi()
    expect((await ask('/nothing', { headers: { 'x-long': 'a'.repeat(length) } })).status).toBe(status)
  })
})

describe('headers', () => {
  it('keep every answer out of caches, frames and referrers', async () => {
    const { ask, as } = await testApi()
    const answers = [ask('/v1/policy'), ask('/nothing'), as('acme', 'ada')('/v1/me/consent'), ask('/v1/me/consent')]
    for (const { headers } of await Promise.all(answers)) {
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toContain('max-age=')
    }
  })

  it('allow the configured origins and no other', async () => {
    const { ask } = await testApi()
    const preflight = (origin: string) =>
      ask('/v1/me/consent', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } })
    const own = await preflight(pageOrigin)
    expect(own.headers.get('access-control-allow-origin')).toBe(pageOrigin)
    expect(own.headers.get('access-control-allow-headers')).toBe('authorization,content-type,idempotency-key')
    for (const origin of ['https://evil.example', 'null', `${pageOrigin}.evil.example`, 'http://shop.example']) {
      for (const response of [await preflight(origin), await ask('/v1/policy', { headers: { origin } })])
        expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
    // errors as well: a page that may call must be able to read why it was refused
    const refused = await ask('/v1/me/consent', { headers: { origin: pageOrigin } })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, pageOrigin])
    const none = await testApi({ origins: undefined })
    expect(
      (await none.ask('/v1/policy', { headers: { origin: pageOrigin } })).headers.get('access-control-allow-origin'),
    ).toBeNull()
  })
})

describe('memoryReplayStore', () => {
  it('knows a token until it has expired', () => {
    let now = 0
    const store = memoryReplayStore(() => now, 4)
    expect([store.firstUse('a', 5_000), store.firstUse('a', 5_000)]).toEqual([true, false])
    for (const id of ['b', 'c', 'd']) expect(store.firstUse(id, 9_000)).toBe(true)
    expect(() => store.firstUse('e', 9_000)).toThrow('too many')
    expect(store.firstUse('b', 9_000)).toBe(false)
    now = 6_000
    expect(store.firstUse('e', 9_000)).toBe(true)
    expect(() => store.firstUse('f', 9_000)).toThrow('too many')
  })

  it('makes the API say 503 when it is full, and change nothing', async () => {
    const { as, ledger } = await testApi({ replays: memoryReplayStore(Date.now, 1) })
    const put = { method: 'PUT', json: { changes: [{ purpose: 'model_training', grant: 'granted' }] } }
    expect((await as('acme', 'ada')('/v1/me/consent', put)).status).toBe(200)
    expect((await as('acme', 'ada')('/v1/me/consent', put)).status).toBe(503)
    expect(await ledger.history({ tenant: 'acme', subject: 'ada' })).toHaveLength(1)
  })
})
