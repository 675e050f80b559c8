import { type Arm, arms, end, startApp } from './arms.ts'
import type { BenchResult } from './bench-result.ts'
import { environment } from './environment.ts'
import { median, round } from './statistics.ts'

const rounds = 15

/** From `fork` to listening, and the memory at that moment, of an Express application in fresh processes. */
export async function run(): Promise<BenchResult> {
  const millis: Record<Arm, number[]> = { none: [], upstream: [], privity: [] }
  const megabytes: Record<Arm, number[]> = { none: [], upstream: [], privity: [] }
  // nobody listens there: an export that fails is part of no start
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_LOG_LEVEL: 'NONE' }
  for (let round = -1; round < rounds; round++) {
    for (const arm of arms) {
      const app = await startApp('hello.mjs', arm, env)
      await end(app.child)
      // the first round fills the disk cache
      if (round < 0) continue
      millis[arm].push(app.startMillis)
      megabytes[arm].push(app.rss / 1e6)
    }
  }
  return {
    bench: 'startup',
    goals: [
      {
        name: 'time to listening, Privity / upstream',
        value: round(median(millis.privity) / median(millis.upstream)),
        goal: 0.6,
        better: 'lower',
        unit: 'ratio',
      },
      {
        name: 'memory when listening, Privity / upstream',
        value: round(median(megabytes.privity) / median(megabytes.upstream)),
        goal: 1,
        better: 'lower',
        unit: 'ratio',
      },
    ],
    peers: arms.map((arm) => ({
      name: arm,
      'time to listening, ms (median)': round(median(millis[arm]), 1),
      'time to listening, ms (min)': round(Math.min(...millis[arm]), 1),
      'memory, MB (median)': round(median(megabytes[arm]), 1),
    })),
    environment: environment({ rounds }),
  }
}
