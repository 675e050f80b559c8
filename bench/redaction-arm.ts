// One arm of the redaction bench in a process of its own: `node redaction-arm.ts NAME`. Asked by messages.

import { corpus, structuredTypes } from './corpus/corpus.ts'
import { hostileParts } from './hostile-parts.ts'
import { javascriptPeers } from './peers/javascript-peers.ts'
import { recallOf } from './recall.ts'

/** What the bench asks, and gets. */
export type Question = { readonly throughput: TextSet } | { readonly hostile: number } | { readonly recall: true }
export type TextSet = 'clean telemetry' | 'dense text' | 'prompts of 64 KiB'
export interface Throughput {
  readonly megabytesPerSecond: number
  readonly stringsPerSecond: number
}

const [name = ''] = process.argv.slice(2)
const all = corpus()
const peer = await javascriptPeers[name]?.()
if (peer === undefined) throw new Error(`there is no ${name}`)
const { redact } = peer

/** As strings of one piece, as they come from a socket; what is put together is slower for everybody. */
const flat = (text: string): string => Buffer.from(text, 'utf8').toString('utf8')

const sets: Readonly<Record<TextSet, readonly string[]>> = {
  'clean telemetry': all.filter(({ labels }) => labels.length === 0).map(({ text }) => flat(text)),
  'dense text': all.filter(({ labels }) => labels.length > 0).map(({ text }) => flat(text)),
  'prompts of 64 KiB': promptsOf(65_536),
}

function promptsOf(units: number): readonly string[] {
  const texts = all.map(({ text }, index) => all[(index * 7919) % all.length]?.text ?? text)
  const joined = texts.join('\n').repeat(3)
  return [0, 1, 2, 3].map((index) => flat(joined.slice(index * units, (index + 1) * units)))
}

const minMillis = 400

/** Once through all of a set, as often as it takes; the best of it, for whatever else the machine does only slows it down. */
async function throughput(set: TextSet): Promise<Throughput> {
  const texts = sets[set]
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  let best = Number.POSITIVE_INFINITY
  const started = performance.now()
  do {
    const from = performance.now()
    for (const text of texts) {
      const redacted = redact(text)
      if (typeof redacted !== 'string') await redacted.catch(() => text)
    }
    best = Math.min(best, performance.now() - from)
  } while (performance.now() - started < minMillis)
  return { megabytesPerSecond: bytes / best / 1e3, stringsPerSecond: (texts.length / best) * 1e3 }
}

/** CPU time of a megabyte of one hostile part. */
async function hostile(index: number): Promise<number> {
  const part = hostileParts[index] ?? ''
  const text = flat(part.repeat(Math.ceil(1e6 / Buffer.byteLength(part))))
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && best > 20; round++) {
    const before = process.cpuUsage()
    try {
      await redact(text)
    } catch {
      // some give up on it, and that takes its time as well
    }
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1e3)
    // who is far beyond the goal is not asked three times
    if (best > 500) break
  }
  return best
}

async function recall(): Promise<number> {
  const redacted: string[] = []
  for (const { text } of all) redacted.push(await Promise.resolve(redact(text)).catch(() => text))
  const { found, labels } = recallOf(all, redacted, (type) => structuredTypes.has(type))
  return found / labels
}

process.on('message', async (question: Question) => {
  const answer =
    'throughput' in question
      ? await throughput(question.throughput)
      : 'hostile' in question
        ? await hostile(question.hostile)
        : await recall()
  process.send?.(answer)
})
process.send?.('ready')
