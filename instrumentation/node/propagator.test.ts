import { describe, expect, it } from 'vitest'
import { createPropagator } from './propagator.ts'

describe('createPropagator', () => {
  const fields = (...names: string[]) => createPropagator({ OTEL_PROPAGATORS: names })?.fields().sort()

  it('is trace context and baggage of W3C by default', () => {
    expect(createPropagator({})?.fields().sort()).toEqual(['baggage', 'traceparent', 'tracestate'])
  })

  it('is what OTEL_PROPAGATORS names', () => {
    expect(fields('tracecontext')).toEqual(['traceparent', 'tracestate'])
    expect(fields('b3')).toEqual(['b3'])
    expect(fields('b3multi')).toContain('x-b3-traceid')
    expect(fields('b3', 'baggage')).toEqual(['b3', 'baggage'])
  })

  it('is nothing for none, and for names that there are not', () => {
    expect(fields('none', 'b3')).toBeUndefined()
    expect(fields('pigeon')).toBeUndefined()
  })
})
