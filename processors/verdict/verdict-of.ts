import type { ConsentSource } from '../../consent/consent-source.ts'
import type { Flow, Policy } from '../../policy/policy.ts'
import { consentOf } from './consent-of.ts'
import { decide, isSettled, type Verdict } from './decide.ts'
import type { Stamp } from './stamp.ts'

/** The verdict for a record by its stamp; without a stamp, for a record of nobody. `capturedAt` in Unix milliseconds. */
export type VerdictOf = (flow: Flow, stamp: Stamp | undefined, capturedAt: number, last: boolean) => Verdict

export function createVerdictOf(policy: Policy, source: ConsentSource): VerdictOf {
  // a flow that names nobody and needs no consent has one verdict for all records
  const settled = new Map<Flow, Verdict>()
  for (const flow of Object.values(policy.flows)) {
    if (isSettled(policy, flow)) settled.set(flow, { kind: 'deliver', form: flow.form, purposes: flow.purposes })
  }
  return (flow, stamp, capturedAt, last) => {
    const always = settled.get(flow)
    if (always !== undefined) return always
    // two subjects in one request: nobody can tell whose record this is, so it is nobody's
    const binding = stamp?.binding.conflicting === true ? undefined : stamp?.binding
    const circumstances = {
      subject: binding?.subject,
      open: binding?.open === true,
      consentAtCapture: stamp?.consent,
      capturedAt,
      now: Date.now(),
      last,
    }
    return decide(policy, flow, circumstances, () => binding && consentOf(source, binding))
  }
}
