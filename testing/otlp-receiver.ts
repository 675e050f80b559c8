import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
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

/** How the receiver misbehaves. Requests that it answers with an error are not kept. */
export type Fault =
  | { readonly kind: 'slow'; readonly millis: number }
  | { readonly kind: 'status'; readonly code: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }

export interface OtlpReceiver {
  /** `http://127.0.0.1:PORT`; for `OTEL_EXPORTER_OTLP_ENDPOINT`, with a prefix of your choice. */
  readonly url: string
  readonly requests: readonly ReceivedRequest[]
  spans(): ReceivedSpan[]
  logs(): ReceivedLog[]
  metrics(): ReceivedMetric[]
  /** Everything that arrived: paths, headers and bodies, for a search that misses nothing. */
  bytes(): Uint8Array
  /** @returns a function that ends it */
  onExport(listener: (request: ReceivedRequest) => void): () => void
  /** Settles when `predicate` holds; asked after every request. Rejects after the timeout (10 s by default). */
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
  const listeners = new Set<(request: ReceivedRequest) => void>()
  let fault: Fault | undefined

  const server = createServer((request, response) => {
    receive(request).then(
      async (received) => {
        if (fault?.kind === 'reset') return void request.socket.destroy()
        if (fault?.kind === 'hang') return
        if (fault?.kind === 'status') return refuse(response, fault.code, fault.retryAfterSeconds)
        if (fault?.kind === 'slow') await sleep(fault.millis)
        requests.push(received)
        for (const listener of listeners) listener(received)
        accept(request, response)
      },
      (error: unknown) => refuse(response, error instanceof NotOtlp ? error.status : 400),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

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
    bytes: () =>
      Buffer.concat(
        requests.flatMap(({ path, headers, body }) => [Buffer.from(`${path}\n${JSON.stringify(headers)}\n`), body]),
      ),
    onExport,
    waitFor: (predicate, { timeoutMillis = 10_000 } = {}) => waitFor(onExport, predicate, timeoutMillis),
    setFault(next) {
      fault = next
    },
    clear() {
      requests.length = 0
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

async function receive(request: IncomingMessage): Promise<ReceivedRequest> {
  const path = request.url ?? '/'
  const [, prefix = '', signal] = /^(.*)\/v1\/(traces|logs|metrics)$/u.exec(path.split('?')[0] ?? '') ?? []
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  if (signal === undefined) throw new NotOtlp(404)
  if (request.method !== 'POST') throw new NotOtlp(405)
  const raw = Buffer.concat(chunks)
  const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw
  const decoded = isJson(request)
    ? (JSON.parse(body.toString('utf8')) as Message)
    : readMessage(otlpRequests[signal as OtlpSignal], body)
  return { signal: signal as OtlpSignal, prefix, path, headers: request.headers, body, decoded }
}

function isJson(request: IncomingMessage): boolean {
  return request.headers['content-type']?.startsWith('application/json') === true
}

/** An empty response message says that everything was taken. */
function accept(request: IncomingMessage, response: ServerResponse): void {
  if (isJson(request)) response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  else response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end()
}

function refuse(response: ServerResponse, status: number, retryAfterSeconds?: number): void {
  response.writeHead(status, retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }).end()
}

function waitFor(onExport: OtlpReceiver['onExport'], predicate: () => boolean, timeoutMillis: number): Promise<void> {
  if (predicate()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop()
      reject(new Error(`what was waited for did not arrive within ${timeoutMillis} ms`))
    }, timeoutMillis)
    const stop = onExport(() => {
      if (!predicate()) return
      clearTimeout(timer)
      stop()
      resolve()
    })
  })
}

function sleep(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}
