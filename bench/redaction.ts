import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { BenchResult } from './bench-result.ts'
import { environment } from './environment.ts'
import { hostileParts } from './hostile-parts.ts'
import { installJavascriptPeers } from './peers/install-peers.ts'
import { javascriptPeers } from './peers/javascript-peers.ts'
import type { Question, TextSet, Throughput } from './redaction-arm.ts'
import { round } from './statistics.ts'

const rounds = 5
const sets: readonly TextSet[] = ['clean telemetry', 'dense text', 'prompts of 64 KiB']
/** Who takes longer for one megabyte is not waited for. */
const patienceMillis = 10_000

interface Figures {
  readonly recall: number
  readonly throughputs: ReadonlyMap<TextSet, Throughput>
  /** Milliseconds of the worst text, and what it was made of. */
  readonly worst: { readonly millis: number; readonly part: string }
}

/** How fast redaction is, ours and others', each in a process of its own, in turn. */
export async function run(): Promise<BenchResult> {
  const missing = installJavascriptPeers()
  const own = ['privity', 'nine regular expressions']
  const names = missing === undefined ? Object.keys(javascriptPeers) : own
  const figures = new Map<string, Figures>()
  const best = new Map<string, Map<TextSet, Throughput>>()
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const known = best.get(name) ?? new Map<TextSet, Throughput>()
      best.set(name, known)
      for (const set of sets)
        known.set(set, faster(known.get(set), await askOnce<Throughput>(name, { throughput: set })))
    }
  }
  for (const name of names) {
    const recall = await askOnce<number>(name, { recall: true })
    figures.set(name, { recall, throughputs: best.get(name) ?? new Map(), worst: await worstOf(name) })
  }
  const ours = figures.get('privity')
  const nine = figures.get('nine regular expressions')
  if (ours === undefined || nine === undefined) throw new Error('nothing was measured')
  const comparable = [...figures].filter(([name, { recall }]) => !own.includes(name) && recall >= ours.recall / 2)
  const peersBest = Math.max(...comparable.map(([, peer]) => speed(peer, 'clean telemetry')))
  return {
    bench: 'redaction',
    goals: [
      goal(
        'clean telemetry, ours / nine regular expressions',
        ratio(ours, speed(nine, 'clean telemetry')),
        4,
        'higher',
        'ratio',
      ),
      goal('clean telemetry, ours / best package of half our recall', ratio(ours, peersBest), 30, 'higher', 'ratio'),
      goal('one megabyte of the worst hostile text', round(ours.worst.millis, 1), 50, 'lower', 'ms'),
    ],
    peers: [
      ...[...figures].map(([name, peer]) => rowOf(name, peer)),
      ...(missing === undefined ? [] : [{ name: 'packages of others', absent: missing }]),
    ],
    environment: environment({ rounds, hostileTexts: hostileParts.length }),
  }
}

function goal(name: string, value: number, aim: number, better: 'lower' | 'higher', unit: string) {
  return { name, value, goal: aim, better, unit } as const
}

function ratio(ours: Figures, theirs: number): number {
  return round(speed(ours, 'clean telemetry') / theirs, 2)
}

function speed({ throughputs }: Figures, set: TextSet): number {
  return throughputs.get(set)?.megabytesPerSecond ?? Number.NaN
}

function faster(known: Throughput | undefined, sample: Throughput): Throughput {
  return known !== undefined && known.megabytesPerSecond > sample.megabytesPerSecond ? known : sample
}

function rowOf(name: string, { recall, throughputs, worst }: Figures): Record<string, string | number> {
  return {
    name,
    'recall, structured': round(recall, 3),
    ...Object.fromEntries(
      [...throughputs].flatMap(([set, { megabytesPerSecond, stringsPerSecond }]) => [
        [`${set}, MB/s`, round(megabytesPerSecond, 2)],
        [`${set}, strings/s`, Math.round(stringsPerSecond)],
      ]),
    ),
    'worst megabyte, ms': worst.millis >= patienceMillis ? `more than ${patienceMillis}` : round(worst.millis, 1),
    'made of': JSON.stringify(worst.part),
  }
}

/** Stops at the first text that takes too long: the rest could only be worse. */
async function worstOf(name: string): Promise<Figures['worst']> {
  const child = await start(name)
  let worst = { millis: 0, part: '' }
  try {
    for (const [index, part] of hostileParts.entries()) {
      const millis = await ask<number>(child, { hostile: index }, patienceMillis)
      if (millis === undefined || millis > worst.millis) worst = { millis: millis ?? patienceMillis, part }
      if (worst.millis >= patienceMillis) break
    }
  } finally {
    child.kill('SIGKILL')
  }
  return worst
}

async function askOnce<T>(name: string, question: Question): Promise<T> {
  const child = await start(name)
  try {
    const answer = await ask<T>(child, question, 10 * patienceMillis)
    if (answer === undefined) throw new Error(`${name} took too long`)
    return answer
  } finally {
    child.kill('SIGKILL')
  }
}

async function start(name: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('redaction-arm.ts', import.meta.url)), [name], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await once(child, 'message')
  return child
}

/** @returns `undefined` if there is no answer in time, or the process ended */
async function ask<T>(child: ChildProcess, question: Question, millis: number): Promise<T | undefined> {
  const answered = once(child, 'message').then(([answer]) => answer as T)
  child.send(question)
  const stop = AbortSignal.timeout(3 * millis)
  const ended = once(child, 'exit', { signal: stop }).then(
    () => undefined,
    () => undefined,
  )
  return Promise.race([answered, ended])
}
