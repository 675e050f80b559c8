import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { RPCType, setRPCMetadata } from '@opentelemetry/core'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { observeHandler } from './observe-handler.ts'

const telemetry = startTelemetry()
beforeEach(() => telemetry.reset())
afterAll(() => telemetry.stop())

const tracer = trace.getTracer('test')

describe('observeHandler', () => {
  it('continues the trace of a fetch request in a server span, without path and query', async () => {
    const caller = tracer.startSpan('caller')
    const headers: Record<string, string> = {}
    propagation.inject(trace.setSpan(context.active(), caller), headers)
    const handle = observeHandler('/tickets/:id', async (_request: Request) => new Response('', { status: 201 }))
    const response = await handle(
      new Request('https://acme.example/tickets/7?token=s3cret', { method: 'PUT', headers }),
    )
    expect(response.status).toBe(201)
    const span = telemetry.spans()[0]
    expect(span).toMatchObject({ name: 'PUT /tickets/:id', kind: SpanKind.SERVER })
    expect(span?.attributes).toEqual({
      'http.request.method': 'PUT',
      'http.route': '/tickets/:id',
      'url.scheme': 'https',
      'http.response.status_code': 201,
    })
    expect(span?.parentSpanContext?.spanId).toBe(caller.spanContext().spanId)
    const { 'http.server.request.duration': duration } = await telemetry.metrics()
    expect(duration?.dataPoints[0]?.attributes).toEqual(span?.attributes)
  })

  it('takes the status from a Node response, and calls 5xx an error', async () => {
    const handle = observeHandler('/fail', (_request: IncomingMessage, response: ServerResponse) => {
      response.statusCode = 503
      response.end()
    })
    const server = createServer(handle).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/fail`)
    await new Promise((resolve) => server.close(resolve))
    expect(telemetry.spans()[0]).toMatchObject({
      name: 'GET /fail',
      status: { code: SpanStatusCode.ERROR },
      attributes: { 'http.response.status_code': 503, 'error.type': '503', 'url.scheme': 'http' },
    })
  })

  it('gives its route to the server span that there is, and counts nothing twice', async () => {
    const before = (await telemetry.metrics())['http.server.request.duration']?.dataPoints.length ?? 0
    const server = tracer.startSpan('GET', { kind: SpanKind.SERVER })
    const metadata = { type: RPCType.HTTP, span: server, route: undefined as string | undefined }
    const active = setRPCMetadata(trace.setSpan(context.active(), server), metadata as never)
    context.with(active, () => observeHandler('/a/:b', (_request: object) => {})({ method: 'GET' }))
    server.end()
    const [handler, request] = telemetry.spans()
    expect(metadata.route).toBe('/a/:b')
    expect(request).toMatchObject({ name: 'GET /a/:b', attributes: { 'http.route': '/a/:b' } })
    expect(handler).toMatchObject({ name: '/a/:b', kind: SpanKind.INTERNAL })
    expect((await telemetry.metrics())['http.server.request.duration']?.dataPoints.length ?? 0).toBe(before)
  })

  it('keeps a method that nobody defined out of the names', () => {
    observeHandler('/', (_request: object) => {})({ method: 'ANN@EXAMPLE.COM' })
    expect(telemetry.spans()[0]?.name).toBe('_OTHER /')
  })
})
