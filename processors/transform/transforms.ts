import type { Flow, Form } from '../../policy/policy.ts'
import { createTraceTokens } from '../trace-tokens.ts'
import { anonymousFlow } from './anonymous-flow.ts'
import { compileFlow, type FlowTransform, type GuardParts } from './flow-transform.ts'

export interface Transforms {
  /** @throws RangeError if the policy has no such flow */
  flow(name: string): Flow
  /** The compiled flow, in its own form or in the anonymous one. */
  of(flow: Flow, form: Form): FlowTransform
}

export function createTransforms(parts: GuardParts): Transforms {
  // one numbering for all forms of a flow
  const tokens = createTraceTokens()
  const compiled = new Map<Flow, Map<Form, FlowTransform>>()
  return {
    flow(name) {
      const flow = Object.hasOwn(parts.policy.flows, name) ? parts.policy.flows[name] : undefined
      if (flow === undefined) throw new RangeError('privity: the policy has no such flow')
      return flow
    },
    of(flow, form) {
      let byForm = compiled.get(flow)
      if (byForm === undefined) {
        byForm = new Map()
        compiled.set(flow, byForm)
      }
      let transform = byForm.get(form)
      if (transform === undefined) {
        transform = compileFlow(parts, form === flow.form ? flow : anonymousFlow(flow), tokens)
        byForm.set(form, transform)
      }
      return transform
    },
  }
}
