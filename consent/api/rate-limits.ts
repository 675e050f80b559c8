import { isIPv6 } from 'node:net'
import { diag } from '@opentelemetry/api'
import ipaddr from 'ipaddr.js'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Limiter, RateLimit, RateLimitName, RateLimits } from './api-options.ts'
import { ProblemError } from './problem.ts'

const defaults: Readonly<Record<RateLimitName, RateLimit>> = {
  address: { points: 600, seconds: 60 },
  subject: { points: 120, seconds: 60 },
  tenant: { points: 12_000, seconds: 60 },
  machines: { points: 6_000, seconds: 60 },
}

/** Counts one request. @throws ProblemError with 429 when there were too many */
export type Counter = (name: RateLimitName, key: string) => Promise<void>

export function createCounter(options: RateLimits = {}): Counter {
  const make = (name: RateLimitName) => {
    const limit = options[name] ?? defaults[name]
    const own = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
    const shared: Limiter = options.createLimiter?.(name, limit) ?? own
    return { own, shared }
  }
  const limiters = {
    address: make('address'),
    subject: make('subject'),
    tenant: make('tenant'),
    machines: make('machines'),
  }
  return async (name, key) => {
    const { own, shared } = limiters[name]
    try {
      await shared.consume(key)
    } catch (refusal) {
      if (!isFailure(refusal)) throw tooMany(refusal)
      // a store that is down must keep nobody from withdrawing, and must not open the door either
      diag.warn(`privity: the shared rate limit (${name}) fails; this process counts for itself`)
      await own.consume(key).catch((refused: unknown) => {
        throw tooMany(refused)
      })
    }
  }
}

function isFailure(refusal: unknown): boolean {
  return typeof refusal !== 'object' || refusal === null || !('msBeforeNext' in refusal)
}

function tooMany(refusal: unknown): ProblemError {
  const millis = Number((refusal as { msBeforeNext?: unknown } | null)?.msBeforeNext)
  return new ProblemError({
    status: 429,
    code: 'too_many_requests',
    title: 'Too many requests',
    expected: 'fewer requests in this time',
    received: 'more than the limit',
    hint: 'Wait for as long as `Retry-After` says.',
    retryAfterSeconds: Number.isFinite(millis) ? Math.max(1, Math.ceil(millis / 1_000)) : 60,
  })
}

/**
 * What an address is counted under: one household of IPv6 has more addresses than any limit.
 *
 * @example networkOf('2001:db8::1') // '2001:db8::/64'
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`)}/64`
}

/** The peer of the socket where `@hono/node-server` passes it on. Not `X-Forwarded-For`: anybody can write that. */
export function socketAddress(_request: Request, bindings: unknown): string | undefined {
  const { incoming } = (bindings ?? {}) as { incoming?: { socket?: { remoteAddress?: unknown } } }
  const address = incoming?.socket?.remoteAddress
  return typeof address === 'string' ? address : undefined
}
