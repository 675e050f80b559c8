import type { OtlpSignal } from './received.ts'

/** What a receiver says about a request that it took in part. */
export interface Rejection {
  /** Spans, log records or data points. */
  readonly rejected: number
  readonly message?: string
}

/** The answer to an export in OTLP/JSON; an empty one says that everything was taken. */
export function jsonResponse(signal: OtlpSignal, rejection?: Rejection): string {
  if (rejection === undefined) return '{}'
  const count = { traces: 'rejectedSpans', logs: 'rejectedLogRecords', metrics: 'rejectedDataPoints' }[signal]
  return JSON.stringify({ partialSuccess: { [count]: String(rejection.rejected), errorMessage: rejection.message } })
}

/** The same in protobuf, where the signals have equal field numbers: `{ 1: { 1: rejected, 2: message } }`. */
export function protobufResponse(rejection?: Rejection): Uint8Array {
  if (rejection === undefined) return new Uint8Array()
  const message = Buffer.from(rejection.message ?? '')
  const partial = [0x08, ...varint(rejection.rejected), 0x12, ...varint(message.length), ...message]
  return Uint8Array.from([0x0a, ...varint(partial.length), ...partial])
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value % 0x80) + 0x80, ...varint(Math.floor(value / 0x80))]
}
