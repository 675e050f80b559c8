import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { InstrumentType } from '@opentelemetry/sdk-metrics'
import { afterEach, describe, expect, it } from 'vitest'
import { selectTemporality } from './temporality.ts'

describe('selectTemporality', () => {
  afterEach(() => {
    delete process.env.OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE
  })

  it.each([undefined, 'cumulative', 'delta', 'lowmemory'] as const)(
    'selects as the OTLP exporter does for %s',
    (preference) => {
      if (preference !== undefined) process.env.OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE = preference
      const exporter = new OTLPMetricExporter()
      for (const type of Object.values(InstrumentType)) {
        expect(selectTemporality(preference, type)).toBe(exporter.selectAggregationTemporality(type))
      }
    },
  )
})
