import { context, DiagLogLevel, diag, logs, SeverityNumber } from '@opentelemetry/api'
import { suppressTracing } from '@opentelemetry/core'
import { LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { startConsoleLogs } from './console-logs.ts'

const telemetry = startTelemetry()
const host = globalThis.console
const methods = ['debug', 'log', 'info', 'warn', 'error'] as const
const originals = methods.map((method) => host[method])
let written: unknown[][] = []
let stop = () => {}
beforeAll(() => {
  for (const method of methods) host[method] = (...values: unknown[]) => void written.push([method, ...values])
})
afterAll(async () => {
  methods.forEach((method, index) => {
    host[method] = originals[index] as typeof host.log
  })
  await telemetry.stop()
})
beforeEach(() => {
  telemetry.reset()
  written = []
  stop = startConsoleLogs()
})
afterEach(() => stop())

const only = () => {
  const [record, ...others] = telemetry.logs()
  expect(others).toEqual([])
  return record
}

describe('console logs', () => {
  it('have the severity and the stream of their method', () => {
    for (const method of methods) host[method]('x')
    expect(telemetry.logs().map((record) => [record.severityText, record.severityNumber, record.attributes])).toEqual([
      ['debug', SeverityNumber.DEBUG, { 'log.iostream': 'stdout' }],
      ['log', SeverityNumber.INFO, { 'log.iostream': 'stdout' }],
      ['info', SeverityNumber.INFO, { 'log.iostream': 'stdout' }],
      ['warn', SeverityNumber.WARN, { 'log.iostream': 'stderr' }],
      ['error', SeverityNumber.ERROR, { 'log.iostream': 'stderr' }],
    ])
  })

  it('hand the same arguments to the original first', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), (values) => {
        written = []
        host.log(...values)
        expect(written).toHaveLength(1)
        written[0]?.slice(1).forEach((value, index) => {
          expect(Object.is(value, values[index])).toBe(true)
        })
      }),
    )
  })

  it('say no more than the severity where content may not be carried, and read nothing', () => {
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('read')
        },
        get: () => {
          throw new Error('read')
        },
      },
    )
    host.log('ann@example.com', trap)
    expect(only()).toMatchObject({ body: undefined, attributes: { 'log.iostream': 'stdout' } })
    expect(telemetry.warnings).toEqual([])
  })

  it.each([
    [['a', 7, true, null, undefined, 7n], 'a 7 true null undefined 7n', undefined],
    [['%s has %d of %j', 'ann', 7, { a: 1 }], 'ann has 7 of {"a":1}', undefined],
    [['user', { id: 7, password: 'x' }, [1]], 'user', [{ id: 7, password: 'x' }, [1]]],
    [[{ id: 7 }], { id: 7 }, undefined],
    [[{ id: 7 }, [1]], [{ id: 7 }, [1]], undefined],
    [['100%'], '100%', undefined],
    [[], '', undefined],
  ])('keep text and structure apart (%#)', (values, body, structures) => {
    telemetry.allow(['technical', 'content'])
    host.log(...values)
    const record = only()
    expect(record?.body).toEqual(body)
    expect(record?.attributes['privity.log.arguments']).toEqual(structures)
  })

  it('tell an error by convention, its message only with content', () => {
    host.error('failed', new RangeError('ann@example.com'))
    const record = only()
    expect(record?.attributes['exception.type']).toBe('RangeError')
    expect(JSON.stringify(record?.attributes)).not.toContain('ann@')
    telemetry.reset()
    telemetry.allow(['technical', 'content'])
    host.error(new RangeError('ann@example.com'))
    expect(only()).toMatchObject({
      body: 'RangeError: ann@example.com',
      attributes: { 'exception.message': 'ann@example.com' },
    })
  })

  it('do not run the code of objects a second time', () => {
    telemetry.allow(['technical', 'content'])
    let runs = 0
    const live = {
      get name() {
        return ++runs
      },
      toJSON: () => ++runs,
      [Symbol.for('nodejs.util.inspect.custom')]: () => ++runs,
    }
    host.log(live)
    host.log('%o', live)
    expect(runs).toBe(0)
  })

  it('are not made of what OpenTelemetry says of itself, whatever its logger writes to', () => {
    const say = (message: string): void => host.warn(message)
    host.log('finds the diagnostic logger')
    telemetry.reset()
    diag.setLogger(
      { error: say, warn: say, info: say, debug: say, verbose: say },
      { logLevel: DiagLogLevel.ALL, suppressOverrideMessage: true },
    )
    host.log('finds the new one')
    const before = telemetry.logs().length
    diag.error('the receiver is down')
    expect(written.at(-1)).toEqual(['warn', 'the receiver is down'])
    expect(telemetry.logs()).toHaveLength(before)
    context.with(suppressTracing(context.active()), () => host.log('an exporter writes'))
    expect(telemetry.logs()).toHaveLength(before)
  })

  it('do not follow from themselves', () => {
    let exported = 0
    logs.disable()
    const exporter = {
      export(_records: unknown, done: (result: { code: number }) => void) {
        exported++
        host.log('exporting')
        done({ code: 0 })
      },
      forceFlush: async () => {},
      shutdown: async () => {},
    }
    const processor = new SimpleLogRecordProcessor({ exporter: exporter as never })
    logs.setGlobalLoggerProvider(new LoggerProvider({ processors: [processor] }))
    host.log('once')
    expect(exported).toBeLessThanOrEqual(1)
    expect(written).toContainEqual(['log', 'once'])
  })

  it('put the originals back, unless somebody has patched them since', () => {
    const ours = host.warn
    host.warn = (...values) => ours(...values)
    const theirs = host.warn
    stop()
    expect(host.warn).toBe(theirs)
    host.log('after')
    host.warn = originals[3] as typeof host.warn
    expect(telemetry.logs()).toEqual([])
  })
})
