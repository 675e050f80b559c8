import type { DataPointRecord, MetricBatch, MetricRecord, ScopeMetricsRecord } from '../records.ts'
import { transformAttributes } from './attributes.ts'
import { type FlowTransform, recordlessScope } from './flow-transform.ts'
import { mergePoints } from './merge-points.ts'
import { transformName, transformResource, transformScope } from './resource.ts'

/**
 * A copy of a batch of metrics with what one flow may carry. A metric is a sum over many people, so it belongs to no
 * subject; what could single one out are its attributes. Series that become equal are merged.
 */
export function transformMetrics(transform: FlowTransform, batch: MetricBatch): MetricBatch {
  return {
    resource: transformResource(transform, batch.resource),
    scopeMetrics: batch.scopeMetrics.map((scopeMetrics) => transformScopeMetrics(transform, scopeMetrics)),
  }
}

function transformScopeMetrics(transform: FlowTransform, { scope, metrics }: ScopeMetricsRecord): ScopeMetricsRecord {
  return {
    scope: transformScope(transform, scope),
    metrics: metrics.map((metric) => transformMetric(transform, metric)),
  }
}

function transformMetric(transform: FlowTransform, metric: MetricRecord): MetricRecord {
  const { name, unit, valueType } = metric.descriptor
  const points = metric.dataPoints.map((point) => transformPoint(transform, point))
  return {
    ...metric,
    descriptor: {
      // the rest of the descriptor (type, advice) is not read by exporters
      name: transformName(transform, name, recordlessScope()),
      // a description is a text for people, and the same one is in the code: nothing is lost without it
      description: '',
      unit: unitPattern.test(unit) ? unit : '',
      valueType,
    },
    dataPoints: mergePoints(metric, points),
  }
}

function transformPoint(transform: FlowTransform, { startTime, endTime, attributes, value }: DataPointRecord) {
  return {
    startTime,
    endTime,
    attributes: transformAttributes(transform, attributes, recordlessScope(), 'metric'),
    value,
  }
}

/** UCUM as OpenTelemetry uses it: `s`, `By/s`, `1`, `%`, `{request}`. */
const unitPattern = /^(?:1|%|[A-Za-z]{1,8}(?:\/[A-Za-z]{1,8})?|\{[a-z_]{1,32}\})$/u
