import { createRequire } from 'node:module'
import type * as Re2 from 're2js'
import type { CustomEntity } from '../../policy/policy.ts'
import type { Entity } from './detect.ts'

/**
 * The policy's own entities, in RE2 syntax: they run in linear time whatever somebody wrote there.
 *
 * @throws if a pattern is not RE2; a parsed policy has none of these
 */
export function createCustomFinder(
  custom: readonly CustomEntity[],
): ((text: string, found: Entity[]) => void) | undefined {
  if (custom.length === 0) return undefined
  const { RE2JS } = createRequire(import.meta.url)('re2js') as typeof Re2
  const compiled = custom.map(({ name, pattern }) => ({ name, pattern: RE2JS.compile(pattern) }))
  return (text, found) => {
    for (const { name, pattern } of compiled) {
      const matcher = pattern.matcher(text)
      while (matcher.find()) {
        // an empty match holds nothing that could be told
        if (matcher.end() > matcher.start()) {
          found.push({ type: name, start: matcher.start(), end: matcher.end(), confidence: 1 })
        }
      }
    }
  }
}
