/** What a bench gives, and what `npm run bench -- NAME --json` prints as one line. */
export interface BenchResult {
  readonly bench: string
  readonly goals: readonly Goal[]
  /** The figures of each arm, for the table. */
  readonly peers: readonly Readonly<Record<string, string | number>>[]
  readonly environment: Readonly<Record<string, string | number>>
}

export interface Goal {
  readonly name: string
  readonly value: number
  readonly goal: number
  readonly better: 'lower' | 'higher'
  readonly unit: string
}
