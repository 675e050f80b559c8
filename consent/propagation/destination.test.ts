import { type Attributes, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import { describe, expect, it } from 'vitest'
import { destinationOf, withDestination } from './destination.ts'
import { duringSpan, towards } from './spans-fixture.ts'

const { CLIENT, PRODUCER, SERVER, INTERNAL, CONSUMER } = SpanKind

describe('destinationOf', () => {
  it.each<[string, SpanKind, Attributes, object]>([
    [
      'http',
      CLIENT,
      { 'server.address': 'A.example', 'server.port': 80, 'url.full': 'http://A.example/x?y' },
      { host: 'a.example', port: 80 },
    ],
    [
      'http with credentials',
      CLIENT,
      { 'server.address': 'a.example', 'server.port': 80, 'url.full': 'http://R:R@a.example:80/' },
      { host: 'a.example', port: 80 },
    ],
    [
      'undici and IPv6',
      CLIENT,
      { 'server.address': '[::1]', 'server.port': 3001, 'url.full': 'http://[::1]:3001/' },
      { host: '::1', port: 3001 },
    ],
    [
      'http and IPv6',
      CLIENT,
      { 'server.address': '::1', 'server.port': 3001, 'url.full': 'http://::1/' },
      { host: '::1', port: 3001 },
    ],
    [
      'a name with a dot at its end',
      CLIENT,
      { 'server.address': 'a.example.' },
      { host: 'a.example', port: undefined },
    ],
    [
      'gRPC',
      CLIENT,
      { 'rpc.system': 'grpc', 'server.address': 'a.example', 'server.port': 50051 },
      { host: 'a.example', port: 50051 },
    ],
    [
      'gRPC without a port',
      CLIENT,
      { 'server.address': 'a.example', 'server.port': Number.NaN },
      { host: 'a.example', port: undefined },
    ],
    [
      'older conventions',
      CLIENT,
      { 'net.peer.name': 'a.example', 'net.peer.port': 443, 'http.url': 'https://a.example/' },
      { host: 'a.example', port: 443 },
    ],
    [
      'Kafka',
      PRODUCER,
      { 'messaging.system': 'kafka', 'messaging.destination.name': 'Orders', 'server.address': 'x' },
      { system: 'kafka', name: 'Orders' },
    ],
    [
      'AMQP',
      PRODUCER,
      { 'messaging.system': 'rabbitmq', 'messaging.destination': 'mail', 'messaging.rabbitmq.routing_key': 'r' },
      { system: 'rabbitmq', name: 'mail' },
    ],
    [
      'AMQP to a queue',
      PRODUCER,
      { 'messaging.system': 'rabbitmq', 'messaging.destination': '', 'messaging.rabbitmq.routing_key': 'q' },
      { system: 'rabbitmq', name: 'q' },
    ],
    [
      'BullMQ',
      PRODUCER,
      { 'bullmq.queue.name': 'mail', 'bullmq.queue.operation': 'add' },
      { system: 'bullmq', name: 'mail' },
    ],
  ])('is read from a span of %s', (_name, kind, attributes, expected) => {
    expect(destinationOf(duringSpan(kind, attributes))).toMatchObject(expected)
  })

  it.each<[string, SpanKind, Attributes]>([
    ['that serves', SERVER, { 'server.address': 'a.example' }],
    ['that consumes', CONSUMER, { 'messaging.system': 'kafka', 'messaging.destination.name': 'a' }],
    ['of the inside', INTERNAL, { 'server.address': 'a.example' }],
    ['that says nothing', CLIENT, {}],
    ['with a URL of another host', CLIENT, { 'server.address': 'localhost', 'url.full': 'http://2001:db8::1/' }],
    [
      'with a URL that only begins like the host',
      CLIENT,
      { 'server.address': 'a.example', 'url.full': 'http://a.example.evil/' },
    ],
    ['through a proxy', CLIENT, { 'server.address': 'proxy', 'url.full': 'http://proxyhttp://a.example/' }],
    [
      'through a proxy with a port',
      CLIENT,
      { 'server.address': 'proxy', 'url.full': 'http://proxy:8080http://a.example/' },
    ],
    [
      'of a host in the credentials',
      CLIENT,
      { 'server.address': 'a.example', 'url.full': 'http://a.example@evil.example/' },
    ],
    ['with an address that is no text', CLIENT, { 'server.address': ['a.example'] }],
    ['of a message to nowhere', PRODUCER, { 'messaging.system': 'kafka', 'server.address': 'broker' }],
    ['of a message of no system', PRODUCER, { 'messaging.destination': 'mail', 'server.address': 'broker' }],
  ])('is unknown for a span %s', (_name, kind, attributes) => {
    expect(destinationOf(duringSpan(kind, attributes))).toBeUndefined()
  })

  it('is unknown without a span, and for one that tells nothing', () => {
    expect(destinationOf(ROOT_CONTEXT)).toBeUndefined()
    const silent = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 0 })
    expect(destinationOf(trace.setSpan(ROOT_CONTEXT, silent))).toBeUndefined()
  })

  it('is what the application says, as long as no other request begins', () => {
    const named = withDestination(duringSpan(INTERNAL, {}), 'bullmq:mail')
    expect(destinationOf(named)).toEqual({ kind: 'queue', system: 'bullmq', name: 'mail' })
    expect(destinationOf(withDestination(ROOT_CONTEXT, 'bullmq:mail'))).toMatchObject({ name: 'mail' })
    expect(destinationOf(towards('evil.example:80', named))).toMatchObject({ host: 'evil.example' })
  })

  it('is unknown where the application says nonsense, whatever the span says', () => {
    expect(destinationOf(withDestination(towards('a.example:80'), 'https://a.example'))).toBeUndefined()
  })
})
