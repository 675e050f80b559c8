import { createRequire } from 'node:module'
import { setTimeout as wait } from 'node:timers/promises'
import { SeverityNumber, trace } from '@opentelemetry/api'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import winston from 'winston'
import { startTelemetry } from '../telemetry-fixture.ts'
import { patchWinstonLogger, type WinstonLogger } from './winston-logs.ts'

const Logger: { prototype: WinstonLogger } = createRequire(import.meta.url)('winston/lib/winston/logger.js')
// its declarations spell it `transport`
const { Transport } = winston as unknown as { Transport: new () => winston.transport }
const telemetry = startTelemetry()
let unpatch = () => {}
beforeEach(() => {
  telemetry.reset()
  unpatch = patchWinstonLogger(Logger.prototype)
})
afterEach(() => unpatch())
afterAll(() => telemetry.stop())

const message = Symbol.for('message')

/** Keeps the lines as they would be printed. */
function logger(options: winston.LoggerOptions = {}, delayMillis = 0) {
  const lines: string[] = []
  class Memory extends Transport {
    override log(info: Record<symbol, string>, next: () => void): void {
      lines.push(String(info[message]))
      if (delayMillis === 0) next()
      else setTimeout(next, delayMillis)
    }
  }
  return { log: winston.createLogger({ transports: [new Memory()], ...options }), lines }
}
const last = () => telemetry.logs().at(-1)

describe('winston logs', () => {
  it('have the severity of their level, and no more where content may not be carried', () => {
    const { log } = logger({ level: 'silly', format: winston.format.colorize() })
    for (const level of Object.keys(winston.config.npm.levels)) log.log(level, 'hi ann', { user: 'ann' })
    expect(telemetry.logs().map(({ severityText, severityNumber }) => [severityText, severityNumber])).toEqual([
      ['error', SeverityNumber.ERROR],
      ['warn', SeverityNumber.WARN],
      ['info', SeverityNumber.INFO],
      ['http', SeverityNumber.DEBUG3],
      ['verbose', SeverityNumber.DEBUG2],
      ['debug', SeverityNumber.DEBUG],
      ['silly', SeverityNumber.TRACE],
    ])
    expect(JSON.stringify(telemetry.logs().map(({ body, attributes }) => [body, attributes]))).not.toContain('ann')
  })

  it.each([winston.config.npm, winston.config.syslog, winston.config.cli])(
    'know every level that Winston brings along',
    ({ levels }) => {
      const lowest = Object.keys(levels).at(-1) as string
      const { log } = logger({ levels, level: lowest })
      for (const level of Object.keys(levels)) log.log(level, 'x')
      expect(telemetry.logs()).toHaveLength(Object.keys(levels).length)
      expect(telemetry.logs().filter(({ severityNumber }) => !severityNumber)).toEqual([])
    },
  )

  it('carry message and fields after the formats, so that their redaction counts', () => {
    telemetry.allow(['technical', 'content'])
    const hide = winston.format((info) => ({ ...info, card: '***' }))
    const { log } = logger({
      defaultMeta: { service: 'shop' },
      format: winston.format.combine(winston.format.splat(), hide(), winston.format.json()),
    })
    log.child({ module: 'pay' }).info('paid %d', 7, { card: '4111', order: { id: 7 } })
    expect(last()).toMatchObject({
      body: 'paid 7',
      attributes: { card: '***', order: { id: 7 }, module: 'pay', service: 'shop' },
    })
    expect(JSON.stringify(last()?.attributes)).not.toContain('4111')
  })

  it('are those that a transport takes', () => {
    const { log, lines } = logger({ level: 'warn' })
    log.info('no')
    log.warn('yes')
    log.silent = true
    log.error('silent')
    expect(lines).toHaveLength(1)
    expect(telemetry.logs().map(({ severityText }) => severityText)).toEqual(['warn'])
    const dropped = logger({ format: winston.format(() => false)() })
    dropped.log.error('dropped by the format')
    expect(telemetry.logs()).toHaveLength(1)
  })

  it('tell an error by convention, its message only with content', () => {
    const { log } = logger({ format: winston.format.errors({ stack: true }) })
    log.error(new TypeError('ann@example.com'))
    expect(JSON.stringify([last()?.body, last()?.attributes])).not.toContain('ann@')
    telemetry.allow(['technical', 'content'])
    log.error(new TypeError('ann@example.com'))
    expect(last()?.attributes['exception.stacktrace']).toContain('winston-logs.test')
    expect(last()?.body).toBe('ann@example.com')
  })

  it('belong to the span they were written in, also where slow transports make them wait', async () => {
    const { log, lines } = logger({}, 1)
    const spanIds: string[] = []
    for (let i = 0; i < 40; i++) {
      trace.getTracer('test').startActiveSpan(`request ${i}`, (span) => {
        spanIds.push(span.spanContext().spanId)
        log.info(`line ${i}`)
        span.end()
      })
    }
    const early = telemetry.logs().length
    while (lines.length < 40) await wait(2)
    expect(early).toBeLessThan(40)
    expect(telemetry.logs().map(({ spanContext }) => spanContext?.spanId)).toEqual(spanIds)
  })

  it('change nothing in what Winston writes, nor its transports', () => {
    const write = () => {
      const { log, lines } = logger({
        format: winston.format.combine(winston.format.errors({ stack: false }), winston.format.json()),
      })
      log.info('a', { b: [1] })
      log.child({ c: 1 }).error(new Error('e').message)
      log.log({ level: 'warn', message: 'm' })
      expect(log.transports).toHaveLength(1)
      return lines
    }
    const seen = write()
    unpatch()
    expect(seen).toEqual(write())
    expect(telemetry.logs()).toHaveLength(3)
    expect(Object.hasOwn(Logger.prototype, 'push')).toBe(false)
  })
})
