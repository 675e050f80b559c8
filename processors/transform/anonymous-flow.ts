import type { DataClass, Flow } from '../../policy/policy.ts'

/** What an anonymous record may hold at most when its flow was made for known subjects. */
const anonymousClasses: readonly DataClass[] = ['technical', 'interaction']

/**
 * The flow as it treats a record whose subject is unknown, where the policy lets such records go out `anonymous`: free
 * text stays behind, for nobody said that it may go.
 */
export function anonymousFlow(flow: Flow): Flow {
  return {
    ...flow,
    form: 'anonymous',
    accepts: flow.accepts.filter((dataClass) => anonymousClasses.includes(dataClass)),
  }
}
