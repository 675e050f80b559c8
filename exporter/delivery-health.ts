import { diag } from '@opentelemetry/api'
import type { Signal } from '../processors/guard.ts'
import { contained } from './contained.ts'

/** How a delivery ended. */
export interface DeliveryOutcome {
  readonly taken: boolean
  /** Why not, as a code or in our words, never in those of an error: its message may quote data. */
  readonly reason?: string
  /** Scheme, host and port of the receiver, where they are known. */
  readonly origin?: string
}

export interface DeliveryHealth {
  /** Told after every delivery. */
  report(outcome: DeliveryOutcome): void
}

const repeatMillis = 60_000

/** When each receiver was last complained about, in Unix milliseconds. */
export type Complaints = Map<string, number>

const complaints = new WeakMap<object, Complaints>()

/** What all destinations of one guard have complained about: a receiver that is down is told once, not by each of them. */
export function complaintsOf(guard: object): Complaints {
  const known = complaints.get(guard) ?? new Map<string, number>()
  complaints.set(guard, known)
  return known
}

/** Says that a flow does not get through, at most once a minute for each receiver, and when it works again. */
export function createDeliveryHealth(
  flow: string,
  signal: Signal,
  told: Complaints = new Map(),
  clock: () => number = Date.now,
): DeliveryHealth {
  let failures = 0
  let trouble = false

  const tell = ({ reason, origin }: DeliveryOutcome): void => {
    const to = origin === undefined ? '' : ` to ${origin}`
    const why = reason === undefined ? '' : `: ${reason}`
    const times = failures === 1 ? '' : ` (${failures} times)`
    diag.warn(
      `privity: flow ${flow} could not deliver ${signal}${to}${times}${why}. Make sure that an OTLP receiver listens ` +
        `there for HTTP, usually on port 4318, and that flows.${flow}.to.otlp of the policy, or the ` +
        'OTEL_EXPORTER_OTLP_* variables, name it and hold the headers that it asks for. ' +
        'The records of these deliveries are lost to this flow; the application and other flows go on.',
    )
  }
  return {
    // a logger that throws must not look like a delivery that failed
    report: (outcome) =>
      void contained(() => {
        if (outcome.taken) {
          failures = 0
          if (!trouble) return
          trouble = false
          diag.info(`privity: flow ${flow} delivers ${signal} again`)
          return
        }
        failures += 1
        // the minute goes on through a success: a receiver that comes and goes would fill the log otherwise
        const receiver = outcome.origin ?? `flow ${flow}`
        if (clock() - (told.get(receiver) ?? Number.NEGATIVE_INFINITY) < repeatMillis) return
        told.set(receiver, clock())
        trouble = true
        tell(outcome)
      }),
  }
}
