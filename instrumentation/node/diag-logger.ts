import { inspect } from 'node:util'
import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api'
import type { Environment } from './environment.ts'

/**
 * Lets Privity speak on stderr: warnings and errors about telemetry that somebody can do something about. Never on
 * stdout, which belongs to the application. With `OTEL_LOG_LEVEL`, all of OpenTelemetry speaks at that level.
 *
 * @returns whether the global API of this version of `@opentelemetry/api` can be used at all
 */
export function startDiagLogger(environment: Environment): boolean {
  const asked = environment.OTEL_LOG_LEVEL
  const level = DiagLogLevel[asked ?? 'WARN']
  const logger = createStderrLogger({ everything: asked !== undefined, detailed: level > DiagLogLevel.WARN })
  return diag.setLogger(logger, { logLevel: level, suppressOverrideMessage: true })
}

export interface StderrLoggerOptions {
  /** Also what OpenTelemetry says of how it is used: it may quote what the application handles. @defaultValue false */
  readonly everything?: boolean
  /** Also the stacks and messages of errors, and every repetition. @defaultValue false */
  readonly detailed?: boolean
  readonly write?: (line: string) => void
}

export function createStderrLogger(options: StderrLoggerOptions = {}): DiagLogger {
  const { everything = false, detailed = false, write = (line) => process.stderr.write(line) } = options
  const told = new Set<string>()
  const say =
    (level: string) =>
    (message: string, ...details: unknown[]): void => {
      const text = everything ? message.replace(/^privity: /, '') : concerning(message)
      if (text === undefined) return
      const line = `privity ${level}: ${[text, ...details.map((detail) => describe(detail, detailed))].join(' ')}`
      // a receiver that is down would fill the screen
      if (!detailed && told.has(line)) return
      if (told.size < maxTold) told.add(line)
      write(`${line.slice(0, maxLength)}\n`)
    }
  return { error: say('error'), warn: say('warning'), info: say('info'), debug: say('debug'), verbose: say('verbose') }
}

const maxTold = 200
const maxLength = 4000

/** What concerns whoever runs the application, in words for them. */
function concerning(message: string): string | undefined {
  if (message.startsWith('privity: ')) return message.slice('privity: '.length)
  // of the exporters, about their variables; a URL may hold a password
  if (message.startsWith('Configuration: ')) return message.replaceAll(/\/\/[^/@'\s]*@/g, '//***@')
  if (message.includes('Attempted duplicate registration of API')) return secondSdk
  return undefined
}

const secondSdk =
  'an OpenTelemetry SDK was started after Privity, and gets no telemetry. Remove it; or remove privity/register, and wrap ' +
  'the configuration of the SDK in withPrivacy() of privity/node.'

/** The message of an error may quote what the application handles. */
function describe(detail: unknown, detailed: boolean): string {
  if (typeof detail === 'string') return detail
  if (detail instanceof Error) {
    const code = 'code' in detail && typeof detail.code === 'string' ? ` ${detail.code}` : ''
    return detailed ? `${detail.stack}` : `(${detail.name}${code})`
  }
  return detailed ? inspect(detail, { depth: 4, breakLength: Number.POSITIVE_INFINITY }) : `(${typeof detail})`
}
