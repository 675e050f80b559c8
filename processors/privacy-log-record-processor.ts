import type { Context } from '@opentelemetry/api'
import type { LogRecordProcessor, ReadWriteLogRecord } from '@opentelemetry/sdk-logs'
import type { Guard } from './guard.ts'

export interface PrivacyLogRecordProcessorOptions {
  readonly guard: Guard
  /** As for `PrivacySpanProcessor`: gets copies, made for `flow`. */
  readonly next?: LogRecordProcessor
  /** The flow whose rules apply to what `next` gets. @defaultValue the first flow of the policy */
  readonly flow?: string
}

/**
 * Pins subject, session and consent to each log record when it is emitted. Put it before the processors that export.
 *
 * It has no `enabled`: the SDK asks all processors and one yes is enough, so that a no would decide nothing.
 *
 * @example
 * const processor = new PrivacyLogRecordProcessor({ guard: createGuard({ policy: defaultPolicy }) })
 */
export class PrivacyLogRecordProcessor implements LogRecordProcessor {
  readonly #guard: Guard
  readonly #next: LogRecordProcessor | undefined
  readonly #flow: string

  constructor({ guard, next, flow = Object.keys(guard.policy.flows)[0] ?? '' }: PrivacyLogRecordProcessorOptions) {
    this.#guard = guard
    this.#next = next
    this.#flow = flow
  }

  onEmit(record: ReadWriteLogRecord, context?: Context): void {
    this.#guard.stampLog(record, context)
    if (this.#next === undefined) return
    const judgement = this.#guard.judgeLog(record, this.#flow, true)
    if (judgement.kind !== 'deliver') return
    try {
      this.#next.onEmit(judgement.record as ReadWriteLogRecord, context)
    } catch {
      this.#guard.countWithheld('logs', this.#flow, 'fault')
    }
  }

  async forceFlush(): Promise<void> {
    await this.#next?.forceFlush()
  }

  async shutdown(): Promise<void> {
    await this.#next?.shutdown()
  }
}
