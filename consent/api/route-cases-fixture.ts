import type { TestInit } from './api-fixture.ts'
import type { ApiScope } from './api-options.ts'

export interface RouteCase extends TestInit {
  /** Who it is for; `undefined`: everybody. */
  readonly scope: ApiScope | undefined
  /** With all parameters filled in, for the person `subject`. */
  readonly path: (subject: string) => string
  /** Whether it writes, so that a token counts once. */
  readonly changes?: boolean
  readonly status: number
  readonly streams?: boolean
}

const grant = { changes: [{ purpose: 'personalization', grant: 'granted' }] }
const of = (path: string) => () => path

/** One case for each route, written by hand: a route that is not here, or is guarded otherwise, fails the matrix. */
export const routeCases: Readonly<Record<string, RouteCase>> = {
  'GET /v1/policy': { scope: undefined, path: of('/v1/policy'), status: 200 },
  'GET /v1/openapi.json': { scope: undefined, path: of('/v1/openapi.json'), status: 200 },
  'POST /v1/devices': {
    scope: undefined,
    path: of('/v1/devices'),
    method: 'POST',
    json: {},
    headers: { origin: 'https://shop.example', 'x-privity': '1' },
    status: 201,
  },
  'GET /v1/me/consent': { scope: 'self', path: of('/v1/me/consent'), status: 200 },
  'PUT /v1/me/consent': {
    scope: 'self',
    path: of('/v1/me/consent'),
    method: 'PUT',
    json: grant,
    changes: true,
    status: 200,
  },
  'GET /v1/me/history': { scope: 'self', path: of('/v1/me/history'), status: 200 },
  'GET /v1/me/events': { scope: 'self', path: of('/v1/me/events'), status: 200, streams: true },
  'GET /v1/me/receipts': { scope: 'self', path: of('/v1/me/receipts'), status: 200 },
  // entry 1 is the first person's of the fixture: others get 404
  'GET /v1/me/receipts/{seq}': { scope: 'self', path: of('/v1/me/receipts/1'), status: 200 },
  'POST /v1/states': {
    scope: 'consent:read',
    path: of('/v1/states'),
    method: 'POST',
    json: { subjects: [{ subject: 'somebody' }] },
    status: 200,
  },
  'GET /v1/changes': { scope: 'consent:read', path: of('/v1/changes'), status: 200, streams: true },
  'GET /v1/subjects/{subject}/consent': {
    scope: 'operator',
    path: (subject) => `/v1/subjects/${subject}/consent`,
    status: 200,
  },
  'GET /v1/subjects/{subject}/history': {
    scope: 'operator',
    path: (subject) => `/v1/subjects/${subject}/history`,
    status: 200,
  },
  'POST /v1/subjects/{subject}/consent': {
    scope: 'operator',
    path: (subject) => `/v1/subjects/${subject}/consent`,
    method: 'POST',
    json: grant,
    changes: true,
    status: 200,
  },
  'GET /v1/verify': { scope: 'operator', path: of('/v1/verify'), status: 200, streams: true },
}
