import { fileURLToPath } from 'node:url'
import { type ArmProcess, type Silence, startArm } from './arm-process.ts'
import type { BenchResult, Goal } from './bench-result.ts'
import { environment } from './environment.ts'
import { hostileParts } from './hostile-parts.ts'
import { installJavascriptPeers } from './peers/install-peers.ts'
import { own, packages } from './peers/javascript-peers.ts'
import { tablePassName } from './peers/table-pass.ts'
import type { Hostile, Question, TextSet, Throughput } from './redaction-arm.ts'
import { round } from './statistics.ts'

const rounds = 3
const sets: readonly TextSet[] = ['clean telemetry', 'dense text', 'prompts of 64 KiB']
/** Who takes longer for an answer is not waited for. */
const patienceMillis = 10_000
const recallMillis = 120_000
/** Of the best package's recall: one that finds less than this does less work. */
const comparableShare = 0.8

const armFile = fileURLToPath(new URL('redaction-arm.ts', import.meta.url))

interface Figures {
  readonly recall: number
  readonly best: ReadonlyMap<TextSet, Throughput>
  readonly worst: Worst
}

/** Of all hostile texts the one that took longest. */
interface Worst {
  readonly millis: number
  readonly part: string
  readonly silence?: Silence
  readonly givenUp: number
}

/** How fast redaction is, ours and others', each in processes of its own, in turn. */
export async function run(): Promise<BenchResult> {
  const obstacle = installJavascriptPeers()
  const absent = new Map<string, string>()
  if (obstacle !== undefined) for (const name of Object.keys(packages)) absent.set(name, obstacle)
  const names = [tablePassName, ...Object.keys(own), ...Object.keys(packages)]
  const figures = new Map<string, Figures>()
  const best = new Map(names.map((name) => [name, new Map<TextSet, Throughput>()]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, known] of best) {
      if (!absent.has(name)) await inArm(name, absent, (arm) => addRound(arm, known))
    }
  }
  for (const [name, known] of best) {
    if (absent.has(name)) continue
    const recall = await inArm(name, absent, (arm) => arm.ask<number>({ recall: true }, recallMillis))
    const worst = await inArm(name, absent, worstOf)
    if (typeof recall !== 'number' || worst === undefined) absent.set(name, absent.get(name) ?? String(recall))
    else figures.set(name, { recall, best: known, worst })
  }
  return {
    bench: 'redaction',
    goals: goalsOf(figures),
    peers: names.map((name) => rowOf(name, figures.get(name) ?? absent.get(name) ?? 'not measured', figures)),
    environment: environment({ rounds, hostileTexts: hostileParts.length }),
  }
}

/** Does something with an arm in a fresh process, or notes why there is none. */
async function inArm<T>(
  name: string,
  absent: Map<string, string>,
  work: (arm: ArmProcess) => Promise<T>,
): Promise<T | undefined> {
  const arm = await startArm(armFile, name)
  if (typeof arm === 'string') {
    absent.set(name, arm)
    return undefined
  }
  try {
    return await work(arm)
  } finally {
    arm.stop()
  }
}

async function addRound(arm: ArmProcess, known: Map<TextSet, Throughput>): Promise<void> {
  for (const set of sets) {
    const question: Question = { throughput: set }
    const sample = await arm.ask<Throughput>(question, 6 * patienceMillis)
    if (typeof sample === 'string') return
    const before = known.get(set)
    if (before === undefined || before.megabytesPerSecond < sample.megabytesPerSecond) known.set(set, sample)
  }
}

/** Ends at the first text that there is no answer to: it is beyond every goal already. */
async function worstOf(arm: ArmProcess): Promise<Worst> {
  let worst: Worst = { millis: 0, part: '', givenUp: 0 }
  for (const [index, part] of hostileParts.entries()) {
    const question: Question = { hostile: index }
    const answer = await arm.ask<Hostile>(question, patienceMillis)
    if (typeof answer === 'string') return { ...worst, millis: patienceMillis, part, silence: answer }
    const givenUp = worst.givenUp + Number(answer.isGivenUp)
    worst = answer.millis > worst.millis ? { millis: answer.millis, part, givenUp } : { ...worst, givenUp }
  }
  return worst
}

function goalsOf(figures: ReadonlyMap<string, Figures>): readonly Goal[] {
  const ours = figures.get('privity')
  const nine = figures.get('nine regular expressions')
  if (ours === undefined || nine === undefined) throw new Error('nothing was measured')
  const others = [...figures].flatMap(([name, peer]) => (name in packages ? [peer] : []))
  const bestRecall = Math.max(0, ...others.map(({ recall }) => recall))
  const comparable = others.filter(({ recall }) => recall >= comparableShare * bestRecall)
  // no goal is met beside nobody
  const fastest = Math.max(...comparable.map((peer) => speed(peer, 'clean telemetry')))
  const beside = (megabytesPerSecond: number): number =>
    Number.isFinite(megabytesPerSecond) ? round(speed(ours, 'clean telemetry') / megabytesPerSecond, 2) : 0
  return [
    {
      name: 'clean telemetry, ours / nine regular expressions',
      value: beside(speed(nine, 'clean telemetry')),
      goal: 4,
      better: 'higher',
      unit: 'ratio',
    },
    {
      name: 'clean telemetry, ours / fastest of the packages that find most',
      value: beside(fastest),
      goal: 30,
      better: 'higher',
      unit: 'ratio',
    },
    {
      name: 'one megabyte of the worst hostile text',
      value: round(ours.worst.millis, 1),
      goal: 50,
      better: 'lower',
      unit: 'ms',
    },
  ]
}

function speed({ best }: Figures, set: TextSet): number {
  return best.get(set)?.megabytesPerSecond ?? Number.NaN
}

function rowOf(name: string, peer: Figures | string, all: ReadonlyMap<string, Figures>) {
  if (typeof peer === 'string') return { name, absent: peer }
  const ours = all.get('privity')
  const row: Record<string, string | number> = { name, 'recall, structured': round(peer.recall) }
  for (const set of sets) {
    const sample = peer.best.get(set)
    row[`${set}, MB/s`] = sample === undefined ? 'no answer' : round(sample.megabytesPerSecond)
    row[`${set}, strings/s`] = sample === undefined ? 'no answer' : round(sample.stringsPerSecond, 1)
    if (sample !== undefined && sample.givenUp > 0) row[`${set}, given up`] = round(sample.givenUp)
  }
  if (ours !== undefined) {
    row['clean telemetry, ours / this'] = round(speed(ours, 'clean telemetry') / speed(peer, 'clean telemetry'), 2)
  }
  const { millis, part, silence, givenUp } = peer.worst
  if (silence === undefined) row['worst megabyte, ms'] = round(millis, 1)
  else row['worst megabyte, ms'] = silence === 'ended' ? 'the process ended' : `> ${patienceMillis / 1e3} s`
  row['made of'] = JSON.stringify(part)
  if (givenUp > 0) row['hostile texts given up'] = givenUp
  return row
}
