import { classShift } from './unit-classes.ts'

/** Words as paths from the root, which is 0. Lists of numbers instead of objects: there are some ten thousand states. */
export interface Trie {
  readonly count: number
  /** The class that leads to a state. */
  readonly classOf: Uint8Array
  /** 0 for none. */
  readonly firstChild: Uint32Array
  readonly nextSibling: Uint32Array
  /** The root has a child for nearly every class: those by class. */
  readonly rootChildren: Uint32Array
  /** The patterns that end in a state; nothing where none does. */
  readonly ended: (readonly number[] | undefined)[]
  /** All states, the nearer to the root the earlier. */
  readonly breadthFirst: Uint32Array
}

/** @param patterns classes of units; none empty */
export function buildTrie(patterns: readonly (readonly number[])[]): Trie {
  const capacity = patterns.reduce((sum, { length }) => sum + length, 1)
  const trie = {
    count: 1,
    classOf: new Uint8Array(capacity),
    firstChild: new Uint32Array(capacity),
    nextSibling: new Uint32Array(capacity),
    rootChildren: new Uint32Array(1 << classShift),
    ended: [] as (readonly number[] | undefined)[],
  }
  patterns.forEach((pattern, index) => {
    let state = 0
    for (const unitClass of pattern) {
      const known = childOf(trie, state, unitClass)
      state = known === 0 ? addChild(trie, state, unitClass) : known
    }
    trie.ended[state] = [...(trie.ended[state] ?? []), index]
  })
  return { ...trie, breadthFirst: breadthFirst(trie) }
}

/** 0 for none. */
export function childOf(
  trie: Pick<Trie, 'classOf' | 'firstChild' | 'nextSibling' | 'rootChildren'>,
  state: number,
  unitClass: number,
): number {
  if (state === 0) return trie.rootChildren[unitClass] as number
  let child = trie.firstChild[state] as number
  while (child !== 0 && trie.classOf[child] !== unitClass) child = trie.nextSibling[child] as number
  return child
}

type Growing = Omit<Trie, 'breadthFirst' | 'count'> & { count: number }

function addChild(trie: Growing, state: number, unitClass: number): number {
  const child = trie.count++
  trie.classOf[child] = unitClass
  trie.nextSibling[child] = trie.firstChild[state] as number
  trie.firstChild[state] = child
  if (state === 0) trie.rootChildren[unitClass] = child
  return child
}

function breadthFirst({ count, firstChild, nextSibling }: Growing): Uint32Array {
  const queue = new Uint32Array(count)
  let queued = 1
  for (let head = 0; head < queued; head++) {
    const state = queue[head] as number
    for (let child = firstChild[state] as number; child !== 0; child = nextSibling[child] as number) {
      queue[queued++] = child
    }
  }
  return queue
}
