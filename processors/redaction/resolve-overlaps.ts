import { entityTypes } from '../../policy/entities.ts'
import { type DataClass, dataClasses } from '../../policy/policy.ts'
import type { Entity } from './detect.ts'

const classOfType = new Map<string, DataClass>(entityTypes.map(({ type, class: dataClass }) => [type, dataClass]))

/** The more sensitive first; then what its own rule in the policy names, then the more certain, then the longer. */
function precedence(entity: Entity): number {
  const dataClass = classOfType.get(entity.type)
  const rank = dataClasses.indexOf(dataClass ?? 'sensitive')
  // a value in a query string may be anything: what else was found there says more
  const general = entity.type === 'url_query' ? 0 : 1
  return rank * 10 + general * 5 + entity.confidence
}

/**
 * Sorts entities, and makes one of those that overlap: over all that they cover, with the type that takes precedence,
 * so that nothing of any of them is left.
 */
export function resolveOverlaps(found: readonly Entity[]): readonly Entity[] {
  if (found.length < 2) return found
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const resolved: Entity[] = []
  for (const entity of sorted) {
    const last = resolved.at(-1)
    if (last === undefined || entity.start >= last.end) {
      resolved.push(entity)
      continue
    }
    const leading = precedence(entity) > precedence(last) ? entity : last
    resolved[resolved.length - 1] = { ...leading, start: last.start, end: Math.max(last.end, entity.end) }
  }
  return resolved
}
