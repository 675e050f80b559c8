import { createRequire } from 'node:module'
import { metrics } from '@opentelemetry/api'
import type { HostMetricsInstrumentation } from '@opentelemetry/instrumentation-host-metrics'
import type { RuntimeNodeInstrumentation } from '@opentelemetry/instrumentation-runtime-node'
import { harmless } from '../service/harmless.ts'

/** Late enough to cost no start-up, early enough to miss little. */
const delayMillis = 1000

/** Without the network, for which the instrumentation runs commands of the system. */
const metricGroups = ['process.cpu', 'process.memory', 'system.cpu', 'system.memory']

/**
 * Metrics of Node and the host by convention: `nodejs.eventloop.*`, `v8js.*`, `process.*`, `system.*`. They come from
 * OpenTelemetry's own instrumentations, which are loaded when the application has started.
 *
 * @param wanted the process's own metrics, and those of its host
 * @param afterMillis when to load them; 0 is at once
 * @returns a function that ends them
 */
export function startRuntimeMetrics(
  wanted: { readonly runtime: boolean; readonly host: boolean },
  afterMillis = delayMillis,
): () => void {
  const running: { disable(): void }[] = []
  const load = (): void => {
    if (wanted.runtime) harmless(() => running.push(startRuntime()))
    if (wanted.host) harmless(() => running.push(startHost()))
  }
  const timer = afterMillis > 0 ? setTimeout(load, afterMillis).unref() : void load()
  return () => {
    clearTimeout(timer ?? undefined)
    for (const instrumentation of running.splice(0)) harmless(() => instrumentation.disable())
  }
}

const require = createRequire(import.meta.url)

function startRuntime(): RuntimeNodeInstrumentation {
  const { RuntimeNodeInstrumentation: Runtime } = require('@opentelemetry/instrumentation-runtime-node') as {
    RuntimeNodeInstrumentation: typeof RuntimeNodeInstrumentation
  }
  const instrumentation = new Runtime()
  // its constructor comes too early to make instruments
  instrumentation.setMeterProvider(metrics.getMeterProvider())
  return instrumentation
}

function startHost(): HostMetricsInstrumentation {
  const { HostMetricsInstrumentation: Host } = require('@opentelemetry/instrumentation-host-metrics') as {
    HostMetricsInstrumentation: typeof HostMetricsInstrumentation
  }
  return new Host({ metricGroups })
}
