import type { Guard, Signal } from '../processors/guard.ts'
import { withinDeadline } from './deadline.ts'
import { createDeliveryHealth, type DeliveryHealth } from './delivery-health.ts'

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
const maxInFlight = 30

export function createDestination<B>(
  guard: Guard,
  signal: Signal,
  flow: string,
  exporter: FlowExporter<B>,
  health: DeliveryHealth = createDeliveryHealth(flow, signal),
): Destination<B> {
  let inFlight = 0
  const attempt = async (batch: B): Promise<boolean> => {
    if (inFlight >= maxInFlight) return false
    inFlight += 1
    try {
      const result = await withinDeadline<ExportResult | undefined>(
        deliveryMillis,
        () => new Promise((resolve) => exporter.export(batch, resolve)),
        undefined,
      )
      return result?.code === 0
    } finally {
      inFlight -= 1
    }
  }
  return {
    async deliver(batch, records) {
      const taken = await attempt(batch)
      health.report(taken)
      if (!taken) guard.countWithheld(signal, flow, 'undelivered', records)
      return taken
    },
    forceFlush: () => withinDeadline(deliveryMillis, async () => exporter.forceFlush?.(), undefined),
    shutdown: () => withinDeadline(deliveryMillis, async () => exporter.shutdown(), undefined),
  }
}
