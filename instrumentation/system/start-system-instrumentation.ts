import { harmless } from '../service/harmless.ts'
import { startConsoleLogs } from './console-logs.ts'
import { hushDiagnostics } from './emit-log.ts'
import { startPinoLogs } from './pino-logs.ts'
import { type ProcessEvents, startProcessEvents } from './process-events.ts'
import { startRuntimeMetrics } from './runtime-metrics.ts'

/** What to leave out. */
export interface SystemInstrumentationOptions {
  /** Start, stop, uncaught errors and warnings of the process. @defaultValue true */
  readonly events?: boolean
  /** Metrics of Node: `nodejs.*` and `v8js.*`. @defaultValue true */
  readonly runtimeMetrics?: boolean
  /** Metrics of process and host: `process.*` and `system.*`. @defaultValue true */
  readonly hostMetrics?: boolean
  /** What is written to the `console`. @defaultValue true */
  readonly console?: boolean
  /** What is logged through Pino. @defaultValue true */
  readonly pino?: boolean
}

export interface SystemInstrumentation {
  /** Records that the process ends, once: for whoever flushes at its end. @param signal what ends it, if not itself */
  announceStop(signal?: NodeJS.Signals): void
  /** Ends the instrumentation. */
  stop(): void
}

/**
 * Starts to record how the process and its host fare, and what it logs. Once per thread, after the SDK: it takes the
 * providers of the global API.
 *
 * No timer of it keeps the process alive, and nothing of it changes how the process ends or what it prints.
 */
export function startSystemInstrumentation(options: SystemInstrumentationOptions = {}): SystemInstrumentation {
  const { events = true, runtimeMetrics = true, hostMetrics = true, console = true, pino = true } = options
  let processEvents: ProcessEvents | undefined
  const stops: (() => void)[] = []
  const start = (wanted: boolean, starter: () => () => void): void => {
    const stop = wanted ? harmless(starter) : undefined
    if (stop !== undefined) stops.push(stop)
  }
  harmless(hushDiagnostics)
  start(events, () => {
    processEvents = startProcessEvents()
    return processEvents.stop
  })
  start(runtimeMetrics || hostMetrics, () => startRuntimeMetrics({ runtime: runtimeMetrics, host: hostMetrics }))
  start(console, startConsoleLogs)
  start(pino, startPinoLogs)
  return {
    announceStop: (signal) => void harmless(() => processEvents?.announceStop(signal)),
    stop() {
      for (const stop of stops.splice(0)) harmless(stop)
    },
  }
}
