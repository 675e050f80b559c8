import { randomUUID } from 'node:crypto'
import { type CryptoKey, type JWK, type KeyObject, SignJWT } from 'jose'
import type { ApiAlgorithm, ApiScope } from './api-options.ts'
import { apiTokenType, maxTokenSeconds } from './verify-token.ts'

export interface ApiTokenSigner {
  readonly issuer: string
  readonly audience: string
  /** The private key. */
  readonly key: CryptoKey | KeyObject | JWK
  readonly algorithm: ApiAlgorithm
  /** Needed where the issuer has several keys. */
  readonly keyId?: string
}

export interface ApiTokenClaims {
  /** The person for `self`; the name of the machine or operator otherwise. */
  readonly subject: string
  readonly scopes: readonly ApiScope[]
  /** @defaultValue 300, which is the most */
  readonly seconds?: number
}

/**
 * Makes a token for the consent API, in the host's backend, for somebody whom the host has authenticated. A token
 * changes something once, so each change takes a new one.
 *
 * @example
 * const { privateKey } = await generateKeyPair('EdDSA')
 * const signer = { issuer: 'https://shop.example', audience: 'consent', key: privateKey, algorithm: 'EdDSA' } as const
 * await signApiToken(signer, { subject: 'ada', scopes: ['self'] }) // 'eyJhbGciOiJFZERTQSIsInR5cCI6…'
 */
export async function signApiToken(signer: ApiTokenSigner, claims: ApiTokenClaims): Promise<string> {
  const { issuer, audience, key, algorithm, keyId } = signer
  const issuedAt = Math.floor(Date.now() / 1_000)
  return await new SignJWT({ scope: claims.scopes.join(' ') })
    .setProtectedHeader({ alg: algorithm, typ: apiTokenType, ...(keyId === undefined ? {} : { kid: keyId }) })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(claims.subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.min(claims.seconds ?? maxTokenSeconds, maxTokenSeconds))
    .sign(key)
}
