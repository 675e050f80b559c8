import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type Attributes, context, type LogRecord, SeverityNumber } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { capturedValue } from '../service/captured-value.ts'
import { exceptionAttributes } from '../service/exception-attributes.ts'
import { emitLog } from './emit-log.ts'

/** Pino 10 publishes each line on it; nothing of Pino is patched. */
const channel = 'tracing:pino_asJson:end'

interface Published {
  readonly instance: object
  /** The object, the message, the level. */
  readonly arguments: Iterable<unknown>
  /** The line, with Pino's own redaction applied. */
  readonly result?: unknown
}

/**
 * Records what is logged through Pino. Where no flow may take content the line is not read, and the record says no more
 * than the severity and where an error came from.
 *
 * @returns a function that ends it
 */
export function startPinoLogs(): () => void {
  // it must not throw: Node would end the process
  const onLine = (published: unknown): void => emitLog(() => describe(published as Published))
  subscribe(channel, onLine)
  return () => {
    unsubscribe(channel, onLine)
  }
}

function describe({ instance, arguments: [logged, , level], result }: Published): LogRecord {
  const { levels } = instance as { levels?: { labels?: Record<number, string> } }
  const severityText = levels?.labels?.[Number(level)]
  const record: LogRecord = { severityNumber: severityOf(Number(level)), severityText }
  const errorKey = settingOf(instance, 'pino.errorKey') ?? 'err'
  if (typeof result === 'string' && mayCarry('content', context.active())) {
    return { ...record, ...readLine(result, settingOf(instance, 'pino.messageKey') ?? 'msg', errorKey) }
  }
  const error = (logged as Record<string, unknown> | undefined)?.[errorKey]
  return error instanceof Error ? { ...record, attributes: exceptionAttributes(error) } : record
}

function readLine(line: string, messageKey: string, errorKey: string): Pick<LogRecord, 'body' | 'attributes'> {
  const { level: _level, time: _time, pid: _pid, hostname: _hostname, ...fields } = JSON.parse(line)
  const { [messageKey]: body, [errorKey]: error, ...rest } = fields
  return {
    body: capturedValue(body),
    attributes: { ...(capturedValue(rest) as Attributes), ...readError(error, errorKey) },
  }
}

/** An error as Pino's serialiser writes it. */
function readError(error: unknown, errorKey: string): Attributes {
  if (error === undefined) return {}
  if (typeof error !== 'object' || error === null) return { [errorKey]: capturedValue(error) }
  const { type, message, stack, ...rest } = error as Record<string, unknown>
  const attributes: Attributes = {}
  if (typeof type === 'string') attributes['exception.type'] = type
  if (typeof message === 'string') attributes['exception.message'] = message
  if (typeof stack === 'string') attributes['exception.stacktrace'] = stack
  if (Object.keys(rest).length > 0) attributes[errorKey] = capturedValue(rest)
  return attributes
}

/** Settings are kept under symbols of Pino's own, on the logger that the children descend from. */
function settingOf(logger: object, name: string): string | undefined {
  for (let owner: object | null = logger; owner !== null; owner = Object.getPrototypeOf(owner)) {
    const symbol = Object.getOwnPropertySymbols(owner).find(({ description }) => description === name)
    const value: unknown = symbol && Reflect.get(owner, symbol)
    if (typeof value === 'string') return value
  }
  return undefined
}

/** Levels of one's own lie between Pino's: 10 is trace, 60 is fatal. */
function severityOf(level: number): SeverityNumber {
  if (level < 20) return SeverityNumber.TRACE
  if (level < 30) return SeverityNumber.DEBUG
  if (level < 40) return SeverityNumber.INFO
  if (level < 50) return SeverityNumber.WARN
  return level < 60 ? SeverityNumber.ERROR : SeverityNumber.FATAL
}
