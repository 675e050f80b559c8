import type { ConsentSource } from '../../consent/consent-source.ts'
import { readConsent } from '../../consent/read-consent.ts'
import type { Flow, Policy } from '../../policy/policy.ts'
import type { BoundKeys } from './bound-attributes.ts'
import { consentOf } from './consent-of.ts'
import { decide, type Person, type Verdict } from './decide.ts'
import { type FlowRules, flowRules } from './flow-rules.ts'
import { consentAtCapture, type Stamp } from './stamp.ts'

export interface Verdicts {
  /** For a record by its stamp; without a stamp, for a record of nobody. `capturedAt` in Unix milliseconds. */
  of(flow: Flow, stamp: Stamp | undefined, capturedAt: number, last: boolean): Verdict
  /** For attributes that are about one person, whomever the rest of their record is about. */
  ofBound(flow: Flow, bound: BoundKeys, last: boolean): Verdict
  /** The verdict for all records, if the flow has only one. */
  settled(flow: Flow): Verdict | undefined
}

export function createVerdicts(policy: Policy, source: ConsentSource): Verdicts {
  const compiled = new Map<Flow, FlowRules>()
  const rulesOf = (flow: Flow): FlowRules => {
    let rules = compiled.get(flow)
    if (rules === undefined) {
      rules = flowRules(policy, flow)
      compiled.set(flow, rules)
    }
    return rules
  }

  /** Two subjects that were not meant together: nobody can tell whose record it is, so it is nobody's. */
  const peopleOf = (stamp: Stamp | undefined): readonly Person[] => {
    const binding = stamp?.binding
    if (stamp === undefined || binding?.subject === undefined || binding.conflicting) return []
    const { subject, others } = binding
    const first = { subject, atCapture: consentAtCapture(stamp, 0), present: consentOf(source, binding) }
    if (others === undefined) return [first]
    const further = others.map((other, index) => ({
      subject: other,
      atCapture: consentAtCapture(stamp, index + 1),
      present: readConsent(source, other),
    }))
    return [first, ...further]
  }

  return {
    of(flow, stamp, capturedAt, last) {
      const rules = rulesOf(flow)
      if (rules.always !== undefined) return rules.always
      const open = stamp?.binding.open === true && !stamp.binding.conflicting
      return decide(rules, { people: peopleOf(stamp), open, capturedAt, now: Date.now(), last })
    },
    ofBound(flow, { subject, at }, last) {
      const people = [{ subject, atCapture: undefined, present: readConsent(source, subject) }]
      return decide(rulesOf(flow), { people, open: false, capturedAt: at, now: Date.now(), last })
    },
    settled: (flow) => rulesOf(flow).always,
  }
}
