import { type Attributes, type Context, createContextKey, type Span, SpanKind, trace } from '@opentelemetry/api'
import { type Authority, parseAuthority } from '../../policy/authority.ts'

interface Named {
  readonly authority: Authority | undefined
  /** The name holds while this span is the active one: below it other requests begin. */
  readonly span: Span | undefined
}

const namedKey = createContextKey('privity.destination')

/**
 * Says to whom `propagation.inject` is about to write headers, where no instrumentation does: in code that puts headers
 * into jobs or messages itself.
 *
 * @param to a host with or without a port, or a queue, written as in `propagation.to` of the policy
 * @example propagation.inject(withDestination(context.active(), 'bullmq:mail'), headers)
 */
export function withDestination(context: Context, to: string): Context {
  const named: Named = { authority: parseAuthority(to), span: trace.getSpan(context) }
  return context.setValue(namedKey, named)
}

/** What a span of any SDK tells to code that was handed the span itself. */
type ReadableSpan = Span & { readonly kind?: SpanKind; readonly attributes?: Attributes }

/**
 * To whom the headers go that are about to be written. The propagation API does not say it, so it is read from the
 * client or producer span that the instrumentation has just begun: all of them describe the receiver before they inject.
 *
 * @returns `undefined` where nobody knows, or where what is known does not fit together
 * @see semantic conventions: server.address, url.full, messaging.destination.name; bullmq.queue.name of BullMQ
 */
export function destinationOf(context: Context): Authority | undefined {
  const span: ReadableSpan | undefined = trace.getSpan(context)
  const named = context.getValue(namedKey) as Named | undefined
  if (named !== undefined && named.span === span) return named.authority
  const attributes = span?.attributes
  if (attributes === undefined) return undefined
  if (span?.kind === SpanKind.PRODUCER) return queueOf(attributes)
  return span?.kind === SpanKind.CLIENT ? hostOf(attributes) : undefined
}

function queueOf(attributes: Attributes): Authority | undefined {
  const ofBull = textOf(attributes['bullmq.queue.name'])
  if (ofBull !== undefined) return { kind: 'queue', system: 'bullmq', name: ofBull }
  const system = textOf(attributes['messaging.system'] ?? attributes['messaging.system.name'])
  const name =
    textOf(attributes['messaging.destination.name'] ?? attributes['messaging.destination']) ??
    // the exchange without a name hands on to the queue of that name
    textOf(attributes['messaging.rabbitmq.routing_key'])
  return system === undefined || name === undefined ? undefined : { kind: 'queue', system, name }
}

function hostOf(attributes: Attributes): Authority | undefined {
  const address = textOf(attributes['server.address'] ?? attributes['net.peer.name'])?.toLowerCase()
  if (address === undefined) return undefined
  const url = textOf(attributes['url.full'] ?? attributes['http.url'])
  if (url !== undefined && !fits(url.toLowerCase(), address)) return undefined
  const port = Number(attributes['server.port'] ?? attributes['net.peer.port'])
  const host = address.replace(/^\[(.*)\]$/u, '$1').replace(/\.$/u, '')
  return { kind: 'host', host, port: Number.isInteger(port) ? port : undefined }
}

/** Behind a proxy, or with options that contradict one another, the URL has another host than the address. */
function fits(url: string, address: string): boolean {
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/u.exec(url) ?? []
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  return host.startsWith(address) && /^(?::\d{0,5})?$/u.test(host.slice(address.length))
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
