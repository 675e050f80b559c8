import type { Subject } from '../consent-source.ts'
import type { ApiScope } from './api-options.ts'

/** Who asks, after verification. */
export interface Caller {
  readonly kind: 'token' | 'device'
  /** From the issuer or key that verified the token, or from the mount's configuration. */
  readonly tenant: string
  /** For `self` the person; for machines and operators their own name, which owns no consent. */
  readonly name: string
  readonly scopes: readonly ApiScope[]
  /** Unix milliseconds. Streams end then. */
  readonly expiresAt: number
  /** Names the token, for replays; devices have none. */
  readonly tokenId?: string
}

/** What Hono's context carries from the middleware to the handlers. */
export interface ApiEnv {
  readonly Variables: {
    readonly caller: Caller
    /** On routes about oneself: what a signal of this request denies; `undefined` without one. */
    readonly signalled: readonly string[] | undefined
  }
}

/** A person of the caller's tenant. There is no other way to name one here. */
export function subjectOf(caller: Caller, subject: string): Subject {
  return caller.tenant === '' ? { subject } : { tenant: caller.tenant, subject }
}
