import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { type ApiScope, apiAlgorithms, apiScopes, ConsentApiError, type TrustedIssuer } from './api-options.ts'
import type { Caller } from './caller.ts'
import { deviceSubjectPrefix } from './device.ts'

/** The header `typ`: no token that was made for something else passes here. RFC 8725, section 3.11. */
export const apiTokenType = 'privity-api+jwt'

/** Longest life of a token, and how far clocks may differ. */
export const maxTokenSeconds = 300
const clockSeconds = 5

const maxTokenLength = 8_192
const maxNameLength = 256

/**
 * @returns who holds the token; `undefined` if it is not valid, without a reason, as whoever sends it learns none
 * @throws ConsentApiError if an issuer is not one that can be trusted
 */
export function createTokenVerifier(
  issuers: readonly TrustedIssuer[],
  audience: string,
  now: () => number,
): (token: string) => Promise<Caller | undefined> {
  const byName = new Map<string, TrustedIssuer & { readonly getKey: JWTVerifyGetKey }>()
  issuers.forEach((issuer, index) => {
    checkIssuer(issuer, `issuers[${index}]`, byName.has(issuer.issuer))
    const { keys } = issuer
    byName.set(issuer.issuer, { ...issuer, getKey: typeof keys === 'function' ? keys : createLocalJWKSet(keys) })
  })

  return async (token) => {
    if (token.length > maxTokenLength) return undefined
    try {
      // which keys to try; all that counts is read after verification
      const issuer = byName.get(String(decodeJwt(token).iss))
      if (issuer === undefined) return undefined
      const { payload, protectedHeader } = await jwtVerify(token, issuer.getKey, {
        algorithms: [...issuer.algorithms],
        issuer: issuer.issuer,
        audience,
        typ: apiTokenType,
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
        maxTokenAge: maxTokenSeconds,
        clockTolerance: clockSeconds,
        currentDate: new Date(now()),
      })
      const { sub = '', jti = '', iat = 0, exp = 0 } = payload
      if (exp - iat > maxTokenSeconds || exp <= iat) return undefined
      if (!isName(sub) || !isName(jti)) return undefined
      const tenant = typeof issuer.tenant === 'string' ? issuer.tenant : tenantOfKey(issuer.tenant, protectedHeader.kid)
      if (tenant === undefined) return undefined
      const scopes = scopesOf(payload.scope, issuer.scopes ?? ['self'])
      // the ids of devices are made here; a host that lets people choose their ids must not give one away
      if (scopes.includes('self') && sub.startsWith(deviceSubjectPrefix)) return undefined
      const tokenId = JSON.stringify([issuer.issuer, jti])
      return { kind: 'token', tenant, name: sub, scopes, expiresAt: (exp + clockSeconds) * 1_000, tokenId }
    } catch {
      return undefined
    }
  }
}

function isName(text: unknown): text is string {
  return typeof text === 'string' && text.length > 0 && text.length <= maxNameLength
}

function scopesOf(claim: unknown, allowed: readonly ApiScope[]): ApiScope[] {
  if (typeof claim !== 'string') return []
  const words = claim.split(' ')
  return apiScopes.filter((scope) => words.includes(scope) && allowed.includes(scope))
}

function tenantOfKey(tenants: Readonly<Record<string, string>>, kid: string | undefined): string | undefined {
  return kid !== undefined && Object.hasOwn(tenants, kid) ? tenants[kid] : undefined
}

function checkIssuer(issuer: TrustedIssuer, path: string, known: boolean): void {
  const refuse = (code: string, key: string, expected: string, received: string, hint: string): never => {
    throw new ConsentApiError({ code, path: `${path}.${key}`, expected, received, hint })
  }
  if (known) refuse('duplicate_name', 'issuer', 'each issuer once', 'the same name twice', 'Put its keys in one list.')
  if (issuer.issuer === '') refuse('missing', 'issuer', 'a name', 'an empty text', 'Use the claim `iss` of its tokens.')
  if (issuer.algorithms.length === 0 || !issuer.algorithms.every((name) => apiAlgorithms.includes(name)))
    refuse(
      'unknown_value',
      'algorithms',
      apiAlgorithms.join(', '),
      'others, or none',
      'Shared secrets are refused: whoever verifies with one could sign.',
    )
  if (typeof issuer.keys === 'function') {
    if (typeof issuer.tenant !== 'string')
      refuse('wrong_type', 'tenant', 'one tenant', 'tenants by key', 'Give the keys as a list, or one tenant.')
    return
  }
  checkKeys(issuer.keys, refuse)
  if (typeof issuer.tenant === 'string') return
  const ids = issuer.keys.keys.map(({ kid }) => kid)
  const named = ids.every((kid) => tenantOfKey(issuer.tenant as Record<string, string>, kid) !== undefined)
  if (!named || new Set(ids).size !== ids.length)
    refuse('missing', 'tenant', 'a tenant for the id of each key', 'fewer', 'Give each key a `kid` of its own.')
}

function checkKeys(
  { keys }: JSONWebKeySet,
  refuse: (code: string, key: string, expected: string, received: string, hint: string) => never,
): void {
  if (!Array.isArray(keys) || keys.length === 0)
    refuse('missing', 'keys', 'at least one public key', 'none', 'Use `exportJWK` of jose on the public key.')
  for (const key of keys) {
    if (key.kty === 'oct' || 'd' in key || 'k' in key)
      refuse('wrong_type', 'keys', 'public keys', 'a secret', 'Take the secret away from here: the issuer signs.')
  }
}
