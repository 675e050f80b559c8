import { createRoute, type RouteConfig, type z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { ApiScope, ConsentApiOptions } from './api-options.ts'
import type { ApiEnv } from './caller.ts'
import type { ChangeHub } from './change-hub.ts'
import type { Guards } from './guards.ts'
import { ProblemBody } from './schemas.ts'

/** What the routes are made with. */
export interface ApiParts extends ConsentApiOptions {
  readonly guards: Guards
  readonly hub: ChangeHub
  readonly now: () => number
}

const maxBodyBytes = 65_536

interface Access {
  /** Absent: everybody. */
  readonly scope?: ApiScope
  /** Whether it writes. */
  readonly changes?: boolean
  /** For routes with a body. */
  readonly maxBytes?: number
}

/**
 * A route with its access: what the OpenAPI document says of it and what stands before it are made of the same words.
 */
export function apiRoute<const R extends Omit<RouteConfig, 'middleware' | 'security'>>(
  { basePath = '', guards }: ApiParts,
  { scope, changes = false, maxBytes = maxBodyBytes }: Access,
  route: R,
): R & { readonly middleware: MiddlewareHandler<ApiEnv>[] } {
  const middleware: MiddlewareHandler<ApiEnv>[] = []
  if (scope !== undefined) middleware.push(guards.caller(scope, changes))
  if (scope === 'self') middleware.push(guards.signals)
  if (route.request?.body !== undefined) middleware.push(guards.body(maxBytes))
  const responses = {
    ...route.responses,
    default: {
      description: 'What is wrong (RFC 9457); it never quotes the request.',
      content: { 'application/problem+json': { schema: ProblemBody } },
    },
  }
  const security: Record<string, string[]>[] =
    scope === undefined ? [] : [{ token: [scope] }, ...(scope === 'self' ? [{ device: [] }] : [])]
  const config: RouteConfig = { ...route, path: `${basePath}/v1${route.path}`, security, responses, middleware }
  const full = createRoute(config)
  // the handler's types follow from what the route itself says; all that was added here is thrown, or is text
  return full as unknown as R & { readonly middleware: MiddlewareHandler<ApiEnv>[] }
}

export function jsonOf<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

export function jsonBody<S extends z.ZodType>(schema: S) {
  // required: without it a body of another type would pass unseen
  return { required: true, content: { 'application/json': { schema } } }
}

export function streamOf(description: string) {
  return { description, content: { 'text/event-stream': {} } }
}
