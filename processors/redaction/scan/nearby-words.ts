/** Where words of the table stand in one text, in the order of their ends. */
export interface NearbyWords {
  clear(): void
  add(word: number, start: number, end: number): void
  readonly isEmpty: boolean
  /** Does one of `words` end at most 64 units before `start`, or begin at most 32 behind `end`? */
  isNear(words: ReadonlySet<number>, start: number, end: number): boolean
  /** The words that stand so near, the nearest before it first; the same list for all that ask. */
  around(start: number, end: number): readonly number[]
  /** The words that end right at `end`; the same list. */
  endingAt(end: number): readonly number[]
  /** Does any word end right at `end`? */
  endsSomeAt(end: number): boolean
}

const reachBefore = 64
const reachBehind = 32

/** Words that one candidate looks at to each side: a text of nothing but words must not cost the square of its length. */
const maxLooks = 24

export function createNearbyWords(): NearbyWords {
  // written over and never shortened: that is slow
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const listed: number[] = []
  let count = 0

  /** How many words end at or before `position`. */
  const countUntil = (position: number): number => {
    let low = 0
    let high = count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= position) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Writes a word down once, however often it stands there: what asks looks up each. */
  const list = (index: number): void => {
    const id = ids[index] ?? -1
    if (!listed.includes(id)) listed.push(id)
  }

  const words = {
    // no getter: those are slow
    isEmpty: true,
    clear() {
      count = 0
      words.isEmpty = true
    },
    add(word: number, start: number, end: number) {
      ids[count] = word
      starts[count] = start
      ends[count] = end
      count++
      words.isEmpty = false
    },
    isNear(wanted: ReadonlySet<number>, start: number, end: number) {
      if (count === 0) return false
      const middle = countUntil(start)
      for (let index = middle - 1; index >= 0 && index >= middle - maxLooks; index--) {
        if ((ends[index] ?? 0) < start - reachBefore) break
        if (wanted.has(ids[index] ?? -1)) return true
      }
      for (let index = middle; index < count && index < middle + maxLooks; index++) {
        if ((starts[index] ?? 0) > end + reachBehind) break
        if ((starts[index] ?? 0) >= end && wanted.has(ids[index] ?? -1)) return true
      }
      return false
    },
    around(start: number, end: number) {
      listed.length = 0
      const middle = countUntil(start)
      for (let index = middle - 1; index >= 0 && index >= middle - maxLooks; index--) {
        if ((ends[index] ?? 0) < start - reachBefore) break
        list(index)
      }
      for (let index = middle; index < count && index < middle + maxLooks; index++) {
        if ((starts[index] ?? 0) > end + reachBehind) break
        if ((starts[index] ?? 0) >= end) list(index)
      }
      return listed
    },
    endingAt(end: number) {
      listed.length = 0
      for (let index = countUntil(end) - 1; index >= 0 && ends[index] === end; index--) listed.push(ids[index] ?? -1)
      return listed
    },
    endsSomeAt(end: number) {
      return count > 0 && ends[countUntil(end) - 1] === end
    },
  }
  return words
}
