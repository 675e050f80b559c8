import type {
  AggregationOption,
  AggregationTemporality,
  InstrumentType,
  PushMetricExporter,
  ResourceMetrics,
} from '@opentelemetry/sdk-metrics'
import type { Guard } from '../processors/guard.ts'
import { contained } from './contained.ts'
import { createDestination, type Destination, type ExportResult } from './destination.ts'
import { judgeMetricsInSlices } from './judge-metrics-in-slices.ts'
import { settledBatch } from './outgoing.ts'
import { notTaken, reportInTime } from './report-in-time.ts'
import { createWorkInProgress } from './work-in-progress.ts'

export interface GuardedMetricExporterOptions {
  readonly guard: Guard
  /**
   * An exporter for each flow, by the flow's name. All get the same aggregation and temporality, the ones that the first
   * exporter selects: the SDK aggregates once.
   */
  readonly destinations: Readonly<Record<string, PushMetricExporter>>
}

/**
 * The last gate for metrics. Use it with `privacyView`, which takes attributes away when a value is recorded; what is
 * left to take away here is merged.
 *
 * @example
 * const exporter = new GuardedMetricExporter({ guard, destinations: { operations: new ConsoleMetricExporter() } })
 */
export class GuardedMetricExporter implements PushMetricExporter {
  readonly #guard: Guard
  readonly #destinations: ReadonlyMap<string, Destination<ResourceMetrics>>
  readonly #first: PushMetricExporter | undefined
  readonly #judging = createWorkInProgress()
  readonly #delivering = createWorkInProgress()

  constructor({ guard, destinations }: GuardedMetricExporterOptions) {
    this.#guard = guard
    this.#destinations = new Map(
      Object.entries(destinations).map(([flow, exporter]) => [
        flow,
        createDestination(guard, 'metrics', flow, exporter),
      ]),
    )
    this.#first = Object.values(destinations)[0]
  }

  export(metrics: ResourceMetrics, callback: (result: ExportResult) => void): void {
    this.#judging.add(this.#judge(metrics)).then(
      ({ taken }) => reportInTime(taken, callback),
      () => contained(() => callback(notTaken())),
    )
  }

  /** @returns what is on its way, which is not waited for */
  async #judge(metrics: ResourceMetrics): Promise<{ readonly taken: Promise<boolean> }> {
    const sent: Promise<boolean>[] = []
    for (const [flow, destination] of this.#destinations) {
      const { batch, metricCount } = await judgeMetricsInSlices(this.#guard, metrics, flow)
      if (batch !== undefined) sent.push(destination.deliver(settledBatch(batch as ResourceMetrics, metricCount)))
    }
    const taken = Promise.all(sent).then((all) => all.every((one) => one))
    return { taken: this.#delivering.add(taken) }
  }

  async forceFlush(): Promise<void> {
    await this.#settle()
    await Promise.all(Array.from(this.#destinations.values(), (destination) => destination.forceFlush()))
  }

  async shutdown(): Promise<void> {
    await this.#settle()
    await Promise.all(Array.from(this.#destinations.values(), (destination) => destination.shutdown()))
  }

  async #settle(): Promise<void> {
    await this.#judging.settled()
    await this.#delivering.settled()
  }

  selectAggregation(type: InstrumentType): AggregationOption {
    return this.#first?.selectAggregation?.(type) ?? { type: 0 }
  }

  selectAggregationTemporality(type: InstrumentType): AggregationTemporality {
    return this.#first?.selectAggregationTemporality?.(type) ?? cumulative
  }
}

/** `AggregationTemporality.CUMULATIVE`, whose module would load the SDK. */
const cumulative = 1 as AggregationTemporality
