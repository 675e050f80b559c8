import type { Guard } from '../processors/guard.ts'
import type { MetricBatch, MetricRecord, ResourceRecord, ScopeMetricsRecord } from '../processors/records.ts'
import { contained } from './contained.ts'
import { slices } from './slices.ts'

export interface JudgedMetrics {
  /** What the flow may carry; `undefined` if that is nothing. */
  readonly batch: MetricBatch | undefined
  readonly metricCount: number
}

/**
 * Has a batch judged for one flow, metric by metric: a whole batch of an application with many series takes tens of
 * milliseconds. A metric is never cut, as those of its points that become equal have to be merged.
 */
export async function judgeMetricsInSlices(guard: Guard, batch: MetricBatch, flow: string): Promise<JudgedMetrics> {
  let resource: ResourceRecord | undefined
  let metricCount = 0
  const scopeMetrics: ScopeMetricsRecord[] = []
  for (const { scope, metrics } of batch.scopeMetrics) {
    const judgedMetrics: MetricRecord[] = []
    let judgedScope: ScopeMetricsRecord['scope'] | undefined
    for (const metric of metrics) {
      const turn = slices.next()
      if (turn !== undefined) await turn
      const part = judgeOne(guard, { resource: batch.resource, scopeMetrics: [{ scope, metrics: [metric] }] }, flow)
      if (part === undefined) continue
      resource ??= part.resource
      judgedScope = part.scope
      judgedMetrics.push(...part.metrics)
    }
    metricCount += judgedMetrics.length
    if (judgedScope !== undefined) scopeMetrics.push({ scope: judgedScope, metrics: judgedMetrics })
  }
  return { batch: resource === undefined ? undefined : { resource, scopeMetrics }, metricCount }
}

interface JudgedPart extends ScopeMetricsRecord {
  readonly resource: ResourceRecord
}

function judgeOne(guard: Guard, batch: MetricBatch, flow: string): JudgedPart | undefined {
  try {
    const judged = guard.judgeMetrics(batch, flow)
    const [part] = judged?.scopeMetrics ?? []
    return judged && part && { resource: judged.resource, scope: part.scope, metrics: part.metrics }
  } catch {
    contained(() => guard.countWithheld('metrics', flow, 'fault'))
    return undefined
  }
}
