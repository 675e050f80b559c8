import type { Signal, VerdictCount, WithholdReason } from './guard.ts'

/** The book-keeping of the guard: how many records went where, or stayed for which reason. */
export function createCounts() {
  const counts = new Map<string, { -readonly [K in keyof VerdictCount]: VerdictCount[K] }>()
  return {
    add(flow: string, signal: Signal, outcome: 'deliver' | WithholdReason, records = 1): void {
      const key = `${flow}/${signal}/${outcome}`
      const entry = counts.get(key)
      if (entry === undefined) counts.set(key, { flow, signal, outcome, count: records })
      else entry.count += records
    },
    list: (): readonly VerdictCount[] => Array.from(counts.values(), (entry) => ({ ...entry })),
  }
}

export type Counts = ReturnType<typeof createCounts>
