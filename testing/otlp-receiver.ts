import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { jsonResponse, protobufResponse, type Rejection } from './otlp-response.ts'
import { otlpRequests } from './otlp-schema.ts'
import { type Message, readMessage } from './protobuf-reader.ts'
import {
  type OtlpSignal,
  type ReceivedLog,
  type ReceivedMetric,
  type ReceivedSpan,
  readLogs,
  readMetrics,
  readSpans,
} from './received.ts'

/** One export request, as it arrived. */
export interface ReceivedRequest {
  readonly signal: OtlpSignal
  readonly prefix: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  /** Unzipped. */
  readonly body: Uint8Array
  /** The request in the names of OTLP/JSON. */
  readonly decoded: Message
}

/**
 * How the receiver misbehaves. `partial`: it takes the request, and says that it refused so many records of it. With the
 * others but `slow` it takes nothing: `requests` and the views do not have it, `bytes()` has.
 */
export type Fault =
  | { readonly kind: 'slow'; readonly millis: number }
  | { readonly kind: 'status'; readonly code: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }
  | ({ readonly kind: 'partial' } & Rejection)

export interface OtlpReceiver {
  /** `http://127.0.0.1:PORT`; for `OTEL_EXPORTER_OTLP_ENDPOINT`, with a prefix of your choice. */
  readonly url: string
  /** What was taken. */
  readonly requests: readonly ReceivedRequest[]
  spans(): ReceivedSpan[]
  logs(): ReceivedLog[]
  metrics(): ReceivedMetric[]
  /**
   * Everything that arrived, also what was refused, cut off or no OTLP: methods, paths, headers and unzipped bodies, for a
   * search that misses nothing.
   */
  bytes(): Uint8Array
  /** @returns a function that ends it */
  onExport(listener: (request: ReceivedRequest) => void): () => void
  /**
   * Settles when `predicate` holds; asked after every request that was taken. Rejects after the timeout (10 s by default),
   * and when `predicate` throws.
   */
  waitFor(predicate: () => boolean, options?: { readonly timeoutMillis?: number }): Promise<void>
  setFault(fault: Fault | undefined): void
  clear(): void
  close(): Promise<void>
}

/**
 * Starts a receiver for OTLP over HTTP on the loopback interface: protobuf and JSON, gzip, any path prefix.
 *
 * @example
 * const receiver = await startOtlpReceiver()
 * const response = await fetch(`${receiver.url}/v1/traces`, {
 *   method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"resourceSpans":[]}',
 * })
 * await receiver.close()
 */
export async function startOtlpReceiver({ port = 0 }: { readonly port?: number } = {}): Promise<OtlpReceiver> {
  const requests: ReceivedRequest[] = []
  const arrived: Buffer[] = []
  const listeners = new Set<(request: ReceivedRequest) => void>()
  let fault: Fault | undefined

  const server = createServer((request, response) => {
    receive(request, arrived).then(
      async (received) => {
        if (fault?.kind === 'reset') return void request.socket.destroy()
        if (fault?.kind === 'hang') return
        if (fault?.kind === 'status') return refuse(response, fault.code, fault.retryAfterSeconds)
        if (fault?.kind === 'slow') await sleep(fault.millis)
        requests.push(received)
        // first, so that a listener that throws fails its test, and not the sender
        accept(request, response, received.signal)
        for (const listener of listeners) listener(received)
      },
      (error: unknown) => refuse(response, error instanceof NotOtlp ? error.status : 400),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

  const accept = (request: IncomingMessage, response: ServerResponse, signal: OtlpSignal): void => {
    const rejection = fault?.kind === 'partial' ? fault : undefined
    const json = isJson(request)
    response
      .writeHead(200, { 'content-type': json ? 'application/json' : 'application/x-protobuf' })
      .end(json ? jsonResponse(signal, rejection) : protobufResponse(rejection))
  }
  const read = <R>(signal: OtlpSignal, records: (prefix: string, request: Message) => R[]): R[] =>
    requests.filter((request) => request.signal === signal).flatMap(({ prefix, decoded }) => records(prefix, decoded))
  const onExport = (listener: (request: ReceivedRequest) => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    spans: () => read('traces', readSpans),
    logs: () => read('logs', readLogs),
    metrics: () => read('metrics', readMetrics),
    bytes: () => Buffer.concat(arrived),
    onExport,
    waitFor: (predicate, { timeoutMillis = 10_000 } = {}) => waitFor(onExport, predicate, timeoutMillis),
    setFault(next) {
      fault = next
    },
    clear() {
      requests.length = 0
      arrived.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

class NotOtlp extends Error {
  readonly status: number
  constructor(status: number) {
    super(`not an OTLP export: ${status}`)
    this.status = status
  }
}

async function receive(request: IncomingMessage, arrived: Buffer[]): Promise<ReceivedRequest> {
  const path = request.url ?? '/'
  const [, prefix = '', signal] = /^(.*)\/v1\/(traces|logs|metrics)$/u.exec(path.split('?')[0] ?? '') ?? []
  arrived.push(Buffer.from(`${request.method} ${path}\n${request.rawHeaders.join('\n')}\n`))
  const body = await readBody(request, arrived)
  if (signal === undefined) throw new NotOtlp(404)
  if (request.method !== 'POST') throw new NotOtlp(405)
  const decoded = isJson(request)
    ? (JSON.parse(body.toString('utf8')) as Message)
    : readMessage(otlpRequests[signal as OtlpSignal], body)
  return { signal: signal as OtlpSignal, prefix, path, headers: request.headers, body, decoded }
}

/** Unzips, and keeps in `arrived` what came, however the request ends. */
async function readBody(request: IncomingMessage, arrived: Buffer[]): Promise<Buffer> {
  const chunks: Buffer[] = []
  let body: Buffer | undefined
  try {
    for await (const chunk of request) chunks.push(chunk)
    const raw = Buffer.concat(chunks)
    body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw
    return body
  } finally {
    arrived.push(body ?? Buffer.concat(chunks), Buffer.from('\n'))
  }
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') === true
}

function refuse(response: ServerResponse, status: number, retryAfterSeconds?: number): void {
  response.writeHead(status, retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }).end()
}

function waitFor(onExport: OtlpReceiver['onExport'], predicate: () => boolean, timeoutMillis: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = (): void => {}
    const finish = (settle: () => void): void => {
      stop()
      clearTimeout(timer)
      settle()
    }
    const ask = (): void => {
      try {
        if (predicate()) finish(resolve)
      } catch (error) {
        finish(() => reject(error))
      }
    }
    const timer = setTimeout(() => {
      finish(() => reject(new Error(`what was waited for did not arrive within ${timeoutMillis} ms`)))
    }, timeoutMillis)
    stop = onExport(ask)
    ask()
  })
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
