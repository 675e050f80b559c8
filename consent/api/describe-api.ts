import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './caller.ts'
import { deviceCookie } from './device.ts'

/** The OpenAPI document of all routes that the application has. */
export function describeApi(app: OpenAPIHono<ApiEnv>): Record<string, unknown> {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Privity consent',
      version: '1',
      description: 'What people agreed to: read, changed, proved. Every error is a problem of RFC 9457.',
    },
  })
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A token of the host, valid for 5 minutes at most; each change takes a new one.',
        },
        device: {
          type: 'apiKey',
          in: 'cookie',
          name: deviceCookie,
          description: 'Changes also need `Origin` or `Sec-Fetch-Site` of the own origin, and `X-Privity: 1`.',
        },
      },
    },
  }
}
