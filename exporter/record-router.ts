import type { Guard, Judgement, Signal, WithholdReason } from '../processors/guard.ts'
import type { LogRecord, SpanRecord } from '../processors/records.ts'
import { contained } from './contained.ts'
import { createDestination, type Destination, type ExportResult, type FlowExporter } from './destination.ts'
import { type Copies, withdrawableBatch } from './outgoing.ts'
import { createPendingBuffer, type PendingRecord } from './pending-buffer.ts'
import { recordSize } from './record-size.ts'
import { notTaken, reportInTime } from './report-in-time.ts'
import { slices } from './slices.ts'
import { createWorkInProgress } from './work-in-progress.ts'

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

/** What the flows get of one export: the copies that were judged ready, by flow. */
type Batches<R> = Map<string, Copies<R>>

/** How often waiting records are looked at again when nothing else is exported. */
const retryMillis = 500
/** The same, when somebody has changed what they say. */
const changeMillis = 20

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
  // apart: a flow that hangs must not keep the others from what still waits to be judged
  const judging = createWorkInProgress()
  const delivering = createWorkInProgress()
  let timer: NodeJS.Timeout | undefined
  let hurried = false
  let closed = false

  const withhold = (flow: string, reason: WithholdReason, records = 1): void => {
    contained(() => guard.countWithheld(signal, flow, reason, records))
  }

  /** Judges one record for one flow, and puts the copy into its batch. The guard counts what it withholds itself. */
  const route = (
    batches: Batches<R>,
    { record, flow }: Omit<PendingRecord<R>, 'bytes'>,
    last: boolean,
  ): 'done' | 'wait' => {
    const judgement = contained(() => judge(record, flow, last))
    if (judgement?.kind === 'deliver' && judgement.record) {
      let copies = batches.get(flow)
      if (copies === undefined) {
        copies = { records: [], releases: [] }
        batches.set(flow, copies)
      }
      copies.records.push(judgement.record)
      copies.releases.push(judgement.release)
    } else if (judgement?.kind === 'wait') {
      if (!last) return 'wait'
      withhold(flow, 'unknown_subject')
    } else if (judgement?.kind !== 'withhold') withhold(flow, 'fault')
    return 'done'
  }

  /** The first time that a record is judged. */
  const routeNew = (batches: Batches<R>, record: R, flow: string): void => {
    if (route(batches, { record, flow }, false) === 'done') return
    const key = contained(() => guard.pendingKey(record))
    const bytes = contained(() => recordSize(record))
    if (key === undefined || bytes === undefined) withhold(flow, 'fault')
    else if (!pending.add(key, { record, flow, bytes })) route(batches, { record, flow }, true)
  }

  const send = async (batches: Batches<R>): Promise<boolean> => {
    const sent = Array.from(batches, ([flow, copies]) =>
      destinations.get(flow)?.deliver(withdrawableBatch(guard, signal, flow, copies)),
    )
    return (await Promise.all(sent)).every((taken) => taken === true)
  }

  /** @returns what is on its way, which is not waited for */
  const judgeNew = async (records: readonly R[]): Promise<{ readonly taken: Promise<boolean> }> => {
    const batches: Batches<R> = new Map()
    for (const record of records) {
      const turn = slices.next()
      if (turn !== undefined) await turn
      for (const flow of destinations.keys()) routeNew(batches, record, flow)
    }
    watch()
    return { taken: delivering.add(send(batches)) }
  }

  const judgePending = async (last: boolean): Promise<void> => {
    const batches: Batches<R> = new Map()
    await pending.sweep((waiting, due) => route(batches, waiting, last || due) === 'wait', slices.next)
    watch()
    void delivering.add(send(batches))
  }

  const watch = (millis = retryMillis): void => {
    if (timer !== undefined || closed || pending.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      hurried = false
      void judging.add(judgePending(false))
    }, millis)
    timer.unref?.()
  }

  /** Somebody changed what they say: what waits for it is looked at soon, and not once for each of many changes. */
  const hurry = (): void => {
    if (hurried || timer === undefined) return
    hurried = true
    clearTimeout(timer)
    timer = undefined
    watch(changeMillis)
  }
  const stopListening = contained(() => guard.onConsentChange(hurry))

  const settle = async (): Promise<void> => {
    await judging.settled()
    await judging.add(judgePending(true))
    await delivering.settled()
  }

  return {
    export(records, callback) {
      if (closed) {
        for (const flow of destinations.keys()) withhold(flow, 'undelivered', records.length)
        contained(() => callback(notTaken()))
        return
      }
      judging.add(judgeNew(records)).then(
        // only now, so that the processor is held while judging: its queue has a limit
        ({ taken }) => reportInTime(taken, callback),
        () => contained(() => callback(notTaken())),
      )
    },
    async forceFlush() {
      await settle()
      await Promise.all(Array.from(destinations.values(), (destination) => destination.forceFlush()))
    },
    async shutdown() {
      closed = true
      clearTimeout(timer)
      contained(() => stopListening?.())
      await settle()
      await Promise.all(Array.from(destinations.values(), (destination) => destination.shutdown()))
    },
  }
}
