import { SeverityNumber, trace } from '@opentelemetry/api'
import pino, { type LoggerOptions } from 'pino'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { startPinoLogs } from './pino-logs.ts'

const telemetry = startTelemetry()
let stop = () => {}
beforeEach(() => {
  telemetry.reset()
  stop = startPinoLogs()
})
afterEach(() => stop())
afterAll(() => telemetry.stop())

function logger(options: LoggerOptions<'notice'> = {}) {
  const lines: string[] = []
  const log = pino<'notice'>(
    { timestamp: false, base: null, ...options },
    { write: (line: string) => void lines.push(line) },
  )
  return { log, lines }
}
const last = () => telemetry.logs().at(-1)

describe('pino logs', () => {
  it('have the severity of their level, and no more where content may not be carried', () => {
    const { log } = logger({ level: 'trace', customLevels: { notice: 35 } })
    for (const level of ['trace', 'debug', 'info', 'notice', 'warn', 'error', 'fatal'] as const)
      log[level]({ user: 'ann' }, 'hi ann')
    expect(telemetry.logs().map(({ severityText, severityNumber }) => [severityText, severityNumber])).toEqual([
      ['trace', SeverityNumber.TRACE],
      ['debug', SeverityNumber.DEBUG],
      ['info', SeverityNumber.INFO],
      ['notice', SeverityNumber.INFO],
      ['warn', SeverityNumber.WARN],
      ['error', SeverityNumber.ERROR],
      ['fatal', SeverityNumber.FATAL],
    ])
    expect(JSON.stringify(telemetry.logs().map(({ body, attributes }) => [body, attributes]))).not.toContain('ann')
  })

  it('carry message, fields and the bindings of children where content may be carried', () => {
    telemetry.allow(['technical', 'content'])
    const { log } = logger({ base: { pid: 1, hostname: 'h' } })
    log.child({ module: 'tickets' }).info({ order: { id: 7 } }, 'opened %d', 7)
    expect(last()).toMatchObject({ body: 'opened 7', attributes: { module: 'tickets', order: { id: 7 } } })
    expect(Object.keys(last()?.attributes ?? {}).sort()).toEqual(['module', 'order'])
  })

  it('come after the redaction of the logger, and under its own keys', () => {
    telemetry.allow(['technical', 'content'])
    const { log } = logger({ redact: ['card'], messageKey: 'text', errorKey: 'fault' })
    log.child({}).error({ card: '4111', fault: new TypeError('bad') }, 'paid')
    expect(last()).toMatchObject({
      body: 'paid',
      attributes: { card: '[Redacted]', 'exception.type': 'TypeError', 'exception.message': 'bad' },
    })
    expect(last()?.attributes).not.toHaveProperty('fault')
  })

  it('tell where an error came from, without its message where content may not be carried', () => {
    logger().log.error(new TypeError('ann@example.com'))
    expect(last()?.attributes['exception.type']).toBe('TypeError')
    expect(last()?.attributes['exception.stacktrace']).toContain('pino-logs.test')
    expect(JSON.stringify(last()?.attributes)).not.toContain('ann@')
  })

  it('are not made below the level of the logger', () => {
    logger({ level: 'warn' }).log.info('no')
    expect(telemetry.logs()).toEqual([])
  })

  it('belong to the span that is active', () => {
    trace.getTracer('test').startActiveSpan('request', (span) => {
      logger().log.info('in')
      span.end()
      expect(last()?.spanContext?.spanId).toBe(span.spanContext().spanId)
    })
  })

  it('change nothing in what Pino writes', () => {
    const write = () => {
      const { log, lines } = logger({ redact: ['a.b'], mixin: () => ({ mixed: 1 }) })
      log.child({ c: 1 }).warn({ a: { b: 2 } }, 'x %s', 'y')
      log.error(new RangeError('r').message)
      log.fatal({ undefined, nested: { deep: [1, null] } })
      return lines
    }
    telemetry.allow(['technical', 'content'])
    const seen = write()
    stop()
    expect(seen).toEqual(write())
    expect(telemetry.logs()).toHaveLength(3)
  })
})
