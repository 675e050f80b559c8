import { inspect } from 'node:util'
import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api'
import type { Environment } from './environment.ts'

/**
 * Lets OpenTelemetry and Privity speak on stderr: warnings and errors by default, more by `OTEL_LOG_LEVEL`. Never on
 * stdout, which belongs to the application. A message is told once: a receiver that is down would fill the screen.
 *
 * @returns whether the global API of this version of `@opentelemetry/api` can be used at all
 */
export function startDiagLogger(environment: Environment): boolean {
  const level = DiagLogLevel[environment.OTEL_LOG_LEVEL ?? 'WARN']
  const logger = createStderrLogger(level > DiagLogLevel.WARN)
  return diag.setLogger(logger, { logLevel: level, suppressOverrideMessage: true })
}

/** @param detailed tells the messages of errors too, and repeats itself: for debugging */
export function createStderrLogger(
  detailed: boolean,
  write: (line: string) => void = (line) => process.stderr.write(line),
): DiagLogger {
  const told = new Set<string>()
  const say =
    (level: string) =>
    (message: string, ...details: unknown[]): void => {
      const said = message.replace(/^privity: /, '')
      const line = `privity ${level}: ${[said, ...details.map((detail) => describe(detail, detailed))].join(' ')}`
      if (!detailed && told.has(line)) return
      if (told.size < maxTold) told.add(line)
      write(`${line.slice(0, maxLength)}\n`)
    }
  return { error: say('error'), warn: say('warning'), info: say('info'), debug: say('debug'), verbose: say('verbose') }
}

const maxTold = 200
const maxLength = 4000

/** The message of an error may quote what the application handles, so that it stays out by default. */
function describe(detail: unknown, detailed: boolean): string {
  if (typeof detail === 'string') return detail
  if (detail instanceof Error) {
    const code = 'code' in detail && typeof detail.code === 'string' ? ` ${detail.code}` : ''
    return detailed ? `${detail.stack}` : `(${detail.name}${code})`
  }
  return detailed ? inspect(detail, { depth: 4, breakLength: Number.POSITIVE_INFINITY }) : `(${typeof detail})`
}
