import { metrics } from '@opentelemetry/api'
import type { Guard } from '../../processors/guard.ts'

/** Publishes the guard's book-keeping as the counter `privity.records`, by flow, signal and outcome. */
export function startGuardMetrics(guard: Guard): void {
  metrics
    .getMeter('privity')
    .createObservableCounter('privity.records', {
      description: 'Records that the guard delivered or withheld.',
      unit: '{record}',
    })
    .addCallback((result) => {
      for (const { flow, signal, outcome, count } of guard.counts()) {
        result.observe(count, { 'privity.flow': flow, 'privity.signal': signal, 'privity.outcome': outcome })
      }
    })
}
