import type { Flow, Form, LegalBasis, Policy } from '../../policy/policy.ts'
import type { Verdict } from './decide.ts'

/** What one flow asks of the people that a record is about, compiled. */
export interface FlowRules {
  readonly form: Form
  /** The record names the person, or stands for them. */
  readonly pointsToPerson: boolean
  readonly purposes: readonly PurposeRule[]
  /** The verdict for all records, where the flow names nobody and needs no consent. */
  readonly always: Verdict | undefined
  /** The verdict for a record whose subject stays unknown. */
  readonly unknown: Verdict
}

export interface PurposeRule {
  readonly name: string
  /** `undefined`: the policy does not know the purpose. */
  readonly basis: LegalBasis | undefined
  /** The grant to the third party that the flow goes to: `purpose@recipient`. */
  readonly toRecipient: string | undefined
}

export function flowRules(policy: Policy, flow: Flow): FlowRules {
  const pointsToPerson = flow.form === 'raw' || flow.form === 'pseudonymous'
  const purposes = flow.purposes.map((name) => ({
    name,
    basis: policy.purposes[name]?.basis,
    toRecipient: flow.recipient === undefined ? undefined : `${name}@${flow.recipient}`,
  }))
  const asksNobody = !pointsToPerson && !purposes.some(({ basis }) => basis === 'consent')
  return {
    form: flow.form,
    pointsToPerson,
    purposes,
    always: asksNobody ? { kind: 'deliver', form: flow.form, purposes: flow.purposes, about: [] } : undefined,
    unknown: unknownVerdict(policy, flow, pointsToPerson),
  }
}

function unknownVerdict(policy: Policy, flow: Flow, pointsToPerson: boolean): Verdict {
  if (policy.consent.unknownSubject === 'withhold') return { kind: 'withhold', reason: 'unknown_subject' }
  return { kind: 'deliver', form: pointsToPerson ? 'anonymous' : flow.form, purposes: flow.purposes, about: [] }
}
