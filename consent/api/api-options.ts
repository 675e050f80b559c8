import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose'
import type { Policy } from '../../policy/policy.ts'
import type { ConsentEntry } from '../ledger/consent-entry.ts'
import type { Ledger } from '../ledger/ledger.ts'

/** What a caller may do: `self` their own consent, `consent:read` states of subjects for the guard, `operator` all of a tenant. */
export const apiScopes = ['self', 'consent:read', 'operator'] as const
export type ApiScope = (typeof apiScopes)[number]

/** Signatures with a public key only: with a shared secret, whoever verifies could sign. */
export const apiAlgorithms = ['EdDSA', 'ES256', 'RS256'] as const
export type ApiAlgorithm = (typeof apiAlgorithms)[number]

/** Somebody whose tokens count. */
export interface TrustedIssuer {
  /** The claim `iss`, to the letter. */
  readonly issuer: string
  /**
   * The tenant of all callers of this issuer; `''` for applications without tenants. Or the tenant of each key, by key
   * id: then `keys` has to be a list. Never taken from the token or the request.
   */
  readonly tenant: string | Readonly<Record<string, string>>
  /** The public keys; or a function of `jose` that finds them, such as `createRemoteJWKSet(url)`. */
  readonly keys: JSONWebKeySet | JWTVerifyGetKey
  readonly algorithms: readonly ApiAlgorithm[]
  /** What tokens of this issuer can be good for at most. @defaultValue `['self']` */
  readonly scopes?: readonly ApiScope[]
}

/** So many requests in so many seconds. */
export interface RateLimit {
  readonly points: number
  readonly seconds: number
}

export interface RateLimits {
  /** By network address, before anything else is looked at. @defaultValue 600 a minute */
  readonly address?: RateLimit
  /** By person, device or operator. @defaultValue 120 a minute */
  readonly subject?: RateLimit
  /** All people and operators of a tenant. @defaultValue 12000 a minute */
  readonly tenant?: RateLimit
  /** All machines of a tenant, so that they cannot keep people from withdrawing. @defaultValue 6000 a minute */
  readonly machines?: RateLimit
  /**
   * Makes the counters, for several instances behind one address. A limiter of `rate-limiter-flexible` over Redis or
   * PostgreSQL fits; while it fails, each instance counts for itself. Keys are pseudonyms, networks and tenants.
   */
  readonly createLimiter?: (name: RateLimitName, limit: RateLimit) => Limiter
}

export type RateLimitName = 'address' | 'subject' | 'tenant' | 'machines'

/** @see https://github.com/animir/node-rate-limiter-flexible/wiki/API-methods */
export interface Limiter {
  /** Rejects with `{ msBeforeNext }` when the points are used up, and with an `Error` when it fails. */
  consume(key: string): Promise<unknown>
}

/** Remembers which tokens were used to change something. */
export interface ReplayStore {
  /** @returns whether `id` is seen for the first time. It may be forgotten after `expiresAt` (Unix milliseconds). */
  firstUse(id: string, expiresAt: number): boolean | Promise<boolean>
}

/** People who are not signed in: a browser gets a secret, and the consent belongs to whoever holds it. */
export interface DeviceOptions {
  /** `''` for applications without tenants. */
  readonly tenant: string
  /** Where the pages are, as browsers see it: `https://shop.example`. The cookie works from there only. */
  readonly origin: string
  /** @defaultValue 180 days */
  readonly maxAgeSeconds?: number
}

export interface ConsentApiOptions {
  readonly policy: Policy
  readonly ledger: Ledger
  readonly issuers: readonly TrustedIssuer[]
  /** The claim `aud` that tokens for this API have. */
  readonly audience: string
  /** Where the host mounts the API, if it passes on whole paths: `/api/consent`. @defaultValue `''` */
  readonly basePath?: string
  /** Pages of other origins that may call with a token. @defaultValue `[]` */
  readonly origins?: readonly string[]
  readonly devices?: DeviceOptions
  readonly rateLimits?: RateLimits
  /**
   * The network address of a caller, for the rate limit. Only the host knows which proxy to believe.
   * @defaultValue the peer of the socket, under `@hono/node-server`; otherwise addresses are not counted
   */
  readonly addressOf?: (request: Request, bindings: unknown) => string | undefined
  /** For several instances. @defaultValue in memory, up to 100,000 tokens */
  readonly replays?: ReplayStore
  /** A signed receipt of one entry: `consent/receipts`. Without it there are no receipt routes. */
  readonly receipt?: (entry: ConsentEntry) => Promise<string>
  readonly now?: () => number
}

/** The options are wrong; thrown while the API is made, so that it never runs half-configured. */
export class ConsentApiError extends Error {
  override readonly name = 'ConsentApiError'
  readonly code: string
  readonly path: string
  readonly expected: string
  readonly received: string
  readonly hint: string

  constructor(issue: { code: string; path: string; expected: string; received: string; hint: string }) {
    super(`${issue.path}: ${issue.code}: expected ${issue.expected}, received ${issue.received}. ${issue.hint}`)
    this.code = issue.code
    this.path = issue.path
    this.expected = issue.expected
    this.received = issue.received
    this.hint = issue.hint
  }
}
