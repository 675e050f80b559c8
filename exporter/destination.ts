import { untraced } from '../consent/untraced.ts'
import type { Guard, Signal } from '../processors/guard.ts'
import { contained } from './contained.ts'
import { withinDeadline } from './deadline.ts'
import { failureOrigin, failureReason } from './delivery-failure.ts'
import { complaintsOf, createDeliveryHealth, type DeliveryHealth, type DeliveryOutcome } from './delivery-health.ts'

/** What an exporter of the SDK, 2.x or 3.x, calls back with; 0 means that it took the records. */
export interface ExportResult {
  readonly code: number
  readonly error?: Error
}

/** The exporter at the end of one flow: any of the SDK's, for spans, log records or metrics. */
export interface FlowExporter<B> {
  export(batch: B, callback: (result: ExportResult) => void): void
  forceFlush?(): Promise<void>
  shutdown(): Promise<void>
}

/** One flow's way out. Nothing of it throws, and nothing of it waits for ever. */
export interface Destination<B> {
  /** @returns whether the exporter took the batch */
  deliver(batch: B, records: number): Promise<boolean>
  forceFlush(): Promise<void>
  shutdown(): Promise<void>
}

/** Longer than an OTLP exporter tries by default, which is 10 s with all retries. */
export const deliveryMillis = 30_000
/** Batches on their way at once; more means that the destination is too slow, and would only fill the memory. */
export const maxInFlight = 30

export function createDestination<B>(
  guard: Guard,
  signal: Signal,
  flow: string,
  exporter: FlowExporter<B>,
  health: DeliveryHealth = createDeliveryHealth(flow, signal, complaintsOf(guard)),
): Destination<B> {
  let inFlight = 0
  const attempt = async (batch: B): Promise<DeliveryOutcome> => {
    if (inFlight >= maxInFlight) return { taken: false, reason: `${maxInFlight} batches are on their way already` }
    inFlight += 1
    try {
      return await withinDeadline(deliveryMillis, () => exportTo(exporter, batch), {
        taken: false,
        reason: `no answer within ${deliveryMillis / 1_000} s`,
      })
    } finally {
      inFlight -= 1
    }
  }
  return {
    async deliver(batch, records) {
      const outcome = await attempt(batch)
      health.report(outcome)
      if (!outcome.taken) contained(() => guard.countWithheld(signal, flow, 'undelivered', records))
      return outcome.taken
    },
    forceFlush: () => withinDeadline(deliveryMillis, () => untraced(async () => exporter.forceFlush?.()), undefined),
    shutdown: () => withinDeadline(deliveryMillis, () => untraced(async () => exporter.shutdown()), undefined),
  }
}

/** One call of the exporter; whatever it does becomes an outcome. */
function exportTo<B>(exporter: FlowExporter<B>, batch: B): Promise<DeliveryOutcome> {
  return new Promise((resolve) => {
    const refuse = (error: unknown, reason?: string): void =>
      resolve({ taken: false, reason: failureReason(error) ?? reason, origin: failureOrigin(error) })
    try {
      untraced(() =>
        exporter.export(batch, (result) => {
          if (result?.code === 0) resolve({ taken: true })
          else refuse(result?.error)
        }),
      )
    } catch (error) {
      refuse(error, `its exporter threw ${error instanceof Error ? error.name : typeof error}`)
    }
  })
}
