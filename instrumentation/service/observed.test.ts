import { context, SpanStatusCode, trace } from '@opentelemetry/api'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { startTelemetry } from '../telemetry-fixture.ts'
import { observed } from './observed.ts'

const telemetry = startTelemetry()
beforeEach(() => telemetry.reset())
afterAll(() => telemetry.stop())

const last = () => telemetry.spans().at(-1)

describe('observed', () => {
  it('records name, duration and outcome of a sync function', async () => {
    const add = observed(function add(a: number, b: number) {
      return a + b
    })
    expect(add(1, 2)).toBe(3)
    expect(last()).toMatchObject({ name: 'add', attributes: { 'code.function.name': 'add' } })
    expect(last()?.status.code).toBe(SpanStatusCode.UNSET)
    const { 'privity.function.duration': duration } = await telemetry.metrics()
    expect(duration?.descriptor.unit).toBe('s')
    expect(duration?.dataPoints.map(({ attributes }) => attributes)).toContainEqual({ 'code.function.name': 'add' })
  })

  it('ends the span of an async function when its promise settles', async () => {
    let finish = (): void => {}
    const wait = observed(
      () =>
        new Promise<string>((resolve) => {
          finish = () => resolve('done')
        }),
      { name: 'wait' },
    )
    const waiting = wait()
    expect(telemetry.spans()).toHaveLength(0)
    finish()
    expect(await waiting).toBe('done')
    expect(last()?.name).toBe('wait')
  })

  it.each([false, true])('throws on the same error, recorded (async: %s)', async (isAsync) => {
    const error = new RangeError('ann@example.com owes 7')
    const fail = observed(
      isAsync
        ? async () => {
            throw error
          }
        : () => {
            throw error
          },
    )
    let thrown: unknown
    try {
      await fail()
    } catch (caught) {
      thrown = caught
    }
    expect(thrown).toBe(error)
    expect(last()).toMatchObject({ status: { code: SpanStatusCode.ERROR }, attributes: { 'error.type': 'RangeError' } })
    const { 'privity.function.duration': duration } = await telemetry.metrics()
    expect(duration?.dataPoints.map(({ attributes }) => attributes['error.type'])).toContain('RangeError')
  })

  it('reads the message of an error only where content may be carried', () => {
    const fail = observed(() => {
      throw new Error('ann@example.com')
    })
    expect(fail).toThrow()
    expect(JSON.stringify([last()?.events, last()?.status, last()?.attributes])).not.toContain('ann@example.com')
    expect(last()?.events[0]?.attributes?.['exception.stacktrace']).toMatch(/^ {4}at .*observed\.test/)
    telemetry.allow(['technical', 'content'])
    expect(fail).toThrow()
    expect(last()?.events[0]?.attributes).toMatchObject({ 'exception.message': 'ann@example.com' })
  })

  it('follows a provider of metrics that comes later', async () => {
    const fn = observed(() => {}, { name: 'early' })
    fn()
    await telemetry.restartMetrics()
    fn()
    const { 'privity.function.duration': duration } = await telemetry.metrics()
    expect(duration?.dataPoints).toHaveLength(1)
  })

  it('leaves a rejection that nobody handles unhandled', async () => {
    const rejections: unknown[] = []
    const listeners = process.listeners('unhandledRejection')
    process.removeAllListeners('unhandledRejection')
    process.on('unhandledRejection', (reason) => rejections.push(reason))
    const error = new Error('nobody cares')
    void observed(async () => {
      throw error
    })()
    observed(async () => {
      throw new Error('somebody does')
    })().catch(() => {})
    await new Promise((resolve) => setTimeout(resolve, 10))
    process.removeAllListeners('unhandledRejection')
    for (const listener of listeners) process.on('unhandledRejection', listener)
    expect(rejections).toEqual([error])
  })

  it('does not start what only starts by then(), and hands other promises through as they are', async () => {
    let started = 0
    // a query as of knex or mongoose
    const query = {
      // biome-ignore lint/suspicious/noThenProperty: that is the point
      then: () => {
        started++
      },
    }
    expect(observed(() => query)()).toBe(query)
    expect(started).toBe(0)
    class Cancellable extends Promise<number> {}
    const cancellable = Cancellable.resolve(1)
    expect(observed(() => cancellable)()).toBe(cancellable)
    const decorated = Object.assign(Promise.resolve(1), { cancel() {} })
    expect(observed(() => decorated)()).toBe(decorated)
    expect(telemetry.spans()).toHaveLength(3)
  })

  it('keeps this, new, name, arity and properties', () => {
    const original = Object.assign(
      function original(this: { tax: number }, price: number, _currency: string) {
        return price * this.tax
      },
      { version: 2 },
    )
    const seen = observed(original, { name: 'seen' })
    expect(seen.call({ tax: 2 }, 21, 'EUR')).toBe(42)
    expect([seen.name, seen.length, seen.version]).toEqual(['original', 2, 2])
    class Order {
      #id = 7
      id() {
        return this.#id
      }
    }
    const Seen = observed(Order)
    expect(new Seen()).toBeInstanceOf(Order)
    expect(observed(Order.prototype.id).call(new Order())).toBe(7)
  })

  it('puts what the function does below its span', () => {
    observed(() => observed(() => {}, { name: 'inner' })(), { name: 'outer' })()
    const [inner, outer] = telemetry.spans()
    expect(inner?.parentSpanContext?.spanId).toBe(outer?.spanContext().spanId)
  })

  it('records named arguments where content may be carried, with their structure', () => {
    telemetry.allow(['technical', 'content'])
    const refund = observed((_orderId: string, _reason: string, _order: object) => {}, {
      name: 'refund',
      capture: { arguments: ['orderId', '', 'order', 'more'] },
    })
    refund('o-1', 'late', { lines: [{ sku: 'a', count: 2 }] })
    expect(last()?.attributes).toEqual({
      'code.function.name': 'refund',
      'code.function.parameter.orderId': 'o-1',
      'code.function.parameter.order': { lines: [{ sku: 'a', count: 2 }] },
    })
  })

  it('does not even read the arguments where content may not be carried', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('read')
        },
        ownKeys: () => {
          throw new Error('read')
        },
      },
    )
    observed((_order: object) => {}, { name: 'f', capture: { arguments: ['order'] } })(trap)
    expect(last()?.attributes).toEqual({ 'code.function.name': 'f' })
  })
})

describe('observed generators', () => {
  const counted = observed(function* count(to: number): Generator<number, string, string | undefined> {
    const sent: (string | undefined)[] = []
    try {
      for (let i = 0; i < to; i++) {
        trace.getTracer('test').startSpan('step').end()
        sent.push(yield i)
      }
    } finally {
      sent.push('end')
    }
    return sent.join()
  })

  it('are seen from the first step to the last, each step below their span', () => {
    const generator = counted(2)
    expect(telemetry.spans()).toHaveLength(0)
    expect([generator.next('x'), generator.next('a'), generator.next('b')]).toEqual([
      { value: 0, done: false },
      { value: 1, done: false },
      { value: 'a,b,end', done: true },
    ])
    const [step, , count] = telemetry.spans()
    expect(count?.name).toBe('count')
    expect(step?.parentSpanContext?.spanId).toBe(count?.spanContext().spanId)
  })

  it('end with an early return, and with a throw', () => {
    for (const number of counted(3)) if (number === 1) break
    expect(last()?.name).toBe('count')
    const generator = counted(3)
    generator.next('')
    const error = new TypeError('thrown in')
    expect(() => generator.throw(error)).toThrow(error)
    expect(last()?.attributes['error.type']).toBe('TypeError')
  })

  it('count once, also when they are ended again', async () => {
    const once = observed(function* once() {}, { name: 'once' })()
    once.next()
    once.return()
    expect(telemetry.spans()).toHaveLength(1)
    const { 'privity.function.duration': duration } = await telemetry.metrics()
    const point = duration?.dataPoints.find(({ attributes }) => attributes['code.function.name'] === 'once')
    expect(point?.value).toMatchObject({ count: 1 })
  })

  it('stay generators of their function, also asynchronous ones', async () => {
    expect(counted(1)).toBeInstanceOf(counted)
    const lines = observed(async function* lines() {
      yield* ['a', 'b']
    })
    const read: string[] = []
    for await (const line of lines()) read.push(line)
    expect(read).toEqual(['a', 'b'])
    expect(last()).toMatchObject({ name: 'lines', status: { code: SpanStatusCode.UNSET } })
  })

  it('do not lend their span to whoever consumes them', () => {
    for (const _ of counted(1)) expect(trace.getSpan(context.active())).toBeUndefined()
  })
})
