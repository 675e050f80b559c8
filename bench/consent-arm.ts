// One step of the consent bench in a process of its own: `node consent-arm.ts FILE`. Asked by messages.

import { context } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { type Ledger, ledgerConsent, openLedger } from 'privity/consent/ledger'
import { parsePolicy } from 'privity/policy'
import { createGuard, runWithSubject } from 'privity/processors'
import { changesOf, entriesPerSubject, subjectOf } from './consent-population.ts'
import { createRandom } from './corpus/random.ts'

export type ConsentStep =
  | { readonly step: 'append'; readonly from: number; readonly to: number; readonly key?: string }
  | { readonly step: 'look up'; readonly among: number; readonly count: number }
  | { readonly step: 'decide'; readonly count: number }
  | { readonly step: 'verify' | 'rebuild' }

/** `entries` read or written, and how long the step took; `p50` and `p99` of single look-ups, in microseconds. */
export interface ConsentFigures {
  readonly entries: number
  readonly millis: number
  readonly p50?: number
  readonly p99?: number
}

const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous' } } })
const key = 'bench:a-key-that-is-only-used-in-benchmarks-0123456789'
/** Requests that an application has under way at once. */
const underWay = 512

async function append(ledger: Ledger, from: number, to: number, idempotency?: string): Promise<number> {
  let next = from
  const write = async (): Promise<void> => {
    while (next < to) {
      const index = next++
      await ledger.record(subjectOf(index), changesOf(index, idempotency))
    }
  }
  await Promise.all(Array.from({ length: underWay }, write))
  return (to - from) * entriesPerSubject
}

async function lookUp(ledger: Ledger, among: number, count: number): Promise<{ p50: number; p99: number }> {
  const random = createRandom(20_261_123)
  const micros: number[] = []
  for (let index = 0; index < count; index++) {
    const subject = subjectOf(random.below(among))
    const before = performance.now()
    const { epoch } = await ledger.state(subject)
    micros.push((performance.now() - before) * 1e3)
    if (epoch === 0) throw new Error('a person is missing')
  }
  micros.sort((a, b) => a - b)
  const at = (share: number): number => micros[Math.floor(share * (micros.length - 1))] ?? Number.NaN
  // the first ones compile the code
  return { p50: at(0.5), p99: at(0.99) }
}

/** A question of the guard whose answer is in memory: may content be read for this person? */
async function decide(ledger: Ledger, count: number): Promise<number> {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const consent = ledgerConsent(ledger, { ttlMillis: 600_000 })
  const guard = createGuard({ policy, consent, key })
  // granted: persons 1 to 4 of five
  const subject = subjectOf(1)
  consent.read(subject)
  await ledger.state(subject)
  await new Promise((resolve) => setTimeout(resolve, 200))
  return runWithSubject(subject, () => {
    const active = context.active()
    const ask = (times: number): number => {
      let yes = 0
      for (let index = 0; index < times; index++) if (guard.mayCarry('content', active)) yes++
      return yes
    }
    ask(count)
    const before = performance.now()
    if (ask(count) !== count) throw new Error('the grant was not seen')
    return performance.now() - before
  })
}

async function take(ledger: Ledger, question: ConsentStep): Promise<ConsentFigures> {
  const before = performance.now()
  const since = (): number => performance.now() - before
  switch (question.step) {
    case 'append':
      return { entries: await append(ledger, question.from, question.to, question.key), millis: since() }
    case 'look up':
      return { entries: question.count, ...(await lookUp(ledger, question.among, question.count)), millis: since() }
    case 'decide':
      return { entries: question.count, millis: await decide(ledger, question.count) }
    case 'rebuild':
      return { entries: await ledger.rebuild(), millis: since() }
    case 'verify': {
      const { entries, problems } = await ledger.verify()
      if (problems.length > 0) throw new Error('the chain does not verify')
      return { entries, millis: since() }
    }
  }
}

try {
  const [, , file = ''] = process.argv
  const ledger = await openLedger({ policy, key, database: { sqlite: file } })
  process.on('message', async (question: ConsentStep) => {
    try {
      process.send?.(await take(ledger, question))
    } catch (error) {
      process.send?.({ absent: error instanceof Error ? error.message : String(error) })
    }
  })
  process.send?.({})
} catch (error) {
  process.send?.({ absent: error instanceof Error ? error.message : String(error) })
}
