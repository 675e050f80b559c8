import { verify } from 'node:crypto'
import type { Grant, Policy } from '../../policy/policy.ts'
import type { Subject } from '../consent-source.ts'
import type { SubjectPseudonym } from '../subject-pseudonym.ts'
import type { CarriedConsent } from './carried-consent.ts'
import {
  type ConsentClaims,
  clockToleranceSeconds,
  maxTokenLength,
  maxTokenSeconds,
  tokenAlgorithm,
  tokenType,
} from './consent-token.ts'
import { createRecent } from './recent.ts'
import type { TokenKeys } from './token-keys.ts'

export interface TokenVerifierOptions {
  readonly policy: Policy
  readonly keys: TokenKeys
  readonly pseudonymOf: SubjectPseudonym
  /** Unix milliseconds. */
  readonly now?: () => number
}

/** Why a token was not believed. */
export type TokenRefusal =
  | 'too_long'
  | 'malformed'
  | 'wrong_header'
  | 'unknown_key'
  | 'wrong_audience'
  | 'bad_lifetime'
  | 'expired'
  | 'bad_signature'

export type TokenVerifier = (text: string) => CarriedConsent | TokenRefusal

const maxTokens = 10_000
const maxPurposes = 2_112

/**
 * Reads consent tokens, and believes those that a key of the ring signed for this trust domain and that have not
 * expired. A token that was believed once costs a look-up until it expires; one that was not is never remembered, so that
 * nobody can fill the memory with forgeries.
 *
 * Grants that were given under another version of the policy do not count, as its purposes may mean something else;
 * denials do.
 *
 * Verifies with `node:crypto`, as the propagators of OpenTelemetry cannot wait; `jose` is asynchronous throughout.
 */
export function createTokenVerifier({
  policy,
  keys,
  pseudonymOf,
  now = Date.now,
}: TokenVerifierOptions): TokenVerifier {
  const believed = createRecent<CarriedConsent>(maxTokens)

  return (text) => {
    if (text.length > maxTokenLength) return 'too_long'
    const time = now()
    const known = believed.get(text)
    if (known !== undefined) {
      if (time < known.consent.validUntil) return known
      believed.delete(text)
      return 'expired'
    }
    const parts = text.split('.')
    const [head = '', body = '', signature = ''] = parts
    // what decodes to the same bytes is not the same text: there is one spelling of each token
    if (parts.length !== 3 || !parts.every(isCanonical)) return 'malformed'

    const header = decode(head)
    const claims = decode(body)
    if (header === undefined || claims === undefined) return 'malformed'
    if (!isHeader(header)) return 'wrong_header'
    const key = keys.verifying.get(header.kid)
    if (key === undefined) return 'unknown_key'
    // what is cheap to refuse is refused before the signature, which costs a tenth of a millisecond
    if (!isClaims(claims)) return 'malformed'
    const trustDomain = policy.propagation?.trustDomain
    if (claims.aud !== trustDomain || claims.iss !== trustDomain) return 'wrong_audience'
    const { iat, exp } = claims
    if (exp <= iat || exp - iat > maxTokenSeconds || iat > time / 1e3 + clockToleranceSeconds) return 'bad_lifetime'
    if (time >= exp * 1e3) return 'expired'
    if (!verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) return 'bad_signature'

    const carried = carry(text, claims, policy.version, pseudonymOf)
    believed.set(text, carried)
    return carried
  }
}

function carry(
  token: string,
  claims: ConsentClaims,
  policyVersion: string,
  pseudonymOf: SubjectPseudonym,
): CarriedConsent {
  const { tenant, sub } = claims
  const grants: Record<string, Grant> = Object.create(null)
  if (claims.policy_version === policyVersion) for (const purpose of claims.granted) grants[purpose] = 'granted'
  for (const purpose of claims.denied) grants[purpose] = 'denied'
  const subject: Subject = { ...(tenant !== '' && { tenant }), subject: sub, pseudonymous: true }
  return Object.freeze({
    subject: Object.freeze(subject),
    consent: Object.freeze({
      epoch: claims.epoch,
      grants: Object.freeze(grants),
      changedAt: claims.changed_at,
      validUntil: claims.exp * 1e3,
    }),
    token,
    isAbout: (other: Subject) => (other.tenant ?? '') === tenant && pseudonymOf(other) === sub,
  })
}

function isCanonical(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64url').toString('base64url') === text
}

function decode(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(utf8.decode(Buffer.from(text, 'base64url')))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Any further member, such as `crit`, `jwk` or `b64`, asks for something that this reader does not do. */
function isHeader(header: { alg?: unknown; typ?: unknown; kid?: unknown }): header is { kid: string } {
  return (
    header.alg === tokenAlgorithm &&
    header.typ === tokenType &&
    typeof header.kid === 'string' &&
    Object.keys(header).length === 3
  )
}

function isClaims(claims: { [name in keyof ConsentClaims]?: unknown }): claims is ConsentClaims {
  return (
    [claims.iss, claims.aud, claims.txn, claims.tenant, claims.policy_version].every(isText) &&
    isText(claims.sub) &&
    /^[\w-]{22}$/u.test(claims.sub) &&
    Number.isSafeInteger(claims.iat) &&
    Number.isSafeInteger(claims.exp) &&
    [claims.epoch, claims.changed_at].every((number) => Number.isFinite(number)) &&
    [claims.granted, claims.denied].every(isPurposes)
  )
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isPurposes(value: unknown): boolean {
  return Array.isArray(value) && value.length <= maxPurposes && value.every(isText)
}
