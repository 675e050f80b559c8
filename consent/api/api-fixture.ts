import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import type { ApiScope, ConsentApiOptions } from './api-options.ts'
import { createConsentApi } from './create-consent-api.ts'
import { signApiToken } from './sign-api-token.ts'
import { apiTokenType } from './verify-token.ts'

export const audience = 'https://consent.example'
export const pageOrigin = 'https://shop.example'

export const fixturePolicy: Policy = parsePolicy({
  version: '2026-11-23',
  controller: { name: 'Acme', contact: 'privacy@acme.example' },
  purposes: {
    personalization: { description: 'Suggests features from how you work', recipients: ['partner_one'] },
    invoicing: { basis: 'contract' },
  },
})

/** What each tenant's issuer signs with. Made once: RSA keys are slow to make. */
export const keysOf = {
  acme: await generateKeyPair('EdDSA', { extractable: true }),
  globex: await generateKeyPair('ES256', { extractable: true }),
  initech: await generateKeyPair('RS256', { extractable: true }),
}
export type Tenant = keyof typeof keysOf
const algorithmOf = { acme: 'EdDSA', globex: 'ES256', initech: 'RS256' } as const
const allScopes: readonly ApiScope[] = ['self', 'consent:read', 'operator']

export function issuerOf(tenant: Tenant): string {
  return `https://${tenant}.example`
}

export async function publicJwk(tenant: Tenant) {
  return { ...(await exportJWK(keysOf[tenant].publicKey)), kid: tenant, alg: algorithmOf[tenant] }
}

const opened: Ledger[] = []
afterAll(async () => {
  for (const ledger of opened) await ledger.close()
})

export async function testLedger(): Promise<Ledger> {
  const key = 'the key of a ledger that lives for one test'
  const ledger = await openLedger({ policy: fixturePolicy, key, database: { sqlite: ':memory:' } })
  opened.push(ledger)
  return ledger
}

export interface TestApi {
  readonly api: ReturnType<typeof createConsentApi>
  readonly ledger: Ledger
  /** A request with a fresh token of this tenant. */
  as(tenant: Tenant, subject: string, scope?: ApiScope): (path: string, init?: TestInit) => Promise<Response>
  ask(path: string, init?: TestInit): Promise<Response>
}

export interface TestInit {
  readonly method?: string
  readonly json?: unknown
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

const plenty = { points: 1_000_000, seconds: 60 }

/** An API with two tenants, a device's origin and receipts; nothing listens. */
export async function testApi(options: Partial<ConsentApiOptions> = {}): Promise<TestApi> {
  const ledger = options.ledger ?? (await testLedger())
  const issuers = await Promise.all(
    (Object.keys(keysOf) as Tenant[]).map(async (tenant) => ({
      issuer: issuerOf(tenant),
      tenant,
      keys: { keys: [await publicJwk(tenant)] },
      algorithms: [algorithmOf[tenant]],
      scopes: allScopes,
    })),
  )
  const api = createConsentApi({
    policy: fixturePolicy,
    ledger,
    issuers,
    audience,
    origins: [pageOrigin],
    devices: { tenant: 'acme', origin: pageOrigin },
    receipt: async ({ seq, purpose }) => `receipt-of-${seq}-${purpose}`,
    rateLimits: { address: plenty, subject: plenty, tenant: plenty, machines: plenty },
    ...options,
  })
  const ask = async (path: string, { json, headers, ...init }: TestInit = {}): Promise<Response> =>
    await api.request(path, {
      ...init,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    })
  return {
    api,
    ledger,
    ask,
    as:
      (tenant, subject, scope = 'self') =>
      async (path, init = {}) =>
        await ask(path, {
          ...init,
          headers: { authorization: `Bearer ${await tokenFor(tenant, subject, scope)}`, ...init.headers },
        }),
  }
}

export async function tokenFor(tenant: Tenant, subject: string, scope: ApiScope = 'self'): Promise<string> {
  const signer = { issuer: issuerOf(tenant), audience, key: keysOf[tenant].privateKey, algorithm: algorithmOf[tenant] }
  return await signApiToken({ ...signer, keyId: tenant }, { subject, scopes: [scope] })
}

export interface CraftedClaims {
  readonly [claim: string]: unknown
}

/** A token of a tenant's key in which anything can be wrong; `undefined` leaves a claim out. */
export async function craftToken(
  tenant: Tenant,
  claims: CraftedClaims = {},
  header: Record<string, string> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000)
  const all = {
    iss: issuerOf(tenant),
    aud: audience,
    sub: 'ada',
    jti: crypto.randomUUID(),
    scope: 'self',
    iat: now,
    exp: now + 300,
    ...claims,
  }
  const payload = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return await new SignJWT(payload)
    .setProtectedHeader({ alg: algorithmOf[tenant], typ: apiTokenType, kid: tenant, ...header })
    .sign(keysOf[tenant].privateKey)
}
