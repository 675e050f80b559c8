import type { AggregationTemporality, InstrumentType } from '@opentelemetry/sdk-metrics'
import { sdkMetrics } from './sdk.ts'

/**
 * What a metric exporter of OTLP prefers for one type of instrument.
 *
 * @param preference as in `OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE`
 * @see https://opentelemetry.io/docs/specs/otel/metrics/sdk_exporters/otlp/#additional-environment-variable-configuration
 */
export function selectTemporality(
  preference: 'cumulative' | 'delta' | 'lowmemory' | undefined,
  type: InstrumentType,
): AggregationTemporality {
  const { AggregationTemporality: Temporality } = sdkMetrics
  const delta = { cumulative: none, delta: allButUpDown, lowmemory: synchronous }[preference ?? 'cumulative']
  return delta.has(type) ? Temporality.DELTA : Temporality.CUMULATIVE
}

const { InstrumentType: Type } = sdkMetrics
const none: ReadonlySet<InstrumentType> = new Set()
const synchronous: ReadonlySet<InstrumentType> = new Set([Type.COUNTER, Type.HISTOGRAM])
const allButUpDown: ReadonlySet<InstrumentType> = new Set([
  ...synchronous,
  Type.OBSERVABLE_COUNTER,
  Type.GAUGE,
  Type.OBSERVABLE_GAUGE,
])
