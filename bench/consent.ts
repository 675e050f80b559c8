import { mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startArm } from './arm-process.ts'
import type { BenchResult, Goal } from './bench-result.ts'
import type { ConsentFigures, ConsentStep } from './consent-arm.ts'
import { entriesPerSubject } from './consent-population.ts'
import { environment } from './environment.ts'
import { round } from './statistics.ts'

const armFile = fileURLToPath(new URL('consent-arm.ts', import.meta.url))
/** Not the folder for temporary files: that may be in memory. */
const folder = fileURLToPath(new URL('../.cache/', import.meta.url))
const sizes = [1_000_000, 10_000_000] as const
const stepMillis = 3_600_000

interface Figures {
  readonly grants: number
  readonly megabytes: number
  readonly filled: number
  readonly appended: number
  readonly p50: number
  readonly p99: number
  readonly verified: number
  readonly rebuilt: number
}

/** The ledger at one and at ten million entries: look-ups, appends, verification and rebuilding, and a decision from memory. */
export async function run(): Promise<BenchResult> {
  const directory = await mkdtemp(join(folder, 'bench-consent-'))
  const file = join(directory, 'ledger.sqlite')
  try {
    const figures: Figures[] = []
    let written = 0
    for (const grants of sizes) {
      figures.push(await measure(file, written, grants))
      written = grants
    }
    const decision = await step(file, { step: 'decide', count: 1_000_000 })
    return {
      bench: 'consent',
      goals: goalsOf(figures, (decision.millis / decision.entries) * 1e3),
      peers: figures.map((size) => ({
        entries: size.grants,
        'database, MB': round(size.megabytes, 0),
        'entries written/s while it grew': round(size.filled, 0),
        'appends/s': round(size.appended, 0),
        'cold look-up, median, us': round(size.p50, 0),
        'cold look-up, p99, us': round(size.p99, 0),
        'verified/s': round(size.verified, 0),
        'rebuilt/s': round(size.rebuilt, 0),
      })),
      environment: environment({ database: 'SQLite, synchronous FULL' }),
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function measure(file: string, written: number, grants: number): Promise<Figures> {
  const people = grants / entriesPerSubject
  const filled = await step(file, { step: 'append', from: written / entriesPerSubject, to: people })
  // people who have an entry already change their mind
  const appended = await step(file, { step: 'append', from: 0, to: 25_000, key: `again-${grants}-` })
  const looked = await step(file, { step: 'look up', among: people, count: 20_000 })
  const verified = await step(file, { step: 'verify' })
  const rebuilt = await step(file, { step: 'rebuild' })
  const { size } = await stat(file)
  return {
    grants,
    megabytes: size / 1e6,
    filled: perSecond(filled),
    appended: perSecond(appended),
    p50: looked.p50 ?? Number.NaN,
    p99: looked.p99 ?? Number.NaN,
    verified: perSecond(verified),
    rebuilt: perSecond(rebuilt),
  }
}

/** In a fresh process, so that nothing is in its memory yet. */
async function step(file: string, question: ConsentStep): Promise<ConsentFigures> {
  const arm = await startArm(armFile, file)
  if (typeof arm === 'string') throw new Error(arm)
  try {
    const answer = await arm.ask<ConsentFigures & { readonly absent?: string }>(question, stepMillis)
    if (typeof answer === 'string' || answer.absent !== undefined)
      throw new Error(`${question.step}: ${typeof answer === 'string' ? answer : answer.absent}`)
    return answer
  } finally {
    arm.stop()
  }
}

function perSecond({ entries, millis }: ConsentFigures): number {
  return (entries / millis) * 1e3
}

function goalsOf(figures: readonly Figures[], decisionMicros: number): Goal[] {
  const [small, large] = figures
  if (small === undefined || large === undefined) throw new RangeError('two sizes are compared')
  return [
    { name: 'cold look-up, p99', value: round(large.p99 / 1e3), goal: 1, better: 'lower', unit: 'ms' },
    { name: 'decision from memory', value: round(decisionMicros), goal: 1, better: 'lower', unit: 'microseconds' },
    { name: 'appends', value: round(large.appended, 0), goal: 5_000, better: 'higher', unit: 'entries/s' },
    { name: 'verification', value: round(large.verified, 0), goal: 100_000, better: 'higher', unit: 'entries/s' },
    ...(['appended', 'verified', 'p50'] as const).map((figure): Goal => {
      const isTime = figure === 'p50'
      return {
        name: `${isTime ? 'cold look-up, median' : figure}: ten million / one million`,
        value: round(large[figure] / small[figure]),
        // flat: what is read lies in a tree that is one level deeper at most
        goal: isTime ? 1.5 : 0.67,
        better: isTime ? 'lower' : 'higher',
        unit: 'ratio',
      }
    }),
  ]
}
