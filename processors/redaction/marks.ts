import { entityTypes } from '../../policy/entities.ts'
import type { Entity } from './detect.ts'

/**
 * Makes the function that cuts out of entities what redaction itself put there: `[email]`, `[email:1]`, pseudonyms.
 * What is left of an entity around a mark stays an entity, so nobody hides a value by writing a mark into it.
 *
 * @param customTypes the names of the policy's own entities
 */
export function createMarkFilter(
  customTypes: readonly string[],
): (text: string, entities: readonly Entity[]) => readonly Entity[] {
  const types = [...entityTypes.map(({ type }) => type), ...customTypes, 'removed']
  const hosts = types.map((type) => hostLabel(type))
  const mark = new RegExp(
    [
      String.raw`\[(?:${types.join('|')})(?::\d{1,6})?\]`,
      String.raw`\b(?:ps1|hs1)_[A-Za-z0-9]{1,16}_[\w-]{22}(?:\.invalid)?(?![\w-])`,
      String.raw`\b(?:${hosts.join('|')})(?:-\d{1,6})?\.invalid(?![\w-])`,
    ].join('|'),
    'gu',
  )
  return (text, entities) => {
    if (entities.length === 0 || !mayHaveMark(text)) return entities
    if (!entities.some((entity) => mayTouchMark(text, entity))) return entities
    const marks = Array.from(text.matchAll(mark), ({ index, 0: { length } }) => ({ start: index, end: index + length }))
    if (marks.length === 0) return entities
    return entities.flatMap((entity) => without(text, entity, marks))
  }
}

/** What a mark is called where it has to be part of the name of a host: `credit_card:1` is `credit-card-1`. */
export function hostLabel(mark: string): string {
  return mark.replace(/[^a-z\d]/giu, '-')
}

function mayHaveMark(text: string): boolean {
  return text.includes(']') || text.includes('s1_') || text.includes('.invalid')
}

/** Longer than any mark. */
const reach = 96

/** Is there a bracket or a pseudonym in an entity, or so near before it that its mark could reach into it? */
function mayTouchMark(text: string, { start, end }: Entity): boolean {
  // no farther back: what has a million findings must not be read a million times
  const around = text.slice(Math.max(0, start - reach), end)
  return /\[[a-z]|s1_|\.invalid/u.test(around) || text.slice(start, end).includes('[')
}

interface Span {
  readonly start: number
  readonly end: number
}

function without(text: string, entity: Entity, marks: readonly Span[]): Entity[] {
  const parts: Entity[] = []
  let start = entity.start
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= entity.end) continue
    if (mark.start > start) parts.push({ ...entity, start, end: mark.start })
    start = Math.max(start, mark.end)
  }
  if (start === entity.start) return [entity]
  if (start < entity.end) parts.push({ ...entity, start, end: entity.end })
  // separators between marks are not worth one of their own
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end)))
}
