import type { ReplayStore } from './api-options.ts'

const maxReplays = 100_000

/**
 * Used tokens of this process. A full store throws: forgetting a token that is still valid would let it count twice,
 * so no change is taken until some have expired, five minutes later at most.
 */
export function memoryReplayStore(now: () => number = Date.now, max: number = maxReplays): ReplayStore {
  const used = new Map<string, number>()
  let sweptAt = 0
  return {
    firstUse(id, expiresAt) {
      const time = now()
      // all of it at once, but at most once a second: a full store must not make each request slow
      if (used.size >= max / 2 && time - sweptAt >= 1_000) {
        sweptAt = time
        for (const [old, until] of used) if (until <= time) used.delete(old)
      }
      if (used.has(id)) return false
      if (used.size >= max) throw new Error('too many tokens were used within their lifetime')
      used.set(id, expiresAt)
      return true
    },
  }
}
