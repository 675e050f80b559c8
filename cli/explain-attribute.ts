import type { Flow, Policy } from '../policy/policy.ts'
import type { AttributeDecision } from '../processors/attribute-decision.ts'
import { type Classification, createClassifier } from '../processors/classification/classify.ts'
import { createEntityRedactor } from '../processors/redaction/entity-action.ts'
import { createPseudonyms } from '../processors/redaction/pseudonyms.ts'
import { transformAttributes } from '../processors/transform/attributes.ts'
import { compileFlow, type FlowTransform } from '../processors/transform/flow-transform.ts'
import { noRemarks } from '../processors/transform/remarks.ts'

/** What one flow does with one attribute. */
export interface FlowExplanation {
  readonly flow: string
  readonly form: Flow['form']
  readonly action: AttributeDecision['action']
  readonly reason: string
  /** What leaves of the example value; absent if there is none, or nothing of it leaves. */
  readonly value?: unknown
  /** Rule and action of each change to the example value, as in `privity.remarks`. */
  readonly remarks?: readonly string[]
}

/**
 * Explains what each flow does with the attribute `key`: by the guard's own code, so that the explanation cannot differ
 * from the deed.
 *
 * @param value an example
 * @throws nothing that the guard would contain: what throws here is a fault
 */
export function explainAttribute(
  policy: Policy,
  flows: readonly Flow[],
  key: string,
  value: string | undefined,
): { readonly classification: Classification; readonly flows: readonly FlowExplanation[] } {
  const classify = createClassifier(policy)
  // a random key, whatever PRIVITY_KEY says: a pseudonym on a screen must lead to nobody
  const pseudonyms = createPseudonyms({ key: undefined })
  const createRedactor = (flow: Flow) => createEntityRedactor({ policy, flow, pseudonyms })
  return {
    classification: classify(key),
    flows: flows.map((flow) =>
      explainFlow(compileFlow({ policy, classify, createRedactor, pseudonyms }, flow), key, value),
    ),
  }
}

function explainFlow(transform: FlowTransform, key: string, value: string | undefined): FlowExplanation {
  const { name: flow, form } = transform.flow
  const { keyIsClean, action, reason } = transform.decideKey(key)
  const decision = keyIsClean
    ? { action, reason }
    : { action: 'remove' as const, reason: 'the key itself holds personal data, or is too long' }
  if (value === undefined) return { flow, form, ...decision }
  const scope = { tenant: undefined, traceId: undefined, known: [], remarks: noRemarks }
  const left = transformAttributes(transform, { [key]: value }, scope, 'attributes')[key]
  const { remarks } = scope.remarks
  return { flow, form, ...decision, value: left, remarks: remarks.map(({ rule, action: done }) => `${rule}: ${done}`) }
}
