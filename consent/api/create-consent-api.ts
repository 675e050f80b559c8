import { OpenAPIHono } from '@hono/zod-openapi'
import { diag } from '@opentelemetry/api'
import { cors } from 'hono/cors'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { ConsentApiOptions } from './api-options.ts'
import type { ApiParts } from './api-route.ts'
import type { ApiEnv } from './caller.ts'
import { createChangeHub } from './change-hub.ts'
import { createGuards } from './guards.ts'
import { answerProblem, malformed, notFound, ProblemError, unavailable, unsupportedMediaType } from './problem.ts'
import { addMachineRoutes } from './routes/machine-routes.ts'
import { addOperatorRoutes } from './routes/operator-routes.ts'
import { addOwnRoutes } from './routes/own-routes.ts'
import { addPublicRoutes } from './routes/public-routes.ts'
import { addReceiptRoutes } from './routes/receipt-routes.ts'
import { problemOfSchema } from './schema-problem.ts'

/**
 * People read and change what they agreed to, guards of other processes ask for it, operators look after it. It
 * listens nowhere: the host mounts it, under any server that speaks `fetch`, or through `getRequestListener` of
 * `@hono/node-server`.
 *
 * @throws ConsentApiError if an issuer or the devices' origin is none that can be trusted
 * @example
 * const api = createConsentApi({ policy, ledger, audience: 'consent', issuers })
 * serve({ fetch: api.fetch, port: 8787 })
 */
export function createConsentApi(options: ConsentApiOptions): OpenAPIHono<ApiEnv> {
  const now = options.now ?? Date.now
  const parts: ApiParts = { ...options, now, guards: createGuards(options, now), hub: createChangeHub(options.ledger) }
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new ProblemError(problemOfSchema(result.error, result.target))
    },
  })

  app.onError((error, c) => {
    if (error instanceof ProblemError) return answerProblem(c, error.problem)
    if (error instanceof HTTPException && error.status === 400) return answerProblem(c, malformed)
    if (error instanceof HTTPException && error.status === 415) return answerProblem(c, unsupportedMediaType)
    // the name only: a message of the database may quote a person
    diag.error('privity: a request about consent failed', error instanceof Error ? error.name : typeof error)
    return answerProblem(c, unavailable)
  })
  app.notFound((c) => answerProblem(c, notFound))

  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: 'max-age=31536000',
      xFrameOptions: 'DENY',
    }),
    async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    },
    // without credentials: the cookie is for the own origin only
    cors({
      origin: [...(options.origins ?? [])],
      allowMethods: ['GET', 'PUT', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'idempotency-key'],
      exposeHeaders: ['retry-after'],
      maxAge: 600,
    }),
    parts.guards.entrance,
  )

  addPublicRoutes(app, parts)
  addOwnRoutes(app, parts)
  addReceiptRoutes(app, parts)
  addMachineRoutes(app, parts)
  addOperatorRoutes(app, parts)
  return app
}
