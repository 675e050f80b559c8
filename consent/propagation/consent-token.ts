/**
 * A consent token is a compact JWS, modelled on Transaction Tokens: short-lived, for one trust domain, about one person,
 * bound to nothing else. It is no transaction token (there is no token service, and its claims are others), so its type
 * says what it is (RFC 8725, section 3.11) and neither can pass for the other.
 *
 * @see draft-ietf-oauth-transaction-tokens; RFC 7515 (JWS), RFC 7519 (JWT), RFC 8037 (EdDSA), RFC 8725 (best practice)
 */
export const tokenType = 'privity-consent+jwt'

/** Ed25519 and nothing else: an algorithm that a token could choose is one that an attacker could choose. */
export const tokenAlgorithm = 'EdDSA'

/** Also the name of the metadata and message headers that carry it. */
export const tokenHeader = 'privity-consent'

/** Longer texts are not even looked at. */
export const maxTokenLength = 4_096

export const maxTokenSeconds = 300

/** How far the clock of whoever minted a token may be ahead. */
export const clockToleranceSeconds = 5

export interface ConsentClaims {
  /** The trust domain: whoever holds one of its keys speaks for it. */
  readonly iss: string
  /** The trust domain. */
  readonly aud: string
  /** Unix seconds. */
  readonly iat: number
  /** Unix seconds, at most five minutes after `iat`. */
  readonly exp: number
  /** A random name of this token. */
  readonly txn: string
  /** `''` for applications without tenants. */
  readonly tenant: string
  /** The person, as `consent/subject-pseudonym.ts` names them. */
  readonly sub: string
  /** Purposes, or `purpose@recipient`. What stands in neither list is unset. */
  readonly granted: readonly string[]
  readonly denied: readonly string[]
  readonly policy_version: string
  readonly epoch: number
  /** When the epoch began, in Unix milliseconds. */
  readonly changed_at: number
}
