import type { DataClass, Flow, Form, Policy } from '../policy/policy.ts'

/** One flow in one form: what gets a pipeline of its own. */
export interface Way {
  /** Of the components; a `-`, which no flow's name has, keeps two ways apart. */
  readonly id: string
  readonly flow: Flow
  readonly form: Form
  readonly accepts: readonly DataClass[]
  /** The form has no place for anything that points to one person. */
  readonly anonymous: boolean
  /** Bodies of logs and messages of statuses pass, but for what is found in them. Otherwise they are emptied. */
  readonly takesTexts: boolean
  /** Keys that nobody knows count as content. In an anonymous record they go, whatever the flow accepts. */
  readonly takesUnknownKeys: boolean
  /** Metrics are judged as records of nobody: where a flow wants a subject, they never get this verdict. */
  readonly takesMetrics: boolean
}

/** What a record of an unknown subject may hold at most, whatever its flow was made for. */
const anonymousClasses: readonly DataClass[] = ['technical', 'interaction']

/** The ways out of a policy, in its order: each flow in its form, and in the anonymous one where verdicts give it. */
export function waysOf(policy: Policy): readonly Way[] {
  return Object.values(policy.flows).flatMap((flow) => {
    if (isAnonymous(flow.form)) return [makeWay(flow.name, flow, flow.form, flow.accepts)]
    const ways = [makeWay(flow.name, flow, flow.form, flow.accepts)]
    if (policy.consent.unknownSubject === 'anonymous') {
      const accepts = flow.accepts.filter((dataClass) => anonymousClasses.includes(dataClass))
      ways.push(makeWay(`${flow.name}-anonymous`, flow, 'anonymous', accepts))
    }
    return ways
  })
}

function makeWay(id: string, flow: Flow, form: Form, accepts: readonly DataClass[]): Way {
  const anonymous = isAnonymous(form)
  return {
    id,
    flow,
    form,
    accepts,
    anonymous,
    takesTexts: accepts.includes('content'),
    takesUnknownKeys: !anonymous && accepts.includes('content'),
    takesMetrics: anonymous,
  }
}

function isAnonymous(form: Form): boolean {
  return form === 'anonymous' || form === 'aggregate'
}
