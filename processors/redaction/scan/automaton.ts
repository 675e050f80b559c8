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
  const { children, endedAt } = trieOf(patterns)
  const order = followFailures(children, endedAt)
  return inOrder(children, endedAt, order, frequentCount)
}

function trieOf(patterns: readonly (readonly number[])[]): { children: Uint16Array; endedAt: number[][] } {
  const children = new Uint16Array(patterns.reduce((sum, { length }) => sum + length, 1) * stride)
  const endedAt: number[][] = [[]]
  patterns.forEach((pattern, index) => {
    let state = 0
    for (const unitClass of pattern) {
      const edge = state * stride + unitClass
      let target = children[edge] as number
      if (target === 0) {
        target = endedAt.push([]) - 1
        children[edge] = target
      }
      state = target
    }
    endedAt[state]?.push(index)
  })
  if (endedAt.length > 0x1_0000) throw new RangeError('privity: the rules have too many words')
  return { children, endedAt }
}

/** Breadth first: a state's failure is nearer to the root, and known already. @returns the states in that order */
function followFailures(next: Uint16Array, endedAt: readonly number[][]): Uint16Array {
  const failures = new Uint16Array(endedAt.length)
  const queue = new Uint16Array(endedAt.length)
  let queued = 1
  for (let head = 0; head < queued; head++) {
    const state = queue[head] as number
    const failure = failures[state] as number
    for (let unitClass = 0; unitClass < stride; unitClass++) {
      const edge = state * stride + unitClass
      const target = next[edge] as number
      const behindFailure = next[failure * stride + unitClass] as number
      if (target === 0) {
        next[edge] = behindFailure
        continue
      }
      const targetsFailure = state === 0 ? 0 : behindFailure
      failures[target] = targetsFailure
      const inherited = endedAt[targetsFailure]
      if (inherited !== undefined && inherited.length > 0) endedAt[target]?.push(...inherited)
      queue[queued++] = target
    }
  }
  return queue
}

/**
 * Gives the states new numbers: first those that end nothing, then those that end what is rarely met; within each, the
 * nearer to the root the earlier, so that the states of most texts lie side by side in the processor's cache.
 */
function inOrder(
  next: Uint16Array,
  endedAt: readonly (readonly number[])[],
  breadthFirst: Uint16Array,
  frequentCount: number,
): Automaton {
  const states = [...breadthFirst]
  const isFinal = (state: number): boolean => (endedAt[state]?.length ?? 0) > 0
  const isFrequent = (state: number): boolean => endedAt[state]?.every((pattern) => pattern < frequentCount) ?? false
  const finals = states.filter(isFinal)
  const rare = finals.filter((state) => !isFrequent(state))
  const others = states.filter((state) => !isFinal(state))
  const ordered = [...others, ...rare, ...finals.filter(isFrequent)]
  const renamed = new Uint16Array(states.length)
  ordered.forEach((state, index) => {
    renamed[state] = index
  })
  const moved = new Uint16Array(states.length * stride)
  ordered.forEach((state, index) => {
    for (let unitClass = 0; unitClass < stride; unitClass++) {
      moved[index * stride + unitClass] = renamed[next[state * stride + unitClass] as number] as number
    }
  })
  return {
    next: moved,
    firstFinal: others.length,
    firstFrequent: others.length + rare.length,
    ended: ordered.slice(others.length).map((state) => endedAt[state] ?? []),
  }
}
