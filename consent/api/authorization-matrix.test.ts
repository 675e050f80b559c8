import { createHmac } from 'node:crypto'
import { exportSPKI } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type CraftedClaims,
  craftToken,
  issuerOf,
  keysOf,
  publicJwk,
  type Tenant,
  type TestApi,
  testApi,
  testLedger,
  tokenFor,
} from './api-fixture.ts'
import { apiScopes } from './api-options.ts'
import { type RouteCase, routeCases } from './route-cases-fixture.ts'

/** The same person in two tenants, and a second one in each. */
const subject = 'ada'
let test: TestApi

beforeAll(async () => {
  const ledger = await testLedger()
  const given = { event: 'given', purpose: 'personalization', method: 'api', actor: 'subject' } as const
  await ledger.record({ tenant: 'acme', subject }, [given])
  await ledger.record({ tenant: 'globex', subject }, [given, given])
  await ledger.record({ tenant: 'acme', subject: 'bob' }, [given])
  test = await testApi({ ledger })
})

const send = async (one: RouteCase, authorization?: string): Promise<Response> => {
  const { path, method, json, headers } = one
  const response = await test.ask(path(subject), {
    method,
    json,
    headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
  })
  if (one.streams && response.status === 200) await response.body?.cancel()
  return response
}

const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = (): number => Math.floor(Date.now() / 1_000)

/** A token that anybody can make: the public key, in a form that is lying about, as the secret of an HMAC. */
async function confused(algorithm: 'HS256' | 'none', tenant: Tenant, scope: string, secret?: string): Promise<string> {
  const [, payload = ''] = (await craftToken(tenant, { scope })).split('.')
  const text = `${base64({ alg: algorithm, typ: 'privity-api+jwt', kid: tenant })}.${payload}`
  const signature = secret === undefined ? '' : createHmac('sha256', secret).update(text).digest('base64url')
  return `${text}.${signature}`
}

async function otherKey(scope: string): Promise<string> {
  const [head, payload] = (await craftToken('acme', { scope })).split('.')
  const [, , signature] = (await craftToken('globex', { scope, iss: issuerOf('acme') })).split('.')
  return `${head}.${payload}.${signature}`
}

const crafted =
  (claims: () => CraftedClaims, header: Record<string, string> = {}) =>
  (scope: string) =>
    craftToken('acme', { scope, ...claims() }, header)

/** What must not pass, by name: each is tried on each route that needs a token. */
const forgeries: Readonly<Record<string, (scope: string) => string | Promise<string>>> = {
  expired: crafted(() => ({ iat: now() - 400, exp: now() - 100 })),
  'not yet valid': crafted(() => ({ nbf: now() + 120 })),
  'issued in the future': crafted(() => ({ iat: now() + 120, exp: now() + 300 })),
  'valid for longer than five minutes': crafted(() => ({ exp: now() + 301 })),
  'without expiry': crafted(() => ({ exp: undefined })),
  'without time of issue': crafted(() => ({ iat: undefined })),
  'without id': crafted(() => ({ jti: undefined })),
  'without subject': crafted(() => ({ sub: undefined })),
  'with an empty subject': crafted(() => ({ sub: '' })),
  'with a subject of 257 characters': crafted(() => ({ sub: 'a'.repeat(257) })),
  'for another audience': crafted(() => ({ aud: 'https://other.example' })),
  'without audience': crafted(() => ({ aud: undefined })),
  'of an unknown issuer': crafted(() => ({ iss: 'https://evil.example' })),
  'of another issuer than its key': crafted(() => ({ iss: issuerOf('globex') })),
  'without issuer': crafted(() => ({ iss: undefined })),
  'of another type': crafted(() => ({}), { typ: 'JWT' }),
  'with an unknown key id': crafted(() => ({}), { kid: 'other' }),
  'signed by another tenant': (scope) => craftToken('globex', { scope, iss: issuerOf('acme') }, { kid: 'acme' }),
  'with the signature of another': otherKey,
  'with algorithm none': (scope) => confused('none', 'acme', scope),
  'with the public key (PEM) as an HMAC secret': async (scope) =>
    await confused('HS256', 'initech', scope, await exportSPKI(keysOf.initech.publicKey)),
  'with the public key (JWK) as an HMAC secret': async (scope) =>
    await confused('HS256', 'acme', scope, JSON.stringify(await publicJwk('acme'))),
  'with a changed payload': async (scope) => {
    const [head, , signature] = (await craftToken('acme', { scope })).split('.')
    const claims = { iss: issuerOf('acme'), aud: '*', sub: 'bob', jti: 'x', scope, iat: now(), exp: now() + 60 }
    return `${head}.${base64(claims)}.${signature}`
  },
  'with 9000 characters': (scope) => craftToken('acme', { scope, more: 'x'.repeat(9_000) }),
  'that is none': () => 'a.b.c',
}

const table = Object.entries(routeCases)
const guarded = table.filter(([, { scope }]) => scope !== undefined)

describe('the route table', () => {
  it('has a case for every route, and no case without one', () => {
    const documented = test.api.openAPIRegistry.definitions.flatMap((definition) =>
      definition.type === 'route' ? [`${definition.route.method.toUpperCase()} ${definition.route.path}`] : [],
    )
    expect(documented.toSorted()).toEqual(Object.keys(routeCases).toSorted())
    // what Hono serves is what is documented: no route was added past the registry
    const served = new Set(
      test.api.routes
        .filter(({ method }) => method !== 'ALL')
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/gu, '{$1}')}`),
    )
    expect([...served].toSorted()).toEqual(Object.keys(routeCases).toSorted())
  })

  it('says in the document which scope each route needs', () => {
    for (const definition of test.api.openAPIRegistry.definitions) {
      if (definition.type !== 'route') continue
      const { method, path, security = [] } = definition.route
      const scopes = security.flatMap((requirement) => requirement.token ?? [])
      const scope = routeCases[`${method.toUpperCase()} ${path}`]?.scope
      expect(scopes, `${method} ${path}`).toEqual(scope === undefined ? [] : [scope])
    }
  })
})

describe.each(guarded)('%s', (_name, one) => {
  const scope = one.scope ?? 'self'

  it('answers who it is for', async () => {
    expect((await send(one, `Bearer ${await tokenFor('acme', subject, scope)}`)).status).toBe(one.status)
  })

  it('answers 401 without a token, the same as with a bad one', async () => {
    const without = await send(one)
    const bad = await send(one, 'Bearer a.b.c')
    expect([without.status, bad.status]).toEqual([401, 401])
    expect(await without.text()).toBe(await bad.text())
    expect(Object.fromEntries(without.headers)).toEqual(Object.fromEntries(bad.headers))
  })

  it.each(Object.entries(forgeries))('answers 401 to a token %s', async (_forgery, forge) => {
    const response = await send(one, `Bearer ${await forge(scope)}`)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'unauthorized' })
  })

  it.each(['Basic YWRhOng=', 'bearer', 'Bearer', 'Bearer  a.b.c', 'Bearer a.b.c, Bearer a.b.c'])(
    'answers 401 to %j',
    async (authorization) => {
      expect((await send(one, authorization)).status).toBe(401)
    },
  )

  it.each(apiScopes.filter((other) => other !== scope))('answers 403 to a token for %s', async (other) => {
    const response = await send(one, `Bearer ${await tokenFor('acme', subject, other)}`)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'forbidden' })
  })

  it('answers 403 to a token without a scope, and to words that look like one', async () => {
    for (const words of [undefined, '', 'SELF', `${scope}s`, [scope], { [scope]: true }]) {
      expect((await send(one, `Bearer ${await craftToken('acme', { scope: words })}`)).status).toBe(403)
    }
  })

  it(one.changes ? 'takes a token once' : 'takes a token again, as it changes nothing', async () => {
    const authorization = `Bearer ${await tokenFor('acme', subject, scope)}`
    const statuses = [(await send(one, authorization)).status, (await send(one, authorization)).status]
    expect(statuses).toEqual([one.status, one.changes ? 401 : one.status])
  })

  it('does not know HEAD, with which a stream would be opened that nobody ends', async () => {
    const authorization = `Bearer ${await tokenFor('acme', subject, scope)}`
    const response = await test.ask(one.path(subject), { method: 'HEAD', headers: { authorization } })
    expect([response.status, await response.text()]).toEqual([404, ''])
  })
})

describe.each(table.filter(([, { scope }]) => scope === undefined))('%s', (_name, one) => {
  it('answers everybody the same, whatever token they have', async () => {
    const without = await send(one)
    const withOne = await send(one, `Bearer ${await tokenFor('globex', 'bob', 'operator')}`)
    expect([without.status, withOne.status]).toEqual([one.status, one.status])
    expect(await without.text()).toBe(await withOne.text())
  })
})

describe('what is nobody’s', () => {
  it.each([
    '/',
    '/v1',
    '/v1/me',
    '/v1/subjects/ada',
    '/v2/me/consent',
    '/v1/me/consent/',
    '/v1/subjects//consent',
    '/.git/config',
  ])('answers 404 with one text at %s', async (path) => {
    const known = await test.ask(path)
    expect(known.status).toBe(404)
    expect(await known.text()).toBe(await (await test.ask('/elsewhere')).text())
  })

  it.each(['DELETE', 'PATCH', 'TRACE2'])('answers 404 to %s', async (method) => {
    expect((await test.ask('/v1/me/consent', { method })).status).toBe(404)
  })
})
