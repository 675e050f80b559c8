import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace'
import type { Guard } from '../processors/guard.ts'
import type { SpanRecord } from '../processors/records.ts'
import type { ExportResult, FlowExporter } from './destination.ts'
import { createRecordRouter, type RecordRouter } from './record-router.ts'

export interface GuardedSpanExporterOptions {
  readonly guard: Guard
  /** An exporter for each flow, by the flow's name. Flows without one send nothing. */
  readonly destinations: Readonly<Record<string, SpanExporter>>
}

/**
 * The last gate for spans: what leaves are copies, one for each flow that may carry the span. Give it to a
 * `BatchSpanProcessor`, with a `PrivacySpanProcessor` before it; without one every span is a span of nobody.
 *
 * @example
 * const exporter = new GuardedSpanExporter({ guard, destinations: { operations: new InMemorySpanExporter() } })
 */
export class GuardedSpanExporter implements SpanExporter {
  readonly #router: RecordRouter<SpanRecord>

  constructor({ guard, destinations }: GuardedSpanExporterOptions) {
    this.#router = createRecordRouter({
      guard,
      signal: 'traces',
      // the copies have all that exporters read of a ReadableSpan
      destinations: destinations as Readonly<Record<string, FlowExporter<unknown>>>,
      judge: (record, flow, last) => guard.judgeSpan(record, flow, last),
    })
  }

  export(spans: ReadableSpan[], callback: (result: ExportResult) => void): void {
    this.#router.export(spans, callback)
  }

  forceFlush(): Promise<void> {
    return this.#router.forceFlush()
  }

  shutdown(): Promise<void> {
    return this.#router.shutdown()
  }
}
