import type { Entity } from '../detect.ts'
import { isWordAt } from '../text-units.ts'
import { embeddedKeys, providerKeys } from './provider-keys.ts'

interface CompiledKey {
  readonly prefix: string
  readonly pattern: RegExp
}

/** By first character: at most places of a text, there is no key to try. */
const byFirst = new Map<number, CompiledKey[]>()
for (const { prefixes, rest } of providerKeys) {
  const pattern = new RegExp(`${rest}(?![A-Za-z0-9])`, 'uy')
  for (const prefix of prefixes.split(' ')) {
    const first = prefix.charCodeAt(0)
    byFirst.set(first, [...(byFirst.get(first) ?? []), { prefix, pattern }])
  }
}

const embedded = embeddedKeys.map(({ inside, whole }) => ({
  inside,
  pattern: new RegExp(`(?<![A-Za-z0-9])${whole}(?![A-Za-z0-9])`, 'gu'),
}))

/** Keys and tokens in the form that a provider gives them. */
export function findApiKeys(text: string, found: Entity[]): void {
  for (let index = 0; index < text.length; index++) {
    const keys = byFirst.get(text.charCodeAt(index))
    if (keys === undefined || isWordUnit(text, index - 1)) continue
    const end = keyEnd(text, index, keys)
    if (end === undefined) continue
    found.push({ type: 'secret', start: index, end, confidence: 1 })
    index = end - 1
  }
  for (const { inside, pattern } of embedded) {
    if (!text.includes(inside)) continue
    for (const match of text.matchAll(pattern)) {
      found.push({ type: 'secret', start: match.index, end: match.index + match[0].length, confidence: 1 })
    }
  }
}

/** `_` may stand before a key: names are joined with it. */
function isWordUnit(text: string, index: number): boolean {
  return isWordAt(text, index) && text.charAt(index) !== '_'
}

function keyEnd(text: string, start: number, keys: readonly CompiledKey[]): number | undefined {
  for (const { prefix, pattern } of keys) {
    if (!text.startsWith(prefix, start)) continue
    pattern.lastIndex = start + prefix.length
    if (pattern.test(text)) return pattern.lastIndex
  }
  return undefined
}
