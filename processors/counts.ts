import type { Signal, VerdictCount, WithholdReason } from './guard.ts'

/** The book-keeping of the guard: how many records went where, or stayed for which reason. */
export function createCounts() {
  const entries: { -readonly [K in keyof VerdictCount]: VerdictCount[K] }[] = []
  return {
    add(flow: string, signal: Signal, outcome: 'deliver' | WithholdReason, records = 1): void {
      // a handful of entries, and the strings are constants: comparing is faster than hashing a made-up key
      for (const entry of entries) {
        if (entry.outcome === outcome && entry.signal === signal && entry.flow === flow) {
          entry.count += records
          return
        }
      }
      entries.push({ flow, signal, outcome, count: records })
    },
    list: (): readonly VerdictCount[] => entries.map((entry) => ({ ...entry })),
  }
}

export type Counts = ReturnType<typeof createCounts>
