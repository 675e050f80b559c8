import type { Entity } from './detect.ts'

/**
 * A copy of `text` in which every entity is replaced.
 *
 * @param entities as `Detect` gives them: sorted, not overlapping
 * @param replace says what stands in the place of an entity
 * @example redactText('to bob@example.com', [{ type: 'email', start: 3, end: 18, confidence: 1 }], () => '[email]') // 'to [email]'
 */
export function redactText(
  text: string,
  entities: readonly Entity[],
  replace: (entity: Entity, value: string) => string,
): string {
  if (entities.length === 0) return text
  let redacted = ''
  let position = 0
  for (const entity of entities) {
    redacted += text.slice(position, entity.start) + replace(entity, text.slice(entity.start, entity.end))
    position = entity.end
  }
  return redacted + text.slice(position)
}
