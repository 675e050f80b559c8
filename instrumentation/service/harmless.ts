import { diag } from '@opentelemetry/api'
import { errorType } from './error-type.ts'

let told = false

/** Runs a step of ours. A fault costs telemetry, and nothing else: it is told once, and the result is `undefined`. */
export function harmless<T>(ours: () => T): T | undefined {
  try {
    return ours()
  } catch (error) {
    // not its message, which may quote what the application handles
    if (!told)
      diag.error(`privity: a record could not be made (${errorType(error)}); the application goes on without it`)
    told = true
    return undefined
  }
}
