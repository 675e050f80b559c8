import { diag } from '@opentelemetry/api'
import type { Signal } from '../processors/guard.ts'

export interface DeliveryHealth {
  /** Told after every delivery. */
  report(taken: boolean): void
}

const repeatMillis = 60_000

/** Says once that a flow does not get through, again every minute while it lasts, and when it works again. */
export function createDeliveryHealth(flow: string, signal: Signal, clock: () => number = Date.now): DeliveryHealth {
  let failures = 0
  let toldAt = Number.NEGATIVE_INFINITY
  return {
    report(taken) {
      if (taken) {
        if (toldAt !== Number.NEGATIVE_INFINITY) diag.info(`privity: flow ${flow} delivers ${signal} again`)
        failures = 0
        toldAt = Number.NEGATIVE_INFINITY
        return
      }
      failures += 1
      if (clock() - toldAt < repeatMillis) return
      toldAt = clock()
      diag.warn(
        `privity: flow ${flow} could not deliver ${signal} (${failures} times). Make sure that its OTLP receiver runs and ` +
          `that flows.${flow}.to.otlp.endpoint of the policy, or OTEL_EXPORTER_OTLP_ENDPOINT, names it. ` +
          'The records of these deliveries are lost to this flow; the application and other flows go on.',
      )
    },
  }
}
