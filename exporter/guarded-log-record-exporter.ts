import type { LogRecordExporter, ReadableLogRecord } from '@opentelemetry/sdk-logs'
import type { Guard } from '../processors/guard.ts'
import type { LogRecord } from '../processors/records.ts'
import type { ExportResult, FlowExporter } from './destination.ts'
import { createRecordRouter, type RecordRouter } from './record-router.ts'

export interface GuardedLogRecordExporterOptions {
  readonly guard: Guard
  /** An exporter for each flow, by the flow's name. Flows without one send nothing. */
  readonly destinations: Readonly<Record<string, LogRecordExporter>>
}

/**
 * The last gate for records: what leaves are copies, one for each flow that may carry the record. Give it to a
 * `BatchLogRecordProcessor`, with a `PrivacyLogRecordProcessor` before it; without one every record is one of nobody.
 *
 * @example
 * const exporter = new GuardedLogRecordExporter({ guard, destinations: { operations: new InMemoryLogRecordExporter() } })
 */
export class GuardedLogRecordExporter implements LogRecordExporter {
  readonly #router: RecordRouter<LogRecord>

  constructor({ guard, destinations }: GuardedLogRecordExporterOptions) {
    this.#router = createRecordRouter({
      guard,
      signal: 'logs',
      // the copies have all that exporters read of a ReadableLogRecord
      destinations: destinations as Readonly<Record<string, FlowExporter<unknown>>>,
      judge: (record, flow, last) => guard.judgeLog(record, flow, last),
    })
  }

  export(records: ReadableLogRecord[], callback: (result: ExportResult) => void): void {
    this.#router.export(records, callback)
  }

  forceFlush(): Promise<void> {
    return this.#router.forceFlush()
  }

  shutdown(): Promise<void> {
    return this.#router.shutdown()
  }
}
