import { type Attributes, context, propagation, type Span, SpanKind, trace } from '@opentelemetry/api'
import { getRPCMetadata } from '@opentelemetry/core'
import { headerGetter } from './header-getter.ts'
import type { Operation, Outcome } from './operation.ts'
import { runOperation } from './run-operation.ts'

/**
 * Observes the handler of an HTTP route, for servers that no instrumentation knows: a SERVER span that continues the
 * trace of the request's headers, and the histogram `http.server.request.duration`. Where a server span is active already,
 * it gets the route, and the handler a span below it.
 *
 * The first argument is the request, the result the response, as far as they look like it: `method`, `headers`, `url`;
 * `status` or `statusCode`. Neither path nor query is recorded: the route tells enough.
 *
 * @param route the template, e.g. `/tickets/:id`
 * @returns a handler that takes, returns and throws the same
 * @see semantic conventions for HTTP spans
 * @example
 * server.get('/tickets/:id', observeHandler('/tickets/:id', async (request) => Response.json(await ticket(request))))
 */
export function observeHandler<Parameters extends unknown[], Result>(
  route: string,
  handler: (...request: Parameters) => Result,
): (...request: Parameters) => Result {
  return new Proxy(handler, {
    apply(target, self, values: Parameters) {
      return runOperation(
        () => describeRequest(route, (values[0] ?? {}) as RequestLike),
        () => Reflect.apply(target, self, values),
        (result) => outcomeOf(result, values[1]),
      )
    },
  })
}

interface RequestLike {
  readonly method?: unknown
  readonly url?: unknown
  readonly headers?: object
  readonly socket?: { readonly encrypted?: boolean }
}

function describeRequest(route: string, request: RequestLike): Operation {
  const method = methodOf(request)
  const active = trace.getSpan(context.active())
  if (active !== undefined && active.spanContext().isRemote !== true) {
    tellRoute(route, method, active)
    return { name: route, attributes: { 'http.route': route } }
  }
  const attributes: Attributes = { 'http.request.method': method, 'http.route': route, 'url.scheme': schemeOf(request) }
  return {
    name: `${method} ${route}`,
    kind: SpanKind.SERVER,
    attributes,
    parent: propagation.extract(context.active(), request.headers ?? {}, headerGetter),
    histogram: { name: 'http.server.request.duration', description: 'Duration of HTTP server requests.', attributes },
  }
}

/** The HTTP instrumentation takes the route from the RPC metadata, for its span and for its metrics. */
function tellRoute(route: string, method: string, active: Span): void {
  const metadata = getRPCMetadata(context.active())
  if (metadata !== undefined) metadata.route = route
  const isServer = (active as { kind?: SpanKind }).kind === SpanKind.SERVER
  if (isServer) active.setAttribute('http.route', route).updateName(`${method} ${route}`)
}

function outcomeOf(result: unknown, response: unknown): Outcome {
  const status = statusOf(result) ?? statusOf(response)
  if (status === undefined) return {}
  const attributes = { 'http.response.status_code': status }
  return status >= 500 ? { attributes, errorType: String(status) } : { attributes }
}

function statusOf(response: unknown): number | undefined {
  if (typeof response !== 'object' || response === null) return undefined
  const { status, statusCode } = response as { status?: unknown; statusCode?: unknown }
  const code = typeof statusCode === 'number' ? statusCode : status
  return typeof code === 'number' && code >= 100 && code < 600 ? code : undefined
}

const knownMethods = new Set(['CONNECT', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'QUERY', 'TRACE'])

function methodOf({ method }: RequestLike): string {
  return typeof method === 'string' && knownMethods.has(method) ? method : '_OTHER'
}

function schemeOf({ url, socket }: RequestLike): string {
  return socket?.encrypted === true || (typeof url === 'string' && url.startsWith('https:')) ? 'https' : 'http'
}
