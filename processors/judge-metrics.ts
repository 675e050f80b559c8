import type { Policy } from '../policy/policy.ts'
import type { Counts } from './counts.ts'
import type { Guard, MetricAttributes } from './guard.ts'
import { reportFault } from './judge-record.ts'
import { transformAttributes } from './transform/attributes.ts'
import { type FlowTransform, recordlessScope } from './transform/flow-transform.ts'
import { transformMetrics } from './transform/metrics.ts'
import type { Transforms } from './transform/transforms.ts'
import { setVerdictAttributes } from './transform/verdict-attributes.ts'
import type { Verdicts } from './verdict/verdicts.ts'

/**
 * The guard for metrics. They sum up many people, so they are judged as records of nobody; the verdict stands on the
 * resource, which all points of a batch share.
 */
export function createMetricJudge(
  policy: Policy,
  transforms: Transforms,
  verdictOf: Verdicts['of'],
  counts: Counts,
): Pick<Guard, 'judgeMetrics' | 'metricAttributes'> {
  let strictest: FlowTransform[] | undefined

  return {
    judgeMetrics(batch, flowName) {
      try {
        const flow = transforms.flow(flowName)
        const now = Date.now()
        const verdict = verdictOf(flow, undefined, now, true)
        if (verdict.kind !== 'deliver') {
          counts.add(flowName, 'metrics', verdict.kind === 'withhold' ? verdict.reason : 'unknown_subject')
          return undefined
        }
        const transform = transforms.of(flow, verdict.form)
        const copy = transformMetrics(transform, batch)
        // traces and logs share the copy of the resource, and theirs carries no verdict
        const attributes = { ...copy.resource.attributes }
        setVerdictAttributes(transform, attributes, verdict, now, [])
        counts.add(flowName, 'metrics', 'deliver')
        return { ...copy, resource: { ...copy.resource, attributes } }
      } catch (error) {
        reportFault(error)
        counts.add(flowName, 'metrics', 'fault')
        return undefined
      }
    },
    metricAttributes(attributes) {
      try {
        strictest ??= metricTransforms(policy, transforms, verdictOf)
        if (strictest.length === 0) return {}
        return strictest.reduce<MetricAttributes>(
          (kept, transform) => transformAttributes(transform, kept, recordlessScope(), 'metric'),
          attributes,
        )
      } catch (error) {
        reportFault(error)
        return {}
      }
    },
  }
}

/** The flows that take metrics. A View writes one set of attributes for all of them, so each may take something away. */
function metricTransforms(policy: Policy, transforms: Transforms, verdictOf: Verdicts['of']): FlowTransform[] {
  return Object.values(policy.flows).flatMap((flow) => {
    const verdict = verdictOf(flow, undefined, Date.now(), true)
    return verdict.kind === 'deliver' ? [transforms.of(flow, verdict.form)] : []
  })
}
