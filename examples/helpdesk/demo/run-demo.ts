import { startDatabase } from './database.ts'
import { createFlowTotals, type FlowTotal } from './flow-totals.ts'
import { freePort } from './free-port.ts'
import { startHelpdesk } from './helpdesk-process.ts'
import { type Received, startInbox } from './inbox.ts'
import { copyPolicy } from './policy-copy.ts'
import { type PopulationCounts, startPopulation } from './population.ts'

export interface DemoOptions {
  /** Where the help desk should listen; a free port if this one is taken. */
  readonly port: number
  /** How long a simulated person rests between two steps, on average. */
  readonly pauseMillis: number
  /** The help desk has ended without having been asked to. */
  readonly onCrash: () => void
  /** Keep all that arrives, for `bytesOf`. @defaultValue false */
  readonly keepBytes?: boolean
}

export interface Demo {
  /** The address of the help desk. */
  readonly url: string
  /** What came in since the last call. */
  take(): Received[]
  flows(): FlowTotal[]
  population(): PopulationCounts
  /** What the help desk's process has told on stderr so far: the messages of Privity, or of a crash. */
  messages(): string
  /** All that one flow has received, as it came over the wire; see `keepBytes`. */
  bytesOf(flow: string): Buffer
  restartHelpdesk(): Promise<void>
  /** Ends all of it and collects the last telemetry; the totals can still be read. */
  stop(): Promise<void>
}

// OpenTelemetry's own variables: a person who watches does not want to wait a minute for metrics
const livelyExport = {
  OTEL_SERVICE_NAME: 'helpdesk',
  OTEL_BSP_SCHEDULE_DELAY: '500',
  OTEL_BLRP_SCHEDULE_DELAY: '500',
  OTEL_METRIC_EXPORT_INTERVAL: '1000',
  OTEL_METRIC_EXPORT_TIMEOUT: '900',
}

/** Starts receiver, database, help desk and population, each needing the one before; what has started is also ended. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const stack = new AsyncDisposableStack()
  try {
    const inbox = stack.adopt(await startInbox(options.keepBytes), (started) => started.stop())
    const policy = stack.adopt(copyPolicy(inbox.url), (copy) => copy.remove())
    const database = stack.adopt(await startDatabase(), (started) => started.stop())
    const port = await freePort(options.port)
    let messages = ''
    let stopping = false
    const start = () =>
      startHelpdesk({
        database,
        port,
        policyFile: policy.file,
        env: livelyExport,
        onMessage: (text) => {
          messages += text
        },
      })
    let helpdesk = await start()
    stack.defer(() => helpdesk.stop())
    const watch = () => helpdesk.exited.then(() => stopping || options.onCrash())
    watch()

    const population = startPopulation({ site: helpdesk.url, pauseMillis: options.pauseMillis, seed: 1 })
    stack.defer(() => population.stop())
    const totals = createFlowTotals(policy.flows)
    const parts = stack.move()
    const take = (): Received[] => {
      const received = inbox.take()
      for (const { flow, record, guard } of received) {
        totals.add(flow, record)
        if (guard !== undefined) totals.readGuard(guard)
      }
      return received
    }
    return {
      url: helpdesk.url,
      take,
      flows: totals.list,
      population: population.counts,
      messages: () => messages,
      bytesOf: inbox.bytesOf,
      async restartHelpdesk() {
        stopping = true
        await helpdesk.stop()
        policy.refresh()
        helpdesk = await start()
        stopping = false
        watch()
      },
      async stop() {
        stopping = true
        await population.stop()
        await helpdesk.stop()
        take()
        await parts.disposeAsync()
      },
    }
  } catch (error) {
    await stack.disposeAsync()
    throw error
  }
}
