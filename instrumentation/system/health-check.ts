import { context, diag, metrics, type ObservableResult, ROOT_CONTEXT, SeverityNumber } from '@opentelemetry/api'
import { errorType } from '../service/error-type.ts'
import { harmless } from '../service/harmless.ts'
import { emitLog } from './emit-log.ts'

export interface HealthCheckOptions {
  /** From one check to the next. @defaultValue 30000 */
  readonly intervalMillis?: number
  /** After which a check counts as failed. @defaultValue 5000 */
  readonly timeoutMillis?: number
}

/**
 * Checks the health of something again and again: the gauge `privity.health_check.status` is 1 or 0, and each change is an
 * event `privity.health_check.change`, with `error.type`. Healthy is what neither throws, nor gives `false`, nor takes
 * too long. It does not keep the process alive.
 *
 * @param fn one check; its signal aborts when the time is up
 * @returns a function that ends the checks
 * @example
 * const stop = healthCheck('search', (signal) => fetch('http://127.0.0.1:9200', { signal }).then(({ ok }) => ok))
 */
export function healthCheck(
  name: string,
  fn: (signal: AbortSignal) => unknown,
  options: HealthCheckOptions = {},
): () => void {
  const intervalMillis = millis(options.intervalMillis, 30_000)
  const timeoutMillis = millis(options.timeoutMillis, 5_000)
  const attributes = { 'privity.health_check.name': name }
  let fault: string | undefined
  let known = false
  let running = false
  let stopped = false

  const settle = (next: string | undefined): void => {
    running = false
    if (stopped) return
    const changed = (next === undefined) !== (fault === undefined)
    known = true
    fault = next
    if (changed) tellChange(name, next)
  }
  const check = (): void => {
    if (running) return
    running = true
    // from the root: whoever started the checks, they belong to no request
    context.with(ROOT_CONTEXT, () => void examine(fn, timeoutMillis).then(settle))
  }
  const observe = (result: ObservableResult): void => {
    if (known) result.observe(fault === undefined ? 1 : 0, attributes)
  }
  const gauge = harmless(() =>
    metrics.getMeter('privity').createObservableGauge('privity.health_check.status', description),
  )
  harmless(() => gauge?.addCallback(observe))
  const timer = setInterval(check, intervalMillis).unref()
  check()
  return () => {
    stopped = true
    clearInterval(timer)
    harmless(() => gauge?.removeCallback(observe))
  }
}

const description = { description: 'Whether a health check succeeds: 1, or 0 where it does not.' }

/** @returns the `error.type` of the fault, `undefined` where there is none */
function examine(fn: (signal: AbortSignal) => unknown, timeoutMillis: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    // its timer does not keep the process alive
    const signal = AbortSignal.timeout(timeoutMillis)
    signal.addEventListener('abort', () => resolve('timeout'))
    new Promise((checked) => checked(fn(signal))).then(
      (answer) => resolve(answer === false ? 'unhealthy' : undefined),
      (error) => resolve(signal.aborted ? 'timeout' : errorType(error)),
    )
  })
}

function tellChange(name: string, fault: string | undefined): void {
  const attributes = { 'privity.health_check.name': name, 'privity.health_check.healthy': fault === undefined }
  emitLog(() => ({
    eventName: 'privity.health_check.change',
    severityNumber: fault === undefined ? SeverityNumber.INFO : SeverityNumber.WARN,
    attributes: fault === undefined ? attributes : { ...attributes, 'error.type': fault },
  }))
}

/** Node takes a delay that it does not understand, or one beyond 2^31, for 1 ms. */
function millis(value: number | undefined, fallback: number): number {
  if (value === undefined) return fallback
  if (value >= 1 && value < 2 ** 31) return value
  diag.warn(`privity: a health check takes milliseconds from 1 to 2147483647; it goes on with ${fallback}`)
  return fallback
}
