import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capturedValue } from './captured-value.ts'

describe('capturedValue', () => {
  it('keeps the structure of JSON-like values', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, noUnicodeString: true } as object), (value) => {
        fc.pre(JSON.stringify(value).length < 500)
        expect(JSON.parse(JSON.stringify(capturedValue(value)))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('runs no code of the application', () => {
    const run = (): never => {
      throw new Error('ran')
    }
    const handler = new Proxy({}, { get: () => run })
    const traps = {
      get a() {
        return run()
      },
      toJSON: run,
      toString: run,
      [Symbol.toPrimitive]: run,
      b: new Proxy({}, handler),
    }
    expect(capturedValue(traps)).toEqual({ a: undefined, toJSON: '[Function]', toString: '[Function]', b: '[Proxy]' })
  })

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.anything({
          withBigInt: true,
          withDate: true,
          withMap: true,
          withSet: true,
          withTypedArray: true,
          withNullPrototype: true,
          withSparseArray: true,
        }),
        (value) => {
          capturedValue(value)
        },
      ),
    )
  })

  it('is bounded: depth, number of values, circles', () => {
    const circle: Record<string, unknown> = {}
    circle.self = circle
    expect(JSON.stringify(capturedValue(circle))).toContain('[Object]')
    const count = (value: unknown): number =>
      typeof value === 'object' && value !== null
        ? 1 + Object.values(value).reduce((sum: number, item) => sum + count(item), 0)
        : 1
    expect(count(capturedValue(Array.from({ length: 255 }, () => 1)))).toBe(256)
    expect(count(capturedValue(Array.from({ length: 256 }, () => 1)))).toBe(256)
    expect(count(capturedValue(Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => 1))))).toBe(256)
  })

  it('names what it does not open', () => {
    const values = [
      new Map([[1, 2]]),
      new Uint8Array(3),
      Promise.resolve(),
      /a/,
      Symbol('s'),
      7n,
      new Date(0),
      new Date(Number.NaN),
      new RangeError('far'),
    ]
    expect(capturedValue(values)).toEqual([
      '[Map]',
      '[Uint8Array]',
      '[Promise]',
      '[RegExp]',
      'Symbol(s)',
      '7',
      '1970-01-01T00:00:00.000Z',
      'Invalid Date',
      'RangeError: far',
    ])
  })

  it('does not change a prototype by a key of the data', () => {
    const copy = capturedValue(JSON.parse('{"__proto__": {"admin": true}}')) as { admin?: boolean }
    expect(copy.admin).toBeUndefined()
    expect(Object.keys(copy)).toEqual(['__proto__'])
  })
})
