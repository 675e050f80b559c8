import type {
  AggregationOption,
  AggregationTemporality,
  InstrumentType,
  PushMetricExporter,
  ResourceMetrics,
} from '@opentelemetry/sdk-metrics'
import type { Guard } from '../processors/guard.ts'
import { createDestination, type Destination, type ExportResult } from './destination.ts'

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
  readonly #working = new Set<Promise<unknown>>()

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
    const exported = this.#send(metrics)
    this.#working.add(exported)
    void exported.then((taken) => {
      this.#working.delete(exported)
      callback(taken ? { code: 0 } : { code: 1, error: new Error('privity: a flow did not take its metrics') })
    })
  }

  async #send(metrics: ResourceMetrics): Promise<boolean> {
    const sent = Array.from(this.#destinations, ([flow, destination]) => {
      const copy = this.#guard.judgeMetrics(metrics, flow)
      return copy === undefined || destination.deliver(copy as ResourceMetrics, 1)
    })
    return (await Promise.all(sent)).every((taken) => taken)
  }

  async forceFlush(): Promise<void> {
    await Promise.all(this.#working)
    await Promise.all(Array.from(this.#destinations.values(), (destination) => destination.forceFlush()))
  }

  async shutdown(): Promise<void> {
    await Promise.all(this.#working)
    await Promise.all(Array.from(this.#destinations.values(), (destination) => destination.shutdown()))
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
