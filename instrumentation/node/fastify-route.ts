import { subscribe } from 'node:diagnostics_channel'
import { context } from '@opentelemetry/api'
import { core } from './sdk.ts'

/**
 * Names server spans by the route of Fastify 5, for which OpenTelemetry has no instrumentation among its own. Fastify says
 * on a diagnostics channel which route it runs; until there is a Fastify, this is a subscription and nothing else.
 *
 * @see https://fastify.dev/docs/latest/Reference/Hooks/#diagnostics-channel-hooks
 */
export function nameFastifyRoutes(): void {
  subscribe('tracing:fastify.request.handler:start', (message) => {
    const route = routeOf(message)
    const server = core.getRPCMetadata(context.active())
    // the HTTP instrumentation reads it when the response is over
    if (route !== undefined && server?.type === core.RPCType.HTTP) server.route = route
  })
}

function routeOf(message: unknown): string | undefined {
  const route = (message as { readonly route?: { readonly url?: unknown } } | undefined)?.route
  return typeof route?.url === 'string' ? route.url : undefined
}
