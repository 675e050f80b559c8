import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'
import { type Arm, arms, ask, end, startApp } from './arms.ts'
import type { BenchResult } from './bench-result.ts'
import { environment } from './environment.ts'
import { median, round } from './statistics.ts'

const rounds = 5
const warmUpSeconds = 2
const loadSeconds = 5
/** Requests per second: well below what the slowest arm serves on one core. */
const fixedRate = 300
const handlers = { hello: '/hello', realistic: '/tickets/4711' } as const
type Handler = keyof typeof handlers
type Mode = 'fixed' | 'saturated'

interface Sample {
  readonly cpuMicros: number
  readonly perSecond: number
  readonly p99Millis: number
  readonly rssMegabytes: number
}

/** CPU time of the whole process for one request: without telemetry, with upstream's register hook, with Privity. */
export async function run(): Promise<BenchResult> {
  const sink = fork(fileURLToPath(new URL('apps/sink.mjs', import.meta.url)), [], { execArgv: [] })
  const { listening } = await ask<{ listening: number }>(sink)
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${listening}`, OTEL_LOG_LEVEL: 'NONE' }
  const samples = new Map<string, Sample[]>()
  const cells = Object.keys(handlers).flatMap((handler) =>
    (['fixed', 'saturated'] as const).map((mode) => ({ handler: handler as Handler, mode })),
  )
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { handler, mode } of cells) {
        // another order in each round: what came before warms or tires the machine
        for (const arm of rotate(arms, round)) {
          const sample = await measure(arm, handler, mode, env)
          const key = `${handler}/${mode}/${arm}`
          samples.set(key, [...(samples.get(key) ?? []), sample])
        }
      }
    }
  } finally {
    await end(sink)
  }
  return result(samples, cells)
}

async function measure(arm: Arm, handler: Handler, mode: Mode, env: Record<string, string>): Promise<Sample> {
  const { child, port } = await startApp('hello.mjs', arm, env)
  try {
    const url = `http://127.0.0.1:${port}${handlers[handler]}`
    const load = { url, connections: 10, ...(mode === 'fixed' && { overallRate: fixedRate }) }
    await autocannon({ ...load, duration: warmUpSeconds })
    const before = await ask<{ cpuMicros: number }>(child, 'cpu')
    const outcome = await autocannon({ ...load, duration: loadSeconds })
    const after = await ask<{ cpuMicros: number; rss: number }>(child, 'cpu')
    return {
      cpuMicros: (after.cpuMicros - before.cpuMicros) / outcome.requests.total,
      perSecond: outcome.requests.total / loadSeconds,
      p99Millis: outcome.latency.p99,
      rssMegabytes: after.rss / 1e6,
    }
  } finally {
    await end(child)
  }
}

function result(samples: Map<string, Sample[]>, cells: { handler: Handler; mode: Mode }[]): BenchResult {
  const cpu = (handler: Handler, mode: Mode, arm: Arm) =>
    (samples.get(`${handler}/${mode}/${arm}`) ?? []).map(({ cpuMicros }) => cpuMicros)
  // pair by pair within a round, so that a slow minute of the machine counts for both
  const ratio = (handler: Handler, mode: Mode): number => {
    const upstream = cpu(handler, mode, 'upstream')
    return median(cpu(handler, mode, 'privity').map((micros, index) => micros / (upstream[index] ?? Number.NaN)))
  }
  return {
    bench: 'overhead',
    goals: cells.map(({ handler, mode }) => ({
      name: `CPU per request, Privity / upstream, ${handler} handler, ${mode} rate`,
      value: round(ratio(handler, mode)),
      goal: handler === 'realistic' ? 1.05 : 1.1,
      better: 'lower',
      unit: 'ratio',
    })),
    peers: cells.flatMap(({ handler, mode }) =>
      arms.map((arm) => {
        const of = samples.get(`${handler}/${mode}/${arm}`) ?? []
        return {
          name: `${arm}, ${handler}, ${mode}`,
          'CPU, microseconds per request': round(median(of.map(({ cpuMicros }) => cpuMicros)), 1),
          'requests per second': round(median(of.map(({ perSecond }) => perSecond)), 0),
          'p99, ms': round(median(of.map(({ p99Millis }) => p99Millis)), 1),
          'memory, MB': round(median(of.map(({ rssMegabytes }) => rssMegabytes)), 0),
        }
      }),
    ),
    environment: environment({ rounds, loadSeconds, warmUpSeconds, fixedRate, connections: 10 }),
  }
}

function rotate<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
