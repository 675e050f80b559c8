import { entityTypes } from '../../policy/entities.ts'
import type { DataClass, Flow, Policy, RedactionAction } from '../../policy/policy.ts'
import { createDetector } from './create-detector.ts'
import type { Entity } from './detect.ts'
import { generalise } from './generalise.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { redactText } from './redact-text.ts'
import type { TokenScope } from './token-scope.ts'

export { createTokenScope, type TokenScope } from './token-scope.ts'

/** What redaction knows about the record that a text is part of. */
export interface RedactionScope {
  readonly tenant: string | undefined
  /** The numbering of `[email:1]`; one for each trace. */
  readonly tokens: TokenScope
  /** Told of each entity that was replaced: `entity/email`, `tokenise`. */
  remark(rule: string, action: string): void
}

export interface EntityRedactorOptions {
  readonly policy: Policy
  readonly flow: Flow
  readonly pseudonyms: Pseudonyms
}

/** Replacing one entity can lay another bare; a text that is still not clean after this many rounds goes as a whole. */
const maxRounds = 8

/** What is left of a text that could not be cleaned. */
export const unclean = '[removed]'

/**
 * Makes the function that takes out of a text what it tells about people, as one flow demands.
 *
 * By the form of the flow: `raw` keeps what the flow accepts, never a secret; `pseudonymous` numbers (`[email:1]`);
 * `anonymous` and `aggregate` leave only the kind (`[email]`). The policy can say otherwise for each type, but nothing
 * that links two texts gets into an anonymous flow. A text that was redacted before stays as it is.
 *
 * @example
 * createEntityRedactor({ policy, flow: policy.flows.operations, pseudonyms })('ask bob@example.com', scope) // 'ask [email]'
 */
export function createEntityRedactor(options: EntityRedactorOptions): (text: string, scope: RedactionScope) => string {
  const { policy, flow, pseudonyms } = options
  const detect = createDetector(policy.redaction)
  const actions = actionsOf(policy, flow)

  const replacement = ({ type }: Entity, value: string, action: RedactionAction, scope: RedactionScope): string => {
    switch (action) {
      case 'tokenise':
        return scope.tokens.token(type, value) ?? `[${type}]`
      case 'pseudonymise':
        return pseudonyms.pseudonym(flow.name, scope.tenant, type, value)
      case 'hash':
        return pseudonyms.hash(flow.name, scope.tenant, type, value)
      case 'generalise': {
        const general = type === 'ip' ? generalise('ip_network', value) : undefined
        return typeof general === 'string' ? general : `[${type}]`
      }
      default:
        // the kind stays behind even of what is removed: nothing would join what stood around it
        return `[${type}]`
    }
  }

  return (text, scope) => {
    let redacted = text
    for (let round = 0; round < maxRounds; round++) {
      const entities = detect(redacted)
      if (entities.length === 0) return redacted
      const before = redacted
      redacted = redactText(before, entities, (entity, value) => {
        const action = actions(entity.type)
        if (action === undefined) return undefined
        scope.remark(`entity/${entity.type}`, action)
        return replacement(entity, value, action, scope)
      })
      if (redacted === before) return redacted
    }
    scope.remark('entity/unclean', 'remove')
    return unclean
  }
}

/** `undefined`: entities of this type stay. */
function actionsOf(policy: Policy, flow: Flow): (type: string) => RedactionAction | undefined {
  const anonymous = flow.form === 'anonymous' || flow.form === 'aggregate'
  const byType = new Map<string, RedactionAction | undefined>()
  const set = (type: string, dataClass: DataClass, chosen: RedactionAction | undefined): void => {
    const action = chosen ?? defaultAction(flow, dataClass)
    byType.set(type, anonymous && action !== undefined && linking.has(action) ? 'mask' : action)
  }
  for (const entity of entityTypes) {
    const actions: Readonly<Record<string, RedactionAction>> = policy.redaction.actions
    set(entity.type, entity.class, Object.hasOwn(actions, entity.type) ? actions[entity.type] : undefined)
  }
  for (const custom of policy.redaction.custom) set(custom.name, custom.class, custom.action)
  return (type) => (byType.has(type) ? byType.get(type) : 'mask')
}

/** What makes the same of the same value, so that somebody could follow it from text to text. */
const linking: ReadonlySet<RedactionAction> = new Set(['tokenise', 'hash', 'pseudonymise'])

function defaultAction(flow: Flow, dataClass: DataClass): RedactionAction | undefined {
  if (dataClass === 'secret') return 'remove'
  if (flow.form === 'raw') return flow.accepts.includes(dataClass) ? undefined : 'mask'
  return flow.form === 'pseudonymous' ? 'tokenise' : 'mask'
}
