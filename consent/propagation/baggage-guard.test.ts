import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  propagation,
  ROOT_CONTEXT,
  type TextMapPropagator,
} from '@opentelemetry/api'
import { CompositePropagator, W3CBaggagePropagator, W3CTraceContextPropagator } from '@opentelemetry/core'
import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '../../policy/default-policy.ts'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { createBaggageGuard } from './baggage-guard.ts'
import { withDestination } from './destination.ts'
import { towards } from './spans-fixture.ts'

const policy = parsePolicy({
  propagation: { trustDomain: 'acme.internal', to: ['*.acme.internal', 'bullmq:mail'], carry: ['region'] },
})
const w3c = new CompositePropagator({ propagators: [new W3CTraceContextPropagator(), new W3CBaggagePropagator()] })
const baggage = propagation.createBaggage({ 'user.id': { value: 'ada' }, region: { value: 'eu' } })
const about = propagation.setBaggage(ROOT_CONTEXT, baggage)

function injected(context: typeof ROOT_CONTEXT, inner: TextMapPropagator = w3c, by = policy): Record<string, string> {
  const headers: Record<string, string> = {}
  createBaggageGuard(inner, { policy: by }).inject(context, headers, defaultTextMapSetter)
  return headers
}

describe('createBaggageGuard', () => {
  it('lets all baggage go to the services of the list', () => {
    expect(injected(towards('orders.acme.internal:80', about)).baggage).toBe('user.id=ada,region=eu')
    expect(injected(withDestination(about, 'bullmq:mail')).baggage).toBe('user.id=ada,region=eu')
  })

  it('lets others have the harmless entries only, and the trace context', () => {
    const headers = injected(towards('api.stranger.example:443', about))
    expect(headers.baggage).toBe('region=eu')
    expect(headers.traceparent).toBeDefined()
  })

  it('lets none go where nobody knows to whom', () => {
    expect(injected(about)).toEqual({ baggage: 'region=eu' })
  })

  it('lets none go anywhere without a word from the policy', () => {
    expect(injected(towards('orders.acme.internal:80', about), w3c, defaultPolicy).baggage).toBeUndefined()
  })

  it('holds for propagators that write baggage to other headers', () => {
    const jaeger: TextMapPropagator = {
      inject(context, carrier, setter) {
        for (const [key, { value }] of propagation.getBaggage(context)?.getAllEntries() ?? [])
          setter.set(carrier, `uberctx-${key}`, value)
      },
      extract: (context) => context,
      fields: () => ['uber-trace-id'],
    }
    expect(injected(towards('api.stranger.example:443', about), jaeger)).toEqual({ 'uberctx-region': 'eu' })
  })

  it('leaves nothing in headers that are used again, for somebody else or towards others', () => {
    const guard = createBaggageGuard(w3c, { policy })
    const headers: Record<string, string> = { accept: '*/*' }
    guard.inject(towards('orders.acme.internal:80', about), headers, defaultTextMapSetter)
    expect(headers.baggage).toBe('user.id=ada,region=eu')
    guard.inject(towards('api.stranger.example:443', about), headers, defaultTextMapSetter)
    expect(headers.baggage).toBe('region=eu')
    guard.inject(towards('api.stranger.example:443'), headers, defaultTextMapSetter)
    expect(Object.keys(headers).sort()).toEqual(['accept', 'traceparent'])
  })

  it('leaves headers alone that the application wrote itself', () => {
    const headers = { baggage: 'build=7' }
    createBaggageGuard(w3c, { policy }).inject(towards('api.stranger.example:443'), headers, defaultTextMapSetter)
    expect(headers.baggage).toBe('build=7')
  })

  it('does not change what the application itself has', () => {
    injected(towards('api.stranger.example:443', about))
    expect(propagation.getBaggage(about)?.getEntry('user.id')?.value).toBe('ada')
  })

  it('reads like the propagator inside, and has its fields', () => {
    const guard = createBaggageGuard(w3c, { policy })
    const context = guard.extract(ROOT_CONTEXT, { baggage: 'user.id=ada' }, defaultTextMapGetter)
    expect(propagation.getBaggage(context)?.getEntry('user.id')?.value).toBe('ada')
    expect(guard.fields()).toEqual(w3c.fields())
  })
})
