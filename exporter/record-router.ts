import type { Guard, Judgement, Signal } from '../processors/guard.ts'
import type { LogRecord, SpanRecord } from '../processors/records.ts'
import { createDestination, type Destination, type ExportResult, type FlowExporter } from './destination.ts'
import { createPendingBuffer, type PendingRecord } from './pending-buffer.ts'
import { createSlices } from './slices.ts'

/** Judges records for each flow, keeps those that wait, and hands the copies to their destinations. */
export interface RecordRouter<R> {
  export(records: readonly R[], callback: (result: ExportResult) => void): void
  forceFlush(): Promise<void>
  shutdown(): Promise<void>
}

export interface RecordRouterOptions<R> {
  readonly guard: Guard
  readonly signal: Signal
  /** An exporter for each flow; flows without one are not judged. */
  readonly destinations: Readonly<Record<string, FlowExporter<R[]>>>
  readonly judge: (record: R, flow: string, last: boolean) => Judgement<R>
}

/** How often waiting records are looked at again when nothing else is exported. */
const retryMillis = 500
/** How long the batch processor is held for slow flows; it would fill its queue meanwhile, at the cost of the others. */
const patienceMillis = 1_000

export function createRecordRouter<R extends SpanRecord | LogRecord>({
  guard,
  signal,
  destinations: exporters,
  judge,
}: RecordRouterOptions<R>): RecordRouter<R> {
  const destinations = new Map<string, Destination<R[]>>(
    Object.entries(exporters).map(([flow, exporter]) => [flow, createDestination(guard, signal, flow, exporter)]),
  )
  const pending = createPendingBuffer<R>(guard.policy.limits)
  const working = new Set<Promise<unknown>>()
  let timer: NodeJS.Timeout | undefined

  const track = <T>(work: Promise<T>): Promise<T> => {
    working.add(work)
    void work.finally(() => working.delete(work))
    return work
  }

  /** Judges one record for one flow, into the batches or the buffer. */
  const route = (batches: Map<string, R[]>, { record, flow }: PendingRecord<R>, last: boolean): 'done' | 'wait' => {
    const judgement = contained(() => judge(record, flow, last))
    if (judgement === undefined) guard.countWithheld(signal, flow, 'fault')
    else if (judgement.kind === 'wait' && !last) return 'wait'
    else if (judgement.kind === 'deliver') {
      const batch = batches.get(flow)
      if (batch === undefined) batches.set(flow, [judgement.record])
      else batch.push(judgement.record)
    } else if (judgement.kind === 'wait') guard.countWithheld(signal, flow, 'unknown_subject')
    return 'done'
  }

  const send = async (batches: Map<string, R[]>): Promise<boolean> => {
    const sent = Array.from(batches, ([flow, batch]) => destinations.get(flow)?.deliver(batch, batch.length))
    return (await Promise.all(sent)).every((taken) => taken === true)
  }

  const judgeNew = async (records: readonly R[]): Promise<boolean> => {
    const batches = new Map<string, R[]>()
    const slices = createSlices()
    for (const record of records) {
      for (const flow of destinations.keys()) {
        if (route(batches, { record, flow }, false) === 'done') continue
        if (!pending.add(guard.pendingKey(record), { record, flow })) route(batches, { record, flow }, true)
      }
      const turn = slices.next()
      if (turn !== undefined) await turn
    }
    watch()
    return send(batches)
  }

  const judgePending = async (last: boolean): Promise<void> => {
    const batches = new Map<string, R[]>()
    const slices = createSlices()
    for (const { key, since, records, due } of pending.take()) {
      const waiting: PendingRecord<R>[] = []
      for (const record of records) {
        if (route(batches, record, last || due) === 'wait') waiting.push(record)
        const turn = slices.next()
        if (turn !== undefined) await turn
      }
      if (waiting.length > 0) pending.restore(key, since, waiting)
    }
    watch()
    await send(batches)
  }

  const watch = (): void => {
    if (timer !== undefined || pending.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      void track(judgePending(false))
    }, retryMillis)
    timer.unref?.()
  }

  const settle = async (): Promise<void> => {
    // what is in work may still add to what waits
    while (working.size > 0 || pending.size > 0) {
      await Promise.all(working)
      await track(judgePending(true))
    }
  }

  return {
    export(records, callback) {
      const exported = track(judgeNew(records))
      reportInTime(exported, callback)
    },
    async forceFlush() {
      await settle()
      await Promise.all(Array.from(destinations.values(), (destination) => destination.forceFlush()))
    },
    async shutdown() {
      await settle()
      clearTimeout(timer)
      await Promise.all(Array.from(destinations.values(), (destination) => destination.shutdown()))
    },
  }
}

/** Calls back when all flows are through, or when the slow ones have been waited for long enough. */
function reportInTime(exported: Promise<boolean>, callback: (result: ExportResult) => void): void {
  let reported = false
  const report = (result: ExportResult): void => {
    if (reported) return
    reported = true
    clearTimeout(timer)
    contained(() => callback(result))
  }
  const timer = setTimeout(report, patienceMillis, { code: 0 })
  timer.unref?.()
  exported.then(
    (taken) => report(taken ? { code: 0 } : { code: 1, error: new Error('privity: a flow did not take its records') }),
    () => report({ code: 1, error: new Error('privity: the export failed') }),
  )
}

function contained<T>(fn: () => T): T | undefined {
  try {
    return fn()
  } catch {
    return undefined
  }
}
