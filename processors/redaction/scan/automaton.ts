import { buildTrie, childOf, type Trie } from './trie.ts'
import { classShift } from './unit-classes.ts'

/** Finds all its patterns in one pass, one look-up a unit. */
export interface Automaton {
  /** The next state, at `(state << classShift) + class`. */
  readonly next: Uint16Array
  /** States from this one on end a pattern; all others need no second look. */
  readonly firstFinal: number
  /** States from this one on end no pattern but those that are often met. */
  readonly firstFrequent: number
  /** The patterns that end in a final state, longest first, by `state - firstFinal`. */
  readonly ended: readonly (readonly number[])[]
}

const stride = 1 << classShift

/**
 * The automaton of Aho and Corasick with all its failure links followed beforehand, so that a unit costs one look-up
 * whatever the text.
 *
 * @param patterns classes of units; none empty
 * @param frequentCount how many of them, the first ones, are often met
 * @throws RangeError for more than 65,536 states
 * @see A. Aho, M. Corasick: Efficient String Matching, CACM 18 (6), 1975
 */
export function buildAutomaton(patterns: readonly (readonly number[])[], frequentCount: number): Automaton {
  const trie = buildTrie(patterns)
  if (trie.count > 0x1_0000) throw new RangeError('privity: the rules have too many words')
  const failures = failuresOf(trie)
  const { ordered, finals, rare } = inOrder(trie, frequentCount)
  return {
    next: tableOf(trie, failures, ordered),
    firstFinal: trie.count - finals,
    firstFrequent: trie.count - finals + rare,
    ended: ordered.slice(trie.count - finals).map((state) => trie.ended[state] ?? []),
  }
}

/** For each state the longest other one that its text ends with; it also ends what that one ends. */
function failuresOf(trie: Trie): Uint16Array {
  const failures = new Uint16Array(trie.count)
  // breadth first: a state's failure is nearer to the root, and known already
  for (const state of trie.breadthFirst) {
    for (let child = trie.firstChild[state] as number; child !== 0; child = trie.nextSibling[child] as number) {
      if (state === 0) continue
      const unitClass = trie.classOf[child] as number
      let failure = failures[state] as number
      let target = childOf(trie, failure, unitClass)
      while (target === 0 && failure !== 0) {
        failure = failures[failure] as number
        target = childOf(trie, failure, unitClass)
      }
      failures[child] = target
      const inherited = trie.ended[target]
      if (inherited !== undefined) trie.ended[child] = [...(trie.ended[child] ?? []), ...inherited]
    }
  }
  return failures
}

/**
 * The order of the states: first those that end nothing, then those that end what is rarely met; within each, the nearer
 * to the root the earlier, so that the states of most texts lie side by side in the processor's cache.
 */
function inOrder(
  trie: Trie,
  frequentCount: number,
): { readonly ordered: readonly number[]; readonly finals: number; readonly rare: number } {
  const others: number[] = []
  const rare: number[] = []
  const frequent: number[] = []
  for (const state of trie.breadthFirst) {
    const ended = trie.ended[state]
    if (ended === undefined) others.push(state)
    else if (ended.every((pattern) => pattern < frequentCount)) frequent.push(state)
    else rare.push(state)
  }
  return { ordered: [...others, ...rare, ...frequent], finals: rare.length + frequent.length, rare: rare.length }
}

function tableOf(trie: Trie, failures: Uint16Array, ordered: readonly number[]): Uint16Array {
  const renamed = new Uint16Array(trie.count)
  for (let index = 0; index < ordered.length; index++) renamed[ordered[index] as number] = index
  const next = new Uint16Array(trie.count * stride)
  for (const state of trie.breadthFirst) {
    const row = (renamed[state] as number) * stride
    // what a state does not know, its failure does; the whole row at once, which is nearly free
    if (state !== 0) {
      const from = (renamed[failures[state] as number] as number) * stride
      next.copyWithin(row, from, from + stride)
    }
    for (let child = trie.firstChild[state] as number; child !== 0; child = trie.nextSibling[child] as number) {
      next[row + (trie.classOf[child] as number)] = renamed[child] as number
    }
  }
  return next
}
