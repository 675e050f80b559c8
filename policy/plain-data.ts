import { policyBounds } from './limits.ts'
import type { PolicyIssue } from './policy-error.ts'

type Path = readonly (string | number)[]

/**
 * A copy of `input` that holds nothing but maps, lists, texts, numbers, truth values and null, as YAML has them.
 *
 * What comes from code may be anything: getters that throw, proxies, loops, class instances. Past this point nothing
 * can change or throw any more. Keys whose value is `undefined` are left out.
 *
 * @returns the copy, with `undefined` in place of what could not be copied, and an issue for each such place
 */
export function copyPlainData(input: unknown): { value: unknown; issues: PolicyIssue[] } {
  const issues: PolicyIssue[] = []
  let values = 0

  function refuse(path: Path, received: string, hint: string): undefined {
    issues.push({ code: 'wrong_type', path, expected: 'plain data, as in YAML', received, hint })
  }

  function copy(value: unknown, path: Path): unknown {
    values += 1
    if (values > policyBounds.values) {
      if (values === policyBounds.values + 1)
        issues.push({
          code: 'too_large',
          path: [],
          expected: `at most ${policyBounds.values} values`,
          received: 'more',
          hint: 'Shorten the policy; a loop between objects looks like an endless one, too.',
        })
      return undefined
    }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    if (typeof value === 'number')
      return Number.isFinite(value) ? value : refuse(path, String(value), 'Give a finite number.')
    if (typeof value !== 'object') return refuse(path, `a ${typeof value}`, 'Leave it out, or give plain data.')
    if (path.length >= policyBounds.depth)
      return refuse(path, `more than ${policyBounds.depth} levels`, 'Remove the nesting; no field goes that deep.')
    if (Array.isArray(value)) {
      const list: unknown[] = []
      const length = Math.min(value.length, policyBounds.values)
      for (let i = 0; i < length; i++) list.push(copy(value[i], [...path, i]))
      return list
    }
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return refuse(path, 'an instance of a class', 'Give a plain object.')
    const map: Record<string, unknown> = {}
    for (const key of Object.keys(value)) {
      const field = (value as Record<string, unknown>)[key]
      if (field === undefined) continue
      if (key === '__proto__')
        refuse([...path, key], 'the key __proto__', 'Remove the key; it has a meaning of its own in JavaScript.')
      else map[key] = copy(field, [...path, key])
    }
    return map
  }

  try {
    return { value: input === undefined ? undefined : copy(input, []), issues }
  } catch {
    // a getter or proxy trap threw; its error may hold anything, so it is not shown
    refuse([], 'an object that throws when it is read', 'Give plain objects, without getters or proxies.')
    return { value: undefined, issues }
  }
}
