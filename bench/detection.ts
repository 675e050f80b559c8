import { defaultPolicy } from 'privity/policy'
import { createDetector } from 'privity/processors'
import type { BenchResult } from './bench-result.ts'
import { corpus, structuredTypes } from './corpus/corpus.ts'
import { environment } from './environment.ts'
import { installJavascriptPeers, installPresidio } from './peers/install-peers.ts'
import { own, packages } from './peers/javascript-peers.ts'
import type { LoadPeer } from './peers/peer.ts'
import { runPresidio } from './peers/presidio.ts'
import { type Recall, recallOf } from './recall.ts'
import { round } from './statistics.ts'

type Row = Record<string, string | number>

const texts = corpus()
const types = [...new Set(texts.flatMap(({ labels }) => labels.map(({ type }) => type)))]

/** What is found, and what is found where nothing is: ours and others on the same corpus in the same run. */
export async function run(): Promise<BenchResult> {
  const { redacted: ourTexts } = await redactAll(own.privity)
  const ours = recallOf(texts, ourTexts, (type) => structuredTypes.has(type))
  const rows: Row[] = [rowOf('privity', ours), precisionRow()]
  rows.push(await peerRow('nine regular expressions', own['nine regular expressions']))
  const obstacle = installJavascriptPeers()
  for (const [name, load] of Object.entries(packages)) {
    rows.push(obstacle === undefined ? await peerRow(name, load) : { name, absent: obstacle })
  }
  rows.push(presidioRow())
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

async function redactAll(load: LoadPeer): Promise<{ redacted: readonly string[]; givenUp: number }> {
  const redact = await load()
  const redacted: string[] = []
  let givenUp = 0
  for (const { text } of texts) {
    try {
      redacted.push(await redact(text))
    } catch {
      redacted.push(text)
      givenUp++
    }
  }
  return { redacted, givenUp }
}

async function peerRow(name: string, load: LoadPeer): Promise<Row> {
  try {
    const { redacted, givenUp } = await redactAll(load)
    const row = rowOf(
      name,
      recallOf(texts, redacted, (type) => structuredTypes.has(type)),
    )
    return givenUp === 0 ? row : { ...row, 'texts given up': givenUp }
  } catch (error) {
    return { name, absent: error instanceof Error ? error.message : String(error) }
  }
}

/** Ours by type of entity: of all that was found as of a type, what has a label of this type. Others name types in their own way. */
function precisionRow(): Row {
  const detect = createDetector(defaultPolicy.redaction)
  const byType = new Map(types.map((type) => [type, { found: 0, right: 0 }]))
  for (const { text, labels } of texts) {
    for (const { type, start, end } of detect(text)) {
      const row = byType.get(type)
      if (row === undefined) continue
      row.found++
      if (labels.some((label) => label.type === type && label.start < end && start < label.end)) row.right++
    }
  }
  const shares = [...byType].map(([type, { found, right }]) => [type, found === 0 ? 0 : round(right / found, 2)])
  return { name: 'privity, precision by type', ...Object.fromEntries(shares) }
}

function presidioRow(): Row {
  const obstacle = installPresidio()
  if (obstacle !== undefined) return { name: 'Presidio', absent: obstacle }
  try {
    const { version, recognizers, redacted } = runPresidio(texts.map(({ text }) => text))
    const recall = recallOf(texts, redacted, (type) => structuredTypes.has(type))
    return rowOf(`Presidio ${version}, ${recognizers} recognizers, with context, no model for names`, recall)
  } catch (error) {
    return { name: 'Presidio', absent: error instanceof Error ? error.message : String(error) }
  }
}

function rowOf(name: string, recall: Recall): Row {
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
