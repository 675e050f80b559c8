import type { DataClass, Flow } from '../policy/policy.ts'
import type { Classification } from './classification/classify.ts'

/** What happens to the values under one key, in one flow. */
export interface AttributeDecision {
  /** `scan`: kept, but for the entities that are found inside. */
  readonly action: 'scan' | 'pseudonymise' | 'generalise' | 'remove'
  /** The class that decided; an unknown key counts as content. */
  readonly class: DataClass
  /** In words, for `privity policy explain`. */
  readonly reason: string
}

/**
 * Decides by class: a flow takes what it accepts; what it does not, it may still take in a more general form; all else
 * is removed.
 *
 * @example
 * decideAttribute({ class: 'identifier', rule: 'semconv: user.id' }, operations).action // 'remove'
 */
export function decideAttribute(
  classification: Classification,
  flow: Pick<Flow, 'name' | 'form' | 'accepts'>,
): AttributeDecision {
  const dataClass = classification.class === 'unclassified' ? 'content' : classification.class
  const as = classification.class === 'unclassified' ? 'unclassified, treated as content' : dataClass
  if (dataClass === 'secret') return { action: 'remove', class: dataClass, reason: 'secrets never leave' }
  const anonymous = flow.form === 'anonymous' || flow.form === 'aggregate'
  if (anonymous && (dataClass === 'identifier' || dataClass === 'sensitive')) {
    return generalised(classification, flow, dataClass, `the form ${flow.form} has no place for ${dataClass} values`)
  }
  if (!flow.accepts.includes(dataClass)) {
    return generalised(classification, flow, dataClass, `flow ${flow.name} does not accept ${as}`)
  }
  if (dataClass === 'identifier' && flow.form === 'pseudonymous') {
    return { action: 'pseudonymise', class: dataClass, reason: `flow ${flow.name} is pseudonymous` }
  }
  return { action: 'scan', class: dataClass, reason: `flow ${flow.name} accepts ${as}` }
}

function generalised(
  { generalise }: Classification,
  flow: Pick<Flow, 'name' | 'accepts'>,
  dataClass: DataClass,
  reason: string,
): AttributeDecision {
  if (generalise !== undefined && flow.accepts.includes(generalise.class)) {
    return {
      action: 'generalise',
      class: dataClass,
      reason: `${reason}; ${generalise.action} makes it ${generalise.class}, which it accepts`,
    }
  }
  return { action: 'remove', class: dataClass, reason }
}
