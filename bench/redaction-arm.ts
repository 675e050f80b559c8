// One arm of the redaction bench in a process of its own: `node redaction-arm.ts NAME`. Asked by messages.

import { corpus, structuredTypes } from './corpus/corpus.ts'
import { hostileParts } from './hostile-parts.ts'
import { own, packages } from './peers/javascript-peers.ts'
import type { LoadPeer, Redact } from './peers/peer.ts'
import { tablePass, tablePassName } from './peers/table-pass.ts'
import { recallOf } from './recall.ts'

/** What the bench asks, and gets: `Throughput`, `Hostile`, the recall. */
export type Question = { readonly throughput: TextSet } | { readonly hostile: number } | { readonly recall: true }
export type TextSet = 'clean telemetry' | 'dense text' | 'prompts of 64 KiB'
export interface Throughput {
  /** Of CPU time, as everything here: other programs and other arms take none of it. */
  readonly megabytesPerSecond: number
  readonly stringsPerSecond: number
  /** The share of texts at which it threw. */
  readonly givenUp: number
}
export interface Hostile {
  readonly millis: number
  readonly isGivenUp: boolean
}

const loads: Readonly<Record<string, LoadPeer>> = { ...own, ...packages, [tablePassName]: () => tablePass }
const all = corpus()

/** As strings of one piece, as they come from a socket; what is put together is slower for everybody. */
const flat = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

const textsOf: Readonly<Record<TextSet, () => readonly string[]>> = {
  'clean telemetry': () => all.filter(({ labels }) => labels.length === 0).map(({ text }) => flat(text)),
  'dense text': () => all.filter(({ labels }) => labels.length > 0).map(({ text }) => flat(text)),
  'prompts of 64 KiB': () => promptsOf(65_536),
}

/** Clean and other texts by turns, in the same order each time. */
const mixed = all.map(({ text }, index) => all[(index * 7919) % all.length]?.text ?? text)

function promptsOf(units: number): readonly string[] {
  const joined = mixed.join('\n').repeat(3)
  return [0, 1, 2, 3].map((index) => flat(joined.slice(index * units, (index + 1) * units)))
}

function cpuMillis(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e3
}

const samples = 4
const sampleMillis = 150
const warmUpMillis = 3_000
const unitsBetweenLooks = 4_096

/** The best of some samples, for whatever else the machine does only slows it down. */
async function throughput(redact: Redact, set: TextSet): Promise<Throughput> {
  const texts = textsOf[set]()
  let best = await sampleOf(redact, texts)
  for (let sample = 1; sample < samples; sample++) {
    const next = await sampleOf(redact, texts)
    if (next.megabytesPerSecond > best.megabytesPerSecond) best = next
  }
  return best
}

/** Through the texts again and again until the time is over, which for the slowest is before their end. */
async function sampleOf(redact: Redact, texts: readonly string[], forMillis = sampleMillis): Promise<Throughput> {
  const sizes = texts.map((text) => Buffer.byteLength(text))
  let [bytes, strings, givenUp, unitsSinceLook] = [0, 0, 0, 0]
  const stop = performance.now() + forMillis
  const before = process.cpuUsage()
  for (let index = 0; ; index = (index + 1) % texts.length) {
    const text = texts[index] ?? ''
    try {
      const redacted = redact(text)
      // nothing is awaited for who gives no promise: that takes longer than a short text
      if (typeof redacted !== 'string') await redacted
    } catch {
      givenUp++
    }
    strings++
    bytes += sizes[index] ?? 0
    unitsSinceLook += text.length
    if (unitsSinceLook < unitsBetweenLooks) continue
    unitsSinceLook = 0
    if (performance.now() > stop) break
  }
  const millis = cpuMillis(before)
  return {
    megabytesPerSecond: bytes / millis / 1e3,
    stringsPerSecond: (strings / millis) * 1e3,
    givenUp: givenUp / strings,
  }
}

const attempts = 3
/** Beyond these there is nothing to gain, or nothing to hope, from another attempt. */
const [goodMillis, hopelessMillis] = [20, 500]

/** A megabyte of one hostile part. */
async function hostile(redact: Redact, part: string): Promise<Hostile> {
  const text = flat(part.repeat(Math.ceil(1e6 / Buffer.byteLength(part))))
  let millis = Number.POSITIVE_INFINITY
  let isGivenUp = false
  for (let attempt = 0; attempt < attempts && millis > goodMillis; attempt++) {
    const before = process.cpuUsage()
    try {
      await redact(text)
    } catch {
      isGivenUp = true
    }
    millis = Math.min(millis, cpuMillis(before))
    if (millis > hopelessMillis) break
  }
  return { millis, isGivenUp }
}

/** Goes through all of the corpus. */
async function recall(redact: Redact): Promise<number> {
  const redacted: string[] = []
  for (const { text } of all) {
    try {
      redacted.push(await redact(text))
    } catch {
      redacted.push(text)
    }
  }
  const { found, labels } = recallOf(all, redacted, (type) => structuredTypes.has(type))
  return found / labels
}

async function answerTo(redact: Redact, question: Question): Promise<Throughput | Hostile | number> {
  if ('throughput' in question) return throughput(redact, question.throughput)
  if ('hostile' in question) return hostile(redact, hostileParts[question.hostile] ?? '')
  return recall(redact)
}

try {
  const [name = ''] = process.argv.slice(2)
  const redact = await loads[name]?.()
  if (redact === undefined) throw new Error(`there is no ${name}`)
  // an application has both: code that has only seen clean text is faster than it will be. Not less than seconds: what has
  // many rules is compiled bit by bit, and goes on getting faster
  await sampleOf(redact, mixed, warmUpMillis)
  process.on('message', async (question: Question) => process.send?.(await answerTo(redact, question)))
  process.send?.({})
} catch (error) {
  process.send?.({ absent: error instanceof Error ? error.message : String(error) })
}
