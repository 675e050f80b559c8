import { startOtlpReceiver } from 'privity/testing'
import type { GuardReading, ReceivedRecord } from './flow-totals.ts'

export interface ReceivedSpan extends ReceivedRecord {
  readonly kind: 'span'
  readonly traceId: string
  readonly spanId: string
  /** Empty without a parent. */
  readonly parentSpanId: string
  readonly startNanos: bigint
  readonly endNanos: bigint
}

export interface Received {
  readonly flow: string
  readonly record: ReceivedSpan | (ReceivedRecord & { readonly kind: 'log' | 'metric' })
  /** Set for the points of the metric in which the guard tells what it delivered and withheld. */
  readonly guard?: GuardReading
}

/** Receives what the flows send: to each flow its own path, under one address. */
export interface Inbox {
  readonly url: string
  /** What has come in since the last call. */
  take(): Received[]
  /** All that one flow has sent, paths and headers too. Empty unless the inbox keeps bytes. */
  bytesOf(flow: string): Buffer
  stop(): Promise<void>
}

/** @param keepBytes for tests: a help desk that runs for days would fill the memory */
export async function startInbox(keepBytes = false): Promise<Inbox> {
  const receiver = await startOtlpReceiver()
  const bytes = new Map<string, Buffer[]>()
  if (keepBytes)
    receiver.onExport(({ prefix, path, headers, body }) => {
      const parts = bytes.get(flowOf(prefix)) ?? []
      parts.push(Buffer.from(`${path}\n${JSON.stringify(headers)}\n`), Buffer.from(body))
      bytes.set(flowOf(prefix), parts)
    })

  return {
    url: receiver.url,
    take() {
      const received: Received[] = [
        ...receiver.spans().map((span) => ({ flow: flowOf(span.prefix), record: { ...span, kind: 'span' as const } })),
        ...receiver.logs().map(({ prefix, body, eventName, attributes }) => {
          const name = eventName || String(body ?? '')
          return { flow: flowOf(prefix), record: { kind: 'log' as const, name, attributes } }
        }),
        ...receiver.metrics().flatMap(({ prefix, name, points }) =>
          points.map(({ attributes, value }) => ({
            flow: flowOf(prefix),
            record: { kind: 'metric' as const, name, attributes },
            guard: name === 'privity.records' ? guardReading(attributes, value) : undefined,
          })),
        ),
      ]
      receiver.clear()
      return received
    },
    bytesOf: (flow) => Buffer.concat(bytes.get(flow) ?? []),
    stop: () => receiver.close(),
  }
}

function flowOf(prefix: string): string {
  return prefix.slice(1)
}

function guardReading(attributes: Readonly<Record<string, unknown>>, records: number): GuardReading {
  const text = (key: string): string => String(attributes[key] ?? '')
  return { flow: text('privity.flow'), signal: text('privity.signal'), outcome: text('privity.outcome'), records }
}
