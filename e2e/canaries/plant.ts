import type { Logger, Meter, Tracer } from '@opentelemetry/api'
import { type Attributes, context, createTraceState, ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api'
import { bindSubject, runWithSubject } from 'privity/processors'
import { type Canaries, type CanaryKind, canaryKinds } from 'privity/testing'

/** What the telemetry API gives an application to write with. */
export interface Pens {
  readonly tracer: Tracer
  readonly logger: Logger
  readonly meter: Meter
}

/**
 * Writes a secret of every kind into every carrier of every signal: under unknown keys, under keys of the conventions
 * whose class is known, nested, in texts, and as the subject's own ids.
 */
export function plant(pens: Pens, canaries: Canaries, kinds: readonly CanaryKind[] = canaryKinds): void {
  const subject = {
    tenant: canaries.secret('subject: tenant'),
    subject: canaries.secret('subject: id'),
    session: canaries.secret('subject: session'),
  }
  for (const kind of kinds) {
    const secret = (carrier: string): string => canaries.secret(carrier, kind)
    plantSpans(pens.tracer, secret, kind, subject)
    plantLogs(pens.logger, secret, kind, subject)
    plantMetrics(pens.meter, secret, kind)
  }
}

type Secret = (carrier: string) => string
type Subject = { readonly tenant: string; readonly subject: string; readonly session: string }

/** Keys of every class, with a secret under each; `carrier` tells them apart. */
function attributesOf(carrier: string, secret: Secret, kind: CanaryKind): Attributes {
  const value = (key: string): string => secret(`${carrier}: ${key}`)
  // What the conventions call technical is written by programs: it is searched for entities, and a free word passes.
  const code = (key: string): string => (kind === 'token' || kind === 'person' ? 'GET' : value(key))
  return {
    'app.note': `a text with ${value('unknown key')} in it`,
    [`app.${value('key')}`]: 1,
    'http.request.method': code('technical key'),
    'url.full': `https://${value('url user')}:x@example.com/tickets/${value('url path')}?q=${value('url query')}#${value('url fragment')}`,
    'url.path': `/users/${value('path')}`,
    'url.query': `q=${value('query')}`,
    'http.request.header.x-name': [value('header')],
    'http.request.header.authorization': [`Bearer ${value('authorization')}`],
    'user.id': value('user.id'),
    'user.email': value('user.email'),
    'client.address': value('client.address'),
    'user_agent.original': `Mozilla/5.0 ${value('user agent')} Chrome/130.0.0.0`,
    'db.query.text': `SELECT * FROM users WHERE name = '${value('sql')}' -- ${value('sql comment')}`,
    'exception.message': value('exception.message'),
    'exception.stacktrace': `Error: ${value('stack message')}\n    at ${code('stack function')} (/home/${value('stack path')}/app.js:1:1)`,
    'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: [{ content: value('prompt') }] }]),
    'privity.subject': value('reserved key'),
    'privity.note': value('reserved key of no meaning'),
    'app.list': [value('array'), 'x'],
    'app.nested': {
      deep: [{ note: value('nested'), [value('nested key')]: true }],
      password: value('nested password'),
    },
    'app.bytes': Buffer.from(value('bytes')),
  } as Attributes
}

function plantSpans(tracer: Tracer, secret: Secret, kind: CanaryKind, subject: Subject): void {
  const remote = {
    traceId: '5'.repeat(32),
    spanId: '6'.repeat(16),
    traceFlags: 1,
    isRemote: true,
    traceState: createTraceState(`vendor=${encodeURIComponent(secret('trace state'))}`),
  }
  const options = {
    attributes: attributesOf('span attribute', secret, kind),
    links: [{ context: remote, attributes: attributesOf('link attribute', secret, kind) }],
  }
  const parent = trace.setSpanContext(ROOT_CONTEXT, remote)
  tracer.startActiveSpan(`GET /users/${nameOf('span name', secret, kind)}`, options, parent, (span) => {
    span.addEvent(nameOf('event name', secret, kind), attributesOf('event attribute', secret, kind))
    span.recordException(new Error(secret('recorded exception')))
    span.setStatus({ code: SpanStatusCode.ERROR, message: secret('status message') })
    // the first half of the spans is about somebody, the other half about nobody
    if (canaryKindsWithSubject.has(kind)) bindSubject(subject)
    span.end()
  })
}

const canaryKindsWithSubject = new Set<CanaryKind>(canaryKinds.filter((_kind, index) => index % 2 === 0))

function plantLogs(logger: Logger, secret: Secret, kind: CanaryKind, subject: Subject): void {
  const emit = (): void => {
    const common = {
      severityNumber: 9,
      severityText: secret('severity text'),
      eventName: nameOf('log event name', secret, kind),
    }
    logger.emit({
      ...common,
      body: `${subject.subject} of ${subject.tenant} wrote ${secret('log body')}`,
      attributes: attributesOf('log attribute', secret, kind),
    })
    logger.emit({ ...common, body: attributesOf('log body map', secret, kind) as never })
    logger.emit({ ...common, body: [secret('log body array'), { x: secret('log body nested') }] as never })
  }
  if (canaryKindsWithSubject.has(kind)) runWithSubject(subject, emit)
  else context.with(ROOT_CONTEXT, emit)
}

function plantMetrics(meter: Meter, secret: Secret, kind: CanaryKind): void {
  const name = `app.${kind}`
  const description = `by ${secret('metric description')}`
  const attributes = attributesOf('metric attribute', secret, kind)
  meter.createCounter(`${name}.counter`, { description, unit: secret('metric unit') }).add(1, attributes)
  meter.createHistogram(`${name}.histogram`, { description }).record(1, attributes)
  meter.createObservableGauge(`${name}.gauge`, { description }).addCallback((result) => result.observe(1, attributes))
}

/** A name is held to be code, so a person's name in a span's name has to look like one: two capitalised words. */
function nameOf(carrier: string, secret: Secret, kind: CanaryKind): string {
  return kind === 'person' ? `order of ${secret(carrier)}` : secret(carrier)
}
