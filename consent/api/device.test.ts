import { describe, expect, it } from 'vitest'
import { pageOrigin, type TestApi, testApi } from './api-fixture.ts'
import { deviceCookie, deviceSubject } from './device.ts'

const own = { origin: pageOrigin, 'sec-fetch-site': 'same-origin', 'x-privity': '1' }
const put = { method: 'PUT', json: { changes: [{ purpose: 'model_training', grant: 'granted' }] } }

async function newDevice({ ask }: TestApi): Promise<string> {
  const response = await ask('/v1/devices', { method: 'POST', json: {}, headers: own })
  expect(response.status).toBe(201)
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe('a device', () => {
  it('gets 256 random bits that no script can read', async () => {
    const { ask } = await testApi()
    const cookies = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const response = await ask('/v1/devices', { method: 'POST', json: {}, headers: own })
        expect(await response.json()).toEqual({ device: true })
        return response.headers.get('set-cookie') ?? ''
      }),
    )
    for (const cookie of cookies)
      expect(cookie).toMatch(
        /^__Host-privity-device=[\w-]{43}; Max-Age=15552000; Path=\/; Secure; HttpOnly; SameSite=Lax$/u,
      )
    expect(new Set(cookies).size).toBe(20)
  })

  it('keeps the cookie that it has', async () => {
    const test = await testApi()
    const cookie = await newDevice(test)
    const again = await test.ask('/v1/devices', { method: 'POST', json: {}, headers: { ...own, cookie } })
    expect([again.status, again.headers.get('set-cookie')]).toEqual([201, null])
  })

  it('reads and changes its own consent, under a name that is not the secret', async () => {
    const test = await testApi()
    const cookie = await newDevice(test)
    expect((await test.ask('/v1/me/consent', { ...put, headers: { ...own, cookie } })).status).toBe(200)
    expect(await (await test.ask('/v1/me/history', { headers: { cookie } })).json()).toMatchObject({
      entries: [{ purpose: 'model_training', event: 'given' }],
    })
    const subject = deviceSubject(cookie) ?? ''
    expect(subject).toMatch(/^device:[\w-]{43}$/u)
    expect(subject).not.toContain(cookie.slice(deviceCookie.length + 1))
    expect((await test.ledger.state({ tenant: 'acme', subject })).grants.model_training).toBe('granted')
    const other = await newDevice(test)
    expect(await (await test.ask('/v1/me/history', { headers: { cookie: other } })).json()).toEqual({ entries: [] })
  })

  it.each(['/v1/changes', '/v1/subjects/ada/consent', '/v1/verify'])(
    'may not do what machines and operators do: %s',
    async (path) => {
      const test = await testApi()
      expect((await test.ask(path, { headers: { cookie: await newDevice(test) } })).status).toBe(403)
    },
  )

  it('is nobody where the mount has no devices', async () => {
    const test = await testApi({ devices: undefined })
    const cookie = `${deviceCookie}=${'a'.repeat(43)}`
    expect((await test.ask('/v1/me/consent', { headers: { cookie } })).status).toBe(401)
    expect((await test.ask('/v1/devices', { method: 'POST', json: {}, headers: own })).status).toBe(404)
  })

  it('does not stand in for a token that is not valid', async () => {
    const test = await testApi()
    const headers = { cookie: await newDevice(test), authorization: 'Bearer a.b.c' }
    expect((await test.ask('/v1/me/consent', { headers })).status).toBe(401)
  })

  it('cannot be named by a token', async () => {
    const test = await testApi()
    const subject = deviceSubject(await newDevice(test)) ?? ''
    expect((await test.as('acme', subject)('/v1/me/consent')).status).toBe(401)
  })

  it.each([
    '',
    'a=b',
    `${deviceCookie}=short`,
    `${deviceCookie}=${'a'.repeat(44)}`,
    `${deviceCookie}=${'!'.repeat(43)}`,
    `${deviceCookie}=${'a'.repeat(43)}; ${deviceCookie}=${'b'.repeat(43)}`,
    `x${deviceCookie}=${'a'.repeat(43)}`,
  ])('is not made of the cookie %j', (cookie) => {
    expect(deviceSubject(cookie)).toBeUndefined()
  })
})

describe('a request that another site makes with the cookie', () => {
  const attacks: Readonly<Record<string, Record<string, string>>> = {
    'from another origin': { ...own, origin: 'https://evil.example' },
    'from a subdomain': { ...own, origin: 'https://blog.shop.example' },
    'over http': { ...own, origin: 'http://shop.example' },
    'from an opaque origin': { ...own, origin: 'null' },
    'across sites': { ...own, 'sec-fetch-site': 'cross-site' },
    'from the same site': { ...own, 'sec-fetch-site': 'same-site' },
    'typed by the person': { ...own, 'sec-fetch-site': 'none' },
    'with no sign of where it is from': { 'x-privity': '1' },
    'without the header': { origin: pageOrigin, 'sec-fetch-site': 'same-origin' },
    'as a form': { ...own, 'content-type': 'application/x-www-form-urlencoded' },
    'as plain text': { ...own, 'content-type': 'text/plain' },
    'as text that says JSON': { ...own, 'content-type': 'text/plain; application/json' },
    'without a type': { ...own, 'content-type': '' },
  }

  it.each(Object.entries(attacks))('is refused %s, and nothing is written', async (_name, headers) => {
    const test = await testApi()
    const cookie = await newDevice(test)
    const response = await test.ask('/v1/me/consent', { ...put, headers: { ...headers, cookie } })
    expect(response.status).toBe(403)
    const device = await test.ask('/v1/devices', { method: 'POST', json: {}, headers })
    expect([device.status, device.headers.get('set-cookie')]).toEqual([403, null])
    const subject = deviceSubject(cookie) ?? ''
    expect(await test.ledger.history({ tenant: 'acme', subject })).toEqual([])
  })

  it.each<Record<string, string>>([
    { origin: pageOrigin, 'x-privity': '1' },
    { 'sec-fetch-site': 'same-origin', 'x-privity': '1' },
    { ...own, 'content-type': 'application/json; charset=utf-8' },
  ])('is taken from the own origin: %j', async (headers) => {
    const test = await testApi()
    const cookie = await newDevice(test)
    expect((await test.ask('/v1/me/consent', { ...put, headers: { ...headers, cookie } })).status).toBe(200)
  })

  it('cannot read an answer either: no CORS header allows credentials', async () => {
    const test = await testApi()
    const headers = { cookie: await newDevice(test), origin: 'https://evil.example' }
    const response = await test.ask('/v1/me/consent', { headers })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })
})
