import type { Context } from '@opentelemetry/api'
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace'
import type { Guard } from './guard.ts'

export interface PrivacySpanProcessorOptions {
  readonly guard: Guard
  /**
   * A processor that exports by itself. It gets a copy of each span, made for `flow`; spans that the flow withholds do
   * not reach it. Without `next` the processor only stamps, and a guarded exporter decides later, off the request's path.
   */
  readonly next?: SpanProcessor
  /** The flow whose rules apply to what `next` gets. @defaultValue the first flow of the policy */
  readonly flow?: string
}

/**
 * Pins subject, session and consent to each span at its start. Put it before the processors that export.
 *
 * @example
 * const processor = new PrivacySpanProcessor({ guard: createGuard({ policy: defaultPolicy }) })
 */
export class PrivacySpanProcessor implements SpanProcessor {
  readonly #guard: Guard
  readonly #next: SpanProcessor | undefined
  readonly #flow: string

  constructor({ guard, next, flow = Object.keys(guard.policy.flows)[0] ?? '' }: PrivacySpanProcessorOptions) {
    this.#guard = guard
    this.#next = next
    this.#flow = flow
  }

  onStart(span: Span, parentContext: Context): void {
    this.#guard.stampSpan(span, parentContext)
    // `next` sees no live span: it could read, keep or send what is not judged yet
  }

  onEnd(span: ReadableSpan): void {
    this.#guard.endSpan(span)
    if (this.#next === undefined) return
    // decided at once: `next` keeps its own queue, and nothing may wait in it unjudged
    const judgement = this.#guard.judgeSpan(span, this.#flow, true)
    if (judgement.kind !== 'deliver') return
    try {
      this.#next.onEnd(judgement.record as ReadableSpan)
    } catch {
      this.#guard.countWithheld('traces', this.#flow, 'fault')
    }
  }

  async forceFlush(): Promise<void> {
    await this.#next?.forceFlush()
  }

  async shutdown(): Promise<void> {
    await this.#next?.shutdown()
  }
}
