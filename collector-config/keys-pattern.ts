import { literal } from './ottl.ts'

/**
 * A regular expression for a list of keys. Common beginnings stand once (`http\.(?:request\.method|route)`), for there
 * are hundreds, and the Collector matches every key of every record.
 *
 * @returns `undefined` for no keys
 * @example keysPattern(['http.route', 'http.request.method']) // 'http\\.(?:request\\.method|route)'
 */
export function keysPattern(keys: readonly string[]): string | undefined {
  if (keys.length === 0) return undefined
  return patternOf(treeOf(keys))
}

/** By segment, a segment being what ends with a dot; `''` where a key ends. */
interface Tree extends Map<string, Tree> {}

function treeOf(keys: readonly string[]): Tree {
  const root: Tree = new Map()
  for (const key of [...new Set(keys)].sort()) {
    let node = root
    for (const segment of key.split(/(?<=\.)/u)) {
      let next = node.get(segment)
      if (next === undefined) {
        next = new Map()
        node.set(segment, next)
      }
      node = next
    }
    node.set('', new Map())
  }
  return root
}

function patternOf(tree: Tree): string {
  const branches = Array.from(tree, ([segment, rest]) => {
    if (segment === '') return ''
    return literal(segment) + (rest.size === 1 && rest.has('') ? '' : patternOf(rest))
  })
  return branches.length === 1 ? (branches[0] ?? '') : `(?:${branches.join('|')})`
}
