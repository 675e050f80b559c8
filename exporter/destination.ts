import { untraced } from '../consent/untraced.ts'
import type { Guard, Signal } from '../processors/guard.ts'
import { asAttempt, WithdrawnError } from './attempt.ts'
import { contained } from './contained.ts'
import { withinDeadline } from './deadline.ts'
import { failureOrigin, failureReason } from './delivery-failure.ts'
import { complaintsOf, createDeliveryHealth, type DeliveryHealth, type DeliveryOutcome } from './delivery-health.ts'
import type { Outgoing } from './outgoing.ts'

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
  /** @returns whether the exporter took all of the batch that may leave */
  deliver(outgoing: Outgoing<B>): Promise<boolean>
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
  const attempt = async (outgoing: Outgoing<B>): Promise<DeliveryOutcome | undefined> => {
    if (inFlight >= maxInFlight) return { taken: false, reason: `${maxInFlight} batches are on their way already` }
    inFlight += 1
    const time = { over: false }
    try {
      return await withinDeadline<DeliveryOutcome | undefined>(deliveryMillis, () => send(exporter, outgoing, time), {
        taken: false,
        reason: `no answer within ${deliveryMillis / 1_000} s`,
      })
    } finally {
      time.over = true
      inFlight -= 1
    }
  }
  return {
    async deliver(outgoing) {
      const outcome = await attempt(outgoing)
      // nothing was left to send: that says nothing of the destination
      if (outcome === undefined) return true
      health.report(outcome)
      if (!outcome.taken) contained(() => guard.countWithheld(signal, flow, 'undelivered', outgoing.records))
      return outcome.taken
    },
    forceFlush: () => withinDeadline(deliveryMillis, () => untraced(async () => exporter.forceFlush?.()), undefined),
    shutdown: () => withinDeadline(deliveryMillis, () => untraced(async () => exporter.shutdown()), undefined),
  }
}

/**
 * Sends what may leave. Where a part of it is taken back while the exporter tries, the rest is sent anew.
 *
 * @returns `undefined` if nothing may leave any more
 */
async function send<B>(
  exporter: FlowExporter<B>,
  outgoing: Outgoing<B>,
  time: { readonly over: boolean },
): Promise<DeliveryOutcome | undefined> {
  while (!time.over) {
    const ready = outgoing.ready()
    // at once where it can be: a flush may follow in the same turn
    const batch = ready instanceof Promise ? await ready : ready
    if (batch === undefined || time.over) return undefined
    const outcome = await exportTo(exporter, batch, outgoing.holds)
    if (outcome !== 'withdrawn') return outcome
  }
  return undefined
}

/** One call of the exporter; whatever it does becomes an outcome. */
function exportTo<B>(
  exporter: FlowExporter<B>,
  batch: B,
  holds: () => boolean,
): Promise<DeliveryOutcome | 'withdrawn'> {
  return new Promise((resolve) => {
    const refuse = (error: unknown, reason?: string): void => {
      if (error instanceof WithdrawnError) resolve('withdrawn')
      else resolve({ taken: false, reason: failureReason(error) ?? reason, origin: failureOrigin(error) })
    }
    const take = (result: ExportResult): void => {
      if (result?.code === 0) resolve({ taken: true })
      else refuse(result?.error)
    }
    try {
      untraced(() => asAttempt(holds, () => exporter.export(batch, take)))
    } catch (error) {
      refuse(error, `its exporter threw ${error instanceof Error ? error.name : typeof error}`)
    }
  })
}
