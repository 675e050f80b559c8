import type { RedactionPolicy } from '../../policy/policy.ts'
import { createCustomFinder } from './custom-entities.ts'
import type { Detect, Entity } from './detect.ts'
import { seeThrough } from './encodings/see-through.ts'
import { createMarkFilter } from './marks.ts'
import { createOverlapResolver } from './resolve-overlaps.ts'
import { allRules } from './rules/all-rules.ts'
import { compileRules } from './scan/compile-rules.ts'
import { createScanner } from './scan/scan-text.ts'

/** Nothing shorter tells anything: the shortest e-mail address has more. */
const minLength = 5

const nothing: readonly Entity[] = []

/**
 * Makes the function that finds entities in a text: the built-in types that the policy names, `secret` always, and the
 * policy's own. What redaction has put into a text is not found again.
 *
 * @throws if a custom pattern is not RE2; a parsed policy has none of these
 * @example
 * createDetector({ entities: ['email'], custom: [], actions: {} })('ask bob@example.com')
 * // [{ type: 'email', rule: 'email', start: 4, end: 19, confidence: 0.98 }]
 */
export function createDetector(redaction: RedactionPolicy): Detect {
  const wanted = new Set<string>([...redaction.entities, 'secret'])
  const findCustom = createCustomFinder(redaction.custom)
  const resolveOverlaps = createOverlapResolver(redaction.custom)
  const withoutMarks = createMarkFilter(redaction.custom.map(({ name }) => name))
  const notes = { isPlain: true }
  const detect: Detect = (text) => {
    const isShort = text.length < minLength
    notes.isPlain = isShort && findCustom === undefined
    if (notes.isPlain) return nothing
    const all = isShort ? [] : scanner()(text, notes)
    if (all.length === 0 && findCustom === undefined) return nothing
    const found = all.filter(({ type }) => wanted.has(type))
    findCustom?.(text, found)
    return found.length === 0 ? nothing : withoutMarks(text, resolveOverlaps(found))
  }
  return seeThrough({ detect, isPlain: () => notes.isPlain }, resolveOverlaps)
}

let compiled: ReturnType<typeof createScanner> | undefined

/** One table for all policies, made with the first text: an application that starts does not wait for it. */
function scanner(): ReturnType<typeof createScanner> {
  compiled ??= createScanner(compileRules(allRules))
  return compiled
}
