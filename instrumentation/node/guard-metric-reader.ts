import type { CollectionResult, IMetricReader } from '@opentelemetry/sdk-metrics'
import type { Guard } from '../../processors/guard.ts'
import type { MetricBatch } from '../../processors/records.ts'

/**
 * Lets a metric reader collect only what `flow` lets out, whatever it does with it: push it, or serve it to a scraper.
 *
 * @returns `reader` itself, changed: readers are known by their identity
 */
export function guardMetricReader(guard: Guard, flow: string, reader: IMetricReader): IMetricReader {
  const collect = reader.collect.bind(reader)
  reader.collect = async (options) => {
    const { resourceMetrics, errors } = await collect(options)
    const judged = guard.judgeMetrics(resourceMetrics as MetricBatch, flow)
    return { resourceMetrics: (judged ?? nothing) as CollectionResult['resourceMetrics'], errors }
  }
  return reader
}

const nothing: MetricBatch = { resource: { attributes: {} }, scopeMetrics: [] }
