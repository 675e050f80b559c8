import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ApiParts, apiRoute, jsonBody, jsonOf } from '../api-route.ts'
import type { ApiEnv } from '../caller.ts'
import { policyView } from '../consent-view.ts'
import { describeApi } from '../describe-api.ts'
import { deviceSubject, newDeviceCookie } from '../device.ts'
import { PolicyText } from '../schemas.ts'

/** For everybody: what people are asked, how to ask, and a cookie for those who are nobody yet. */
export function addPublicRoutes(app: OpenAPIHono<ApiEnv>, parts: ApiParts): void {
  const { policy, devices, guards } = parts
  app.openapi(
    apiRoute(
      parts,
      {},
      {
        method: 'get',
        path: '/policy',
        summary: 'What people are asked',
        responses: { 200: jsonOf(PolicyText, 'The purposes, as people read them.') },
      },
    ),
    (c) => c.json(policyView(policy), 200),
  )
  app.openapi(
    apiRoute(
      parts,
      {},
      {
        method: 'get',
        path: '/openapi.json',
        summary: 'This document',
        responses: { 200: jsonOf(z.record(z.string(), z.unknown()), 'OpenAPI 3.1.') },
      },
    ),
    (c) => c.json(describeApi(app), 200),
  )
  if (devices === undefined) return
  const made = z.object({ device: z.literal(true) })
  const route = apiRoute(
    parts,
    {},
    {
      method: 'post',
      path: '/devices',
      summary: 'Make this browser a device whose consent is kept',
      description: 'Sets a cookie that scripts cannot read. A browser that has one keeps it.',
      request: { body: jsonBody(z.strictObject({})) },
      responses: { 201: jsonOf(made, 'The browser has its cookie.') },
    },
  )
  app.openapi({ ...route, middleware: [guards.ownOrigin, ...route.middleware] }, (c) => {
    if (deviceSubject(c.req.header('cookie')) === undefined) c.header('set-cookie', newDeviceCookie(devices))
    return c.json({ device: true as const }, 201)
  })
}
