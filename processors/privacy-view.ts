import type { Attributes } from '@opentelemetry/api'
import type { ViewOptions } from '@opentelemetry/sdk-metrics'
import type { Guard } from './guard.ts'

/**
 * A View for all instruments that keeps only the attributes that every flow taking metrics may carry. Series that differ
 * in the others are merged at recording, so that memory does not grow with the number of people.
 *
 * @returns options for the `views` of a `MeterProvider`
 * @example
 * privacyView(guard).instrumentName // '*'
 */
export function privacyView(guard: Guard): ViewOptions {
  return {
    instrumentName: '*',
    attributesProcessors: [{ process: (incoming) => guard.metricAttributes(incoming) as Attributes }],
  }
}
