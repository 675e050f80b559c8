import { type Context, context, diag, metrics, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { provideGuard } from '../../processors/capture-port.ts'
import type { Guard } from '../../processors/guard.ts'
import { observed, observeHandler, observeJob, runJob } from './index.ts'

const boom = (): never => {
  throw new Error('boom')
}
const throwing = new Proxy({}, { get: () => boom }) as never
const contextManager = (active: () => Context, within: (context: Context, fn: () => unknown) => unknown) =>
  context.setGlobalContextManager({ active, with: within, disable() {} } as never)

const faults: Record<string, () => unknown> = {
  'the tracer provider throws': () => trace.setGlobalTracerProvider({ getTracer: boom }),
  'startSpan throws': () => trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan: boom }) as never }),
  'the span throws': () => trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan: () => throwing }) as never }),
  'the meter throws': () => metrics.setGlobalMeterProvider({ getMeter: boom }),
  'the propagator throws': () => propagation.setGlobalPropagator(throwing),
  'the guard throws': () => provideGuard({ mayCarry: boom } as unknown as Guard),
  'no context is found': () => contextManager(boom, (_context, fn) => fn()),
  'the context manager throws before the call': () => contextManager(() => ROOT_CONTEXT, boom),
  'the context manager throws after the call': () =>
    contextManager(
      () => ROOT_CONTEXT,
      (_context, fn) => {
        fn()
        boom()
      },
    ),
}

afterEach(() => {
  provideGuard(undefined)
  for (const api of [trace, metrics, propagation, context, diag]) api.disable()
})

const wrappers: Record<string, (fn: (value: unknown) => unknown) => (value: unknown) => unknown> = {
  observed: (fn) => observed(fn, { capture: { arguments: ['value'] } }),
  observeJob: (fn) => observeJob('queue', fn),
  runJob: (fn) => (value) => runJob('job', () => fn(value)),
  observeHandler: (fn) => observeHandler('/route', fn),
}

describe.each(Object.entries(wrappers))('%s', (_wrapper, wrap) => {
  it.each(Object.entries(faults))(
    'runs the function exactly once with the same result where %s',
    async (_fault, breakIt) => {
      breakIt()
      await fc.assert(
        fc.asyncProperty(fc.boolean(), fc.boolean(), fc.anything(), async (isAsync, throws, value) => {
          const given: unknown[] = []
          const body = (argument: unknown): { value: unknown } => {
            given.push(argument)
            if (throws) throw value
            return { value }
          }
          const run = wrap(isAsync ? async (argument) => body(argument) : body)
          let outcome: unknown
          try {
            const result = run(value)
            expect(result instanceof Promise).toBe(isAsync)
            outcome = ((await result) as { value: unknown }).value
          } catch (error) {
            outcome = error
          }
          expect(given).toHaveLength(1)
          expect(Object.is(given[0], value)).toBe(true)
          expect(Object.is(outcome, value)).toBe(true)
        }),
        { numRuns: 25 },
      )
    },
  )
})

it.each(Object.entries(faults))('a generator gives what it gives where %s', (_fault, breakIt) => {
  breakIt()
  const count = observed(function* count(to: number) {
    for (let i = 0; i < to; i++) yield i
  })
  expect([...count(3)]).toEqual([0, 1, 2])
})
