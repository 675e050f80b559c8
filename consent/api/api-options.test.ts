import { exportJWK, generateSecret } from 'jose'
import { describe, expect, it } from 'vitest'
import { audience, craftToken, fixturePolicy, issuerOf, publicJwk, testLedger } from './api-fixture.ts'
import { ConsentApiError, type ConsentApiOptions, type TrustedIssuer } from './api-options.ts'
import { createConsentApi } from './create-consent-api.ts'

const acme: TrustedIssuer = {
  issuer: issuerOf('acme'),
  tenant: 'acme',
  keys: { keys: [await publicJwk('acme')] },
  algorithms: ['EdDSA'],
}
const shared = await testLedger()
const make = (options: Partial<ConsentApiOptions>) =>
  createConsentApi({
    policy: fixturePolicy,
    ledger: shared,
    audience,
    issuers: [acme],
    ...options,
  })
const secret = { ...(await exportJWK(await generateSecret('HS256', { extractable: true }))), kid: 's' }
const { kid: _kid, ...nameless } = await publicJwk('acme')

describe('the options of the API', () => {
  it.each<[string, Partial<ConsentApiOptions>, string, string]>([
    ['an issuer twice', { issuers: [acme, acme] }, 'duplicate_name', 'issuers[1].issuer'],
    ['an issuer without a name', { issuers: [{ ...acme, issuer: '' }] }, 'missing', 'issuers[0].issuer'],
    ['no algorithm', { issuers: [{ ...acme, algorithms: [] }] }, 'unknown_value', 'issuers[0].algorithms'],
    [
      'a shared secret’s algorithm',
      { issuers: [{ ...acme, algorithms: ['HS256' as 'EdDSA'] }] },
      'unknown_value',
      'issuers[0].algorithms',
    ],
    ['no keys', { issuers: [{ ...acme, keys: { keys: [] } }] }, 'missing', 'issuers[0].keys'],
    ['a shared secret', { issuers: [{ ...acme, keys: { keys: [secret] } }] }, 'wrong_type', 'issuers[0].keys'],
    [
      'a private key',
      { issuers: [{ ...acme, keys: { keys: [{ ...nameless, d: 'x' }] } }] },
      'wrong_type',
      'issuers[0].keys',
    ],
    ['tenants of unknown keys', { issuers: [{ ...acme, tenant: { other: 'acme' } }] }, 'missing', 'issuers[0].tenant'],
    [
      'tenants of nameless keys',
      { issuers: [{ ...acme, tenant: { acme: 'acme' }, keys: { keys: [nameless] } }] },
      'missing',
      'issuers[0].tenant',
    ],
    [
      'tenants of keys behind a function',
      { issuers: [{ ...acme, tenant: { acme: 'acme' }, keys: async () => nameless }] },
      'wrong_type',
      'issuers[0].tenant',
    ],
    [
      'an origin with a path',
      { devices: { tenant: 'acme', origin: 'https://shop.example/' } },
      'invalid_endpoint',
      'devices.origin',
    ],
    [
      'an origin without TLS',
      { devices: { tenant: 'acme', origin: 'http://shop.example' } },
      'invalid_endpoint',
      'devices.origin',
    ],
  ])('are refused with %s', (_name, options, code, path) => {
    const error = (() => {
      try {
        return make(options)
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(ConsentApiError)
    expect(error).toMatchObject({
      code,
      path,
      expected: expect.any(String),
      received: expect.any(String),
      hint: expect.any(String),
    })
  })

  it('give an issuer no more scopes than they say: people’s own, unless more is written', async () => {
    const api = make({})
    const ask = async (scope: string, path: string) =>
      (await api.request(path, { headers: { authorization: `Bearer ${await craftToken('acme', { scope })}` } })).status
    expect(await ask('self', '/v1/me/consent')).toBe(200)
    expect(await ask('operator self', '/v1/subjects/ada/consent')).toBe(403)
    expect(await ask('consent:read', '/v1/changes')).toBe(403)
  })

  it('can give each key of an issuer a tenant of its own', async () => {
    const keys = { keys: [await publicJwk('acme'), await publicJwk('globex')] }
    const issuer = 'https://sign-in.example'
    const tenant = { acme: 'acme', globex: 'globex' }
    const api = make({
      issuers: [{ issuer, tenant, keys, algorithms: ['EdDSA', 'ES256'], scopes: ['consent:read'] }],
    })
    for (const name of ['acme', 'globex'] as const) {
      const token = await craftToken(name, { iss: issuer, scope: 'consent:read', tenant: 'initech' })
      const response = await api.request('/v1/states', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ subjects: [{ subject: 'ada' }] }),
      })
      expect(await response.json()).toMatchObject({ tenant: name })
    }
    // the name of the other's key does not make it the other's
    const lying = await craftToken('acme', { iss: issuer, scope: 'consent:read' }, { kid: 'globex' })
    expect((await api.request('/v1/changes', { headers: { authorization: `Bearer ${lying}` } })).status).toBe(401)
  })

  it('find keys with a function of jose', async () => {
    const api = make({ issuers: [{ ...acme, keys: async () => await publicJwk('acme') }] })
    const headers = { authorization: `Bearer ${await craftToken('acme')}` }
    expect((await api.request('/v1/me/consent', { headers })).status).toBe(200)
  })

  it('leave out the routes of what they do not have', async () => {
    const api = make({})
    const headers = { authorization: `Bearer ${await craftToken('acme')}` }
    expect((await api.request('/v1/me/receipts', { headers })).status).toBe(404)
    expect((await api.request('/v1/devices', { method: 'POST' })).status).toBe(404)
  })

  it('serve applications without tenants', async () => {
    const ledger = await testLedger()
    const api = make({ ledger, issuers: [{ ...acme, tenant: '' }] })
    const headers = { authorization: `Bearer ${await craftToken('acme')}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ changes: [{ purpose: 'model_training', grant: 'granted' }] })
    expect((await api.request('/v1/me/consent', { method: 'PUT', headers, body })).status).toBe(200)
    expect((await ledger.state({ subject: 'ada' })).grants.model_training).toBe('granted')
  })
})
