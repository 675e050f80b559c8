import { DiagLogLevel, diag } from '@opentelemetry/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { spanRecord } from '../processors/guard-fixture.ts'
import { type OtlpReceiver, startOtlpReceiver } from '../testing/otlp-receiver.ts'
import { failureOrigin, failureReason } from './delivery-failure.ts'
import type { ExportResult } from './destination.ts'
import { otlpMetricExporter, otlpSpanExporter } from './otlp-exporters.ts'

let receiver: OtlpReceiver
beforeEach(async () => {
  receiver = await startOtlpReceiver()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await receiver.close()
})

async function send(options: Parameters<typeof otlpSpanExporter>[0]): Promise<ExportResult> {
  const exporter = otlpSpanExporter(options)
  const result = await new Promise<ExportResult>((resolve) => exporter.export([spanRecord() as never], resolve))
  await exporter.shutdown()
  return result
}

const throwing = (): never => {
  throw new Error('no token')
}

describe('otlpSpanExporter', () => {
  it.each([
    { protocol: 'http/protobuf', compression: 'gzip', type: 'application/x-protobuf' },
    { protocol: 'http/json', compression: 'none', type: 'application/json' },
  ] as const)(
    'sends $protocol with compression $compression to the endpoint of the flow',
    async ({ type, ...options }) => {
      const headers = { authorization: 'Bearer of-the-flow' }
      expect(await send({ endpoint: `${receiver.url}/flow/`, headers, ...options })).toMatchObject({ code: 0 })
      const [request] = receiver.requests
      expect(request).toMatchObject({
        path: '/flow/v1/traces',
        prefix: '/flow',
        headers: { ...headers, 'content-type': type },
      })
      expect(request?.headers['content-encoding']).toBe(options.compression === 'gzip' ? 'gzip' : undefined)
      expect(receiver.spans()).toMatchObject([{ name: 'GET /tickets/:id', resource: { 'service.name': 'helpdesk' } }])
    },
  )

  it('fetches headers anew for each request', async () => {
    let calls = 0
    const headers = async () => {
      calls += 1
      return { 'x-token': `token-${calls}` }
    }
    await send({ endpoint: receiver.url, headers })
    expect(receiver.requests[0]?.headers['x-token']).toBe('token-1')
  })

  it('takes what it is not told from the environment', async () => {
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `${receiver.url}/from-env`)
    vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-from=env')
    vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'http/json')
    await send({})
    expect(receiver.requests[0]).toMatchObject({
      path: '/from-env/v1/traces',
      headers: { 'x-from': 'env', 'content-type': 'application/json' },
    })
  })

  it('tries again after 503 and 429', async () => {
    for (const code of [503, 429]) {
      receiver.setFault({ kind: 'status', code, retryAfterSeconds: 1 })
      const sent = send({ endpoint: receiver.url })
      await new Promise((resolve) => setTimeout(resolve, 300))
      receiver.setFault(undefined)
      expect(await sent).toMatchObject({ code: 0 })
    }
    expect(receiver.spans()).toHaveLength(2)
  })

  it('delivers once what was accepted after a reset, and what is slow', async () => {
    receiver.setFault({ kind: 'reset' })
    const sent = send({ endpoint: receiver.url })
    await new Promise((resolve) => setTimeout(resolve, 300))
    receiver.setFault({ kind: 'slow', millis: 200 })
    expect(await sent).toMatchObject({ code: 0 })
    expect(receiver.spans()).toHaveLength(1)
  })

  it('gives up within its timeout on a receiver that hangs', async () => {
    receiver.setFault({ kind: 'hang' })
    expect((await send({ endpoint: receiver.url, timeoutMillis: 300 })).code).toBe(1)
  })

  it.each([
    ['throws', () => Promise.reject(new Error('no token'))],
    ['throws at once', throwing],
  ])('fails, and sends nothing, when the function for the headers %s', async (_, headers) => {
    expect((await send({ endpoint: receiver.url, headers })).code).toBe(1)
    expect(receiver.requests).toHaveLength(0)
  })

  it('tells which receiver refused, without its credentials', async () => {
    receiver.setFault({ kind: 'status', code: 401 })
    const endpoint = `${receiver.url.replace('//', '//ada:hunter2@')}/tenant`
    const { error } = await send({ endpoint })
    expect([failureOrigin(error), failureReason(error)]).toEqual([receiver.url, 'HTTP status 401'])
    vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', `${receiver.url}/from-env`)
    vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', '')
    expect(failureOrigin((await send({})).error)).toBe(receiver.url)
  })

  it('says what to do about a protocol that is not OTLP over HTTP', () => {
    const warn = vi.fn()
    diag.setLogger({ error() {}, warn, info() {}, debug() {}, verbose() {} }, { logLevel: DiagLogLevel.WARN })
    vi.stubEnv('OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc')
    vi.stubEnv('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', '')
    otlpSpanExporter({ endpoint: receiver.url })
    // once, however many flows and signals there are
    otlpMetricExporter({ endpoint: receiver.url })
    diag.disable()
    expect(warn).toHaveBeenCalledTimes(1)
    expect(warn.mock.calls.flat().join(' ')).toMatch(/grpc.*http\/protobuf.*4318/su)
  })
})
