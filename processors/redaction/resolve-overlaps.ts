import { entityTypes } from '../../policy/entities.ts'
import { type CustomEntity, type DataClass, dataClasses } from '../../policy/policy.ts'
import type { Entity } from './detect.ts'

/**
 * Makes the function that sorts entities, and makes one of those that overlap: over all that they cover, with the type
 * that takes precedence, so that nothing of any of them is left. The more sensitive goes first, then the more certain.
 */
export function createOverlapResolver(
  custom: readonly CustomEntity[],
): (found: readonly Entity[]) => readonly Entity[] {
  const classes = new Map<string, DataClass>()
  for (const { type, class: dataClass } of entityTypes) classes.set(type, dataClass)
  for (const { name, class: dataClass } of custom) classes.set(name, dataClass)

  const precedence = ({ type, confidence }: Entity): number => {
    const rank = dataClasses.indexOf(classes.get(type) ?? 'sensitive')
    // a value in a query string may be anything: what else was found there says more
    return rank * 10 + (type === 'url_query' ? 0 : 5) + confidence
  }

  return (found) => {
    if (found.length < 2 || areApart(found)) return found
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
}

/** Sorted, and none in another's place: as they mostly are. */
function areApart(found: readonly Entity[]): boolean {
  for (let index = 1; index < found.length; index++) {
    if ((found[index]?.start ?? 0) < (found[index - 1]?.end ?? 0)) return false
  }
  return true
}
