import { context, type Logger, type LogRecord, logs } from '@opentelemetry/api'
import { isTracingSuppressed } from '@opentelemetry/core'
import { harmless } from '../service/harmless.ts'

let emitting = false
let logger: Logger | undefined

/**
 * Emits a log record, and never throws. What logging itself writes is not logged again, nor what an exporter writes:
 * a record that fails would make the next one.
 */
export function emitLog(describe: () => LogRecord): void {
  if (emitting) return
  emitting = true
  try {
    harmless(() => {
      if (isTracingSuppressed(context.active())) return
      hushDiagnostics()
      logger ??= logs.getLogger('privity')
      logger.emit(describe())
    })
  } finally {
    emitting = false
  }
}

/** Runs `fn` without its log lines becoming records. */
export function withoutLogs<T>(fn: () => T): T {
  const before = emitting
  emitting = true
  try {
    return fn()
  } finally {
    emitting = before
  }
}

let printingWarning = false

/** Node is about to print a process warning, in a listener of its own, or has been. */
export function setPrintingWarning(printing: boolean): void {
  printingWarning = printing
}

/** Is this line of the console the one that prints a process warning? Asking takes the mark away. */
export function isWarningLine(): boolean {
  const printing = printingWarning
  printingWarning = false
  return printing
}

const hushed = new WeakSet<object>()
const apiKey = Symbol.for('opentelemetry.js.api.1')

/**
 * What OpenTelemetry says of itself is no log of the application, even where its logger writes to the console: telling
 * that records cannot be sent would be a record. The API has no question for that, so its logger is asked to say so.
 */
export function hushDiagnostics(): void {
  const { diag } = (Reflect.get(globalThis, apiKey) ?? {}) as { diag?: Record<string, (...said: unknown[]) => void> }
  if (diag === undefined || hushed.has(diag)) return
  hushed.add(diag)
  for (const level of ['error', 'warn', 'info', 'debug', 'verbose']) {
    const say = diag[level]
    if (say !== undefined) diag[level] = (...said) => withoutLogs(() => Reflect.apply(say, diag, said))
  }
}
