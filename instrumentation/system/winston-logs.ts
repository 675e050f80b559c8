import { type Attributes, type Context, context, type LogRecord, SeverityNumber } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { capturedValue } from '../service/captured-value.ts'
import { exceptionAttributes } from '../service/exception-attributes.ts'
import { harmless } from '../service/harmless.ts'
import { emitLog } from './emit-log.ts'

/** What is needed of `Logger` in `winston/lib/winston/logger.js`, version 3. */
export interface WinstonLogger {
  isLevelEnabled?(level: string): boolean
  write(info: unknown, ...rest: unknown[]): unknown
  _transform(info: unknown, ...rest: unknown[]): unknown
  push(formatted: unknown, ...rest: unknown[]): unknown
}

const levelKey = Symbol.for('level')

/**
 * Records what is logged through Winston, after its formats, so that their redaction counts. Transports stay as they are:
 * what they write does not change. Where no flow may take content the line is not read, and the record says no more than
 * the severity and where an error came from.
 *
 * @returns a function that puts the original methods back
 */
export function patchWinstonLogger(prototype: WinstonLogger): () => void {
  // a line may wait in the stream for slow transports, and be formatted in the middle of another request
  const contexts = new WeakMap<object, Context>()
  let formatting: { readonly info: unknown; readonly active: Context } | undefined
  const { write, _transform, push } = prototype

  const patches: Partial<WinstonLogger> = {
    write(this: WinstonLogger, info, ...rest) {
      harmless(() => isObject(info) && contexts.set(info, context.active()))
      return Reflect.apply(write, this, [info, ...rest])
    },
    _transform(this: WinstonLogger, info, ...rest) {
      const before = formatting
      formatting = harmless(() => ({ info, active: (isObject(info) && contexts.get(info)) || context.active() }))
      try {
        return Reflect.apply(_transform, this, [info, ...rest])
      } finally {
        formatting = before
      }
    },
    push(this: WinstonLogger, formatted, ...rest) {
      const line = formatting
      const result = Reflect.apply(push, this, [formatted, ...rest])
      if (line !== undefined && isObject(formatted)) {
        harmless(() => context.with(line.active, () => emitLine(this, line.info, formatted)))
      }
      return result
    },
  }
  const restores = Object.entries(patches).map(([name, value]) => {
    const before = Object.getOwnPropertyDescriptor(prototype, name)
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true })
    return () => {
      if (before === undefined) Reflect.deleteProperty(prototype, name)
      else Object.defineProperty(prototype, name, before)
    }
  })
  return () => {
    for (const restore of restores) restore()
  }
}

function emitLine(logger: WinstonLogger, given: unknown, formatted: object): void {
  // a format may have coloured `level`
  const level = Reflect.get(formatted, levelKey) ?? Reflect.get(given as object, levelKey)
  if (typeof level !== 'string' || logger.isLevelEnabled?.(level) === false) return
  emitLog(() => {
    const record: LogRecord = { severityNumber: severities[level], severityText: level }
    if (mayCarry('content', context.active())) return { ...record, ...readLine(formatted) }
    return formatted instanceof Error ? { ...record, attributes: exceptionAttributes(formatted) } : record
  })
}

function readLine(formatted: object): Pick<LogRecord, 'body' | 'attributes'> {
  const { level: _level, message, stack, ...rest } = { ...formatted } as Record<string, unknown>
  const attributes = capturedValue(rest) as Attributes
  if (typeof stack === 'string') attributes['exception.stacktrace'] = stack
  if (formatted instanceof Error) Object.assign(attributes, exceptionAttributes(formatted))
  return { body: capturedValue(message ?? Reflect.get(formatted, 'message')), attributes }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** The levels that Winston brings along: npm, syslog, cli. */
const severities: Readonly<Record<string, SeverityNumber | undefined>> = {
  emerg: SeverityNumber.FATAL3,
  alert: SeverityNumber.FATAL2,
  crit: SeverityNumber.FATAL,
  error: SeverityNumber.ERROR,
  warning: SeverityNumber.WARN,
  warn: SeverityNumber.WARN,
  notice: SeverityNumber.INFO2,
  help: SeverityNumber.INFO,
  data: SeverityNumber.INFO,
  info: SeverityNumber.INFO,
  http: SeverityNumber.DEBUG3,
  verbose: SeverityNumber.DEBUG2,
  debug: SeverityNumber.DEBUG,
  prompt: SeverityNumber.TRACE,
  input: SeverityNumber.TRACE,
  silly: SeverityNumber.TRACE,
}
