import type { BenchResult } from './bench-result.ts'
import { corpus, structuredTypes } from './corpus/corpus.ts'
import { environment } from './environment.ts'
import { installJavascriptPeers, installPresidio } from './peers/install-peers.ts'
import { javascriptPeers } from './peers/javascript-peers.ts'
import type { LoadPeer } from './peers/peer.ts'
import { runPresidio } from './peers/presidio.ts'
import { type Recall, recallOf } from './recall.ts'
import { round } from './statistics.ts'

const texts = corpus()
const types = [...new Set(texts.flatMap(({ labels }) => labels.map(({ type }) => type)))]

/** What is found, and what is found where nothing is: ours and others on the same corpus in the same run. */
export async function run(): Promise<BenchResult> {
  const rows: Record<string, string | number>[] = []
  let ours: Recall | undefined
  const missing = installJavascriptPeers()
  for (const [name, load] of Object.entries(javascriptPeers)) {
    const isPackage = name !== 'privity' && name !== 'nine regular expressions'
    if (isPackage && missing !== undefined) {
      rows.push({ name, absent: missing })
      continue
    }
    const recall = recallOf(texts, await redactAll(load), (type) => structuredTypes.has(type))
    if (name === 'privity') ours = recall
    rows.push(rowOf(name, recall))
  }
  rows.push(presidioRow())
  if (ours === undefined) throw new Error('nothing was measured')
  return {
    bench: 'detection',
    goals: [
      { name: 'recall of structured entities', value: share(ours), goal: 0.97, better: 'higher', unit: 'share' },
      {
        name: 'clean lines changed',
        value: round((100 * ours.cleanChanged) / ours.clean, 2),
        goal: 0.2,
        better: 'lower',
        unit: '%',
      },
    ],
    peers: rows,
    environment: environment({ texts: texts.length, clean: ours.clean }),
  }
}

async function redactAll(load: LoadPeer): Promise<readonly string[]> {
  const { redact } = await load()
  const redacted: string[] = []
  for (const { text } of texts) {
    try {
      redacted.push(await redact(text))
    } catch {
      // a peer that gives up on a text leaves it as it is
      redacted.push(text)
    }
  }
  return redacted
}

function presidioRow(): Record<string, string | number> {
  const obstacle = installPresidio()
  if (obstacle !== undefined) return { name: 'Presidio', absent: obstacle }
  const { version, recognizers, redacted } = runPresidio(texts.map(({ text }) => text))
  const recall = recallOf(texts, redacted, (type) => structuredTypes.has(type))
  return rowOf(`Presidio ${version}, ${recognizers} recognizers, with context, no model for names`, recall)
}

function rowOf(name: string, recall: Recall): Record<string, string | number> {
  const { byType, clean, cleanChanged, precision } = recall
  return {
    name,
    'recall, structured': share(recall),
    precision: round(precision, 3),
    'clean lines changed, %': round((100 * cleanChanged) / clean, 2),
    ...Object.fromEntries(
      types.map((type) => {
        const { found = 0, labels = 1 } = byType.get(type) ?? {}
        return [type, round(found / labels, 2)]
      }),
    ),
  }
}

function share({ found, labels }: Recall): number {
  return round(found / labels, 4)
}
