import { format } from 'node:util'
import { type Attributes, context, type LogRecord, SeverityNumber } from '@opentelemetry/api'
import { mayCarry } from '../../processors/capture-port.ts'
import { capturedValue } from '../service/captured-value.ts'
import { exceptionAttributes } from '../service/exception-attributes.ts'
import { emitLog, isWarningLine, withoutLogs } from './emit-log.ts'

/** The others (`trace`, `table`, `assert`, ...) end in one of these; only `dir` writes by itself. */
const methods = {
  debug: { severityNumber: SeverityNumber.DEBUG, stream: 'stdout' },
  log: { severityNumber: SeverityNumber.INFO, stream: 'stdout' },
  info: { severityNumber: SeverityNumber.INFO, stream: 'stdout' },
  warn: { severityNumber: SeverityNumber.WARN, stream: 'stderr' },
  error: { severityNumber: SeverityNumber.ERROR, stream: 'stderr' },
} as const
type Method = keyof typeof methods

/**
 * Records what the application writes to its `console`. The original writes first, and the same bytes as ever. Where no
 * flow may take content the arguments are not read, and the record says no more than the severity.
 *
 * @returns a function that puts the originals back, where nobody has patched them since
 */
export function startConsoleLogs(): () => void {
  const host: Pick<Console, Method> = globalThis.console
  const patches = (Object.keys(methods) as Method[]).map((method) => {
    const original = host[method]
    // a proxy keeps name, length and properties
    const patched = new Proxy(original, {
      apply(target, self, values: unknown[]) {
        // what it writes by itself, e.g. in the inspect() of an object, is part of this line
        const result: unknown = withoutLogs(() => Reflect.apply(target, self, values))
        // a warning has an event of its own
        if (method !== 'error' || !isWarningLine()) emitLog(() => describe(method, values))
        return result
      },
    })
    host[method] = patched
    return { method, original, patched }
  })
  return () => {
    for (const { method, original, patched } of patches) if (host[method] === patched) host[method] = original
  }
}

function describe(method: Method, values: readonly unknown[]): LogRecord {
  const { severityNumber, stream } = methods[method]
  const attributes: Attributes = { 'log.iostream': stream }
  const error = values.find((value) => value instanceof Error)
  if (error !== undefined) Object.assign(attributes, exceptionAttributes(error))
  const record: LogRecord = { severityNumber, severityText: method, attributes }
  if (!mayCarry('content', context.active())) return record
  const [first] = values
  if (typeof first === 'string' && first.includes('%') && values.length > 1) {
    return { ...record, body: format(first, ...values.slice(1).map(flat)) }
  }
  const texts = values.filter((value) => !isStructure(value))
  const structures = values
    .filter((value) => isStructure(value) && (value !== error || values.length === 1))
    .map(capturedValue)
  if (texts.length === 0 && structures.length > 0)
    return { ...record, body: structures.length === 1 ? structures[0] : structures }
  // kept as structures, so that the guard can judge each key
  if (structures.length > 0) attributes['privity.log.arguments'] = structures
  return { ...record, body: texts.map((text) => format(text)).join(' ') }
}

function isStructure(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

/** `format` gets copies of objects: it would run their code a second time. */
function flat(value: unknown): unknown {
  return isStructure(value) ? capturedValue(value) : value
}
