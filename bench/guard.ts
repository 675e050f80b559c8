import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask } from './arms.ts'
import type { BenchResult } from './bench-result.ts'
import { environment } from './environment.ts'
import { median, round } from './statistics.ts'

const rounds = 9
const guardArms = ['sdk', 'naive', 'privity'] as const
const signals = ['spans', 'logs'] as const

/** Microseconds of CPU for one span and one log record: the SDK alone, a naive redactor, the guard. */
export async function run(): Promise<BenchResult> {
  const micros = new Map<string, number[]>()
  const least = new Map<string, number>()
  for (let round = 0; round < rounds; round++) {
    for (const signal of signals) {
      for (const arm of guardArms) {
        const child = fork(fileURLToPath(new URL('apps/guard.mjs', import.meta.url)), [arm, signal], { execArgv: [] })
        const sample = await ask<{ micros: number; least: number }>(child)
        const key = `${arm}/${signal}`
        micros.set(key, [...(micros.get(key) ?? []), sample.micros])
        least.set(key, Math.min(least.get(key) ?? Number.POSITIVE_INFINITY, sample.least))
      }
    }
  }
  const of = (arm: string, signal: string) => micros.get(`${arm}/${signal}`) ?? []
  const ratio = (signal: string) =>
    median(of('privity', signal).map((value, index) => value / (of('naive', signal)[index] ?? Number.NaN)))
  // other programs only ever add to what an arm takes: the least of many rounds is nearest to what it takes by itself
  const leastOf = (arm: string) => least.get(`${arm}/spans`) ?? Number.NaN
  return {
    bench: 'guard',
    goals: [
      ...signals.map((signal) => ({
        name: `CPU per record, guard / seven regular expressions, ${signal}`,
        value: round(ratio(signal)),
        goal: 1,
        better: 'lower' as const,
        unit: 'ratio',
      })),
      {
        name: 'CPU per ordinary span over the SDK alone',
        value: round(leastOf('privity') - leastOf('sdk'), 2),
        goal: 1.5,
        better: 'lower',
        unit: 'microseconds',
      },
    ],
    peers: guardArms.flatMap((arm) =>
      signals.map((signal) => ({
        name: `${arm}, ${signal}`,
        'CPU, microseconds per record': round(median(of(arm, signal)), 2),
        'more than the SDK alone': round(median(of(arm, signal)) - median(of('sdk', signal)), 2),
        'at least': round(least.get(`${arm}/${signal}`) ?? Number.NaN, 2),
      })),
    ),
    environment: environment({ rounds, recordsPerRound: 60_000 }),
  }
}
