import {
  context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  diag,
  ProxyTracerProvider,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  trace,
} from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { AlwaysOffSampler, TracerProvider } from '@opentelemetry/sdk-trace'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { memoryConsent } from '../../consent/memory-consent.ts'
import { carriedConsent } from '../../consent/propagation/carried-consent.ts'
import { withDestination } from '../../consent/propagation/destination.ts'
import { createKeyPair } from '../../consent/propagation/tokens-fixture.ts'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { createGuard } from '../../processors/create-guard.ts'
import { runWithSubject } from '../../processors/verdict/subject-binding.ts'
import type { Environment } from './environment.ts'
import { createGuardedPropagator } from './guarded-propagator.ts'
import { createPropagator } from './propagator.ts'
import { rememberDestinations } from './unsampled-destinations.ts'
import { withPrivacy } from './with-privacy.ts'

const key = 'the key of all the services of acme'
const policy = parsePolicy({ propagation: { trustDomain: 'acme.internal', to: ['*.acme.internal', 'bullmq:mail'] } })
const ada = { tenant: 'acme', subject: 'ada' }
const consent = memoryConsent()
consent.set(ada, { personalization: 'granted' })
const guard = createGuard({ policy, consent, key })
const pair = createKeyPair()
const errors = vi.spyOn(diag, 'error')

const create = (environment: Environment, by = key) =>
  createGuardedPropagator(createPropagator(environment), { guard, environment, key: by })

/** The headers of a message about ada, with baggage. */
function headersOf(propagator = create({ PRIVITY_CONSENT_SIGNING_KEY: pair.jwk }), about = context.active()) {
  const headers: Record<string, string> = {}
  const baggage = propagation.createBaggage({ 'user.id': { value: 'ada' } })
  runWithSubject(ada, () =>
    propagator.inject(propagation.setBaggage(withBinding(about), baggage), headers, defaultTextMapSetter),
  )
  return headers
}

/** The binding of the active context, and the span and destination of another one. */
function withBinding(about: typeof ROOT_CONTEXT) {
  const span = trace.getSpan(about)
  return span === undefined ? withDestination(context.active(), 'bullmq:mail') : trace.setSpan(context.active(), span)
}

beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
afterAll(() => context.disable())
afterEach(() => void errors.mockClear())

describe('createGuardedPropagator', () => {
  it('adds one field to those of OTEL_PROPAGATORS', () => {
    expect(create({}).fields().sort()).toEqual(['baggage', 'privity-consent', 'traceparent', 'tracestate'])
    expect(create({ OTEL_PROPAGATORS: ['b3'] }).fields()).toEqual(['b3', 'privity-consent'])
    expect(create({ OTEL_PROPAGATORS: ['none'] }).fields()).toEqual(['privity-consent'])
  })

  it('tells, and is believed by those who have the public key', () => {
    const headers = headersOf()
    expect(Object.keys(headers).sort()).toEqual(['baggage', 'privity-consent'])
    const reader = create({ PRIVITY_CONSENT_VERIFY_KEYS: pair.jwks })
    expect(carriedConsent(reader.extract(ROOT_CONTEXT, { ...headers }, defaultTextMapGetter))).toMatchObject({
      subject: { tenant: 'acme', pseudonymous: true },
      consent: { grants: { personalization: 'granted' } },
    })
    expect(errors).not.toHaveBeenCalled()
  })

  it.each<[string, Environment, string]>([
    ['no key', {}, key],
    ['a key that is none', { PRIVITY_CONSENT_SIGNING_KEY: 'hunter2' }, key],
    ['a PRIVITY_KEY that is none', { PRIVITY_CONSENT_SIGNING_KEY: pair.jwk }, 'short'],
  ])('tells nothing and believes nothing with %s, and still takes tokens out', (_name, environment, by) => {
    const propagator = create(environment, by)
    expect(Object.keys(headersOf(propagator))).toEqual(['baggage'])
    const inbound = headersOf()
    expect(carriedConsent(propagator.extract(ROOT_CONTEXT, inbound, defaultTextMapGetter))).toBeUndefined()
    expect(inbound['privity-consent']).toBeUndefined()
    expect(errors).toHaveBeenCalledTimes(environment.PRIVITY_CONSENT_SIGNING_KEY === undefined ? 0 : 1)
    expect(JSON.stringify(errors.mock.calls)).not.toContain('hunter2')
  })

  it('believes nobody whose key it does not have', () => {
    const other = create({ PRIVITY_CONSENT_VERIFY_KEYS: createKeyPair().jwks })
    expect(carriedConsent(other.extract(ROOT_CONTEXT, headersOf(), defaultTextMapGetter))).toBeUndefined()
  })
})

describe('a request whose span is not recorded', () => {
  const unsampled = () => new TracerProvider({ sampler: new AlwaysOffSampler() })
  const attributes = { 'server.address': 'orders.acme.internal', 'server.port': 80 }

  it.each([
    ['of a trace that is not sampled', unsampled],
    ['where no spans are recorded at all', () => new ProxyTracerProvider()],
  ])('%s has a receiver nevertheless', (_name, createProvider) => {
    const tracer = rememberDestinations(createProvider()).getTracer('t')
    const request = (name: string) =>
      tracer.startSpan('GET', { kind: SpanKind.CLIENT, attributes: { ...attributes, 'server.address': name } })
    const about = (name: string) => headersOf(undefined, trace.setSpan(ROOT_CONTEXT, request(name)))
    expect(about('orders.acme.internal')).toMatchObject({
      baggage: 'user.id=ada',
      'privity-consent': expect.any(String),
    })
    expect(Object.keys(about('stranger.example'))).not.toContain('baggage')
    expect(Object.keys(about('stranger.example'))).not.toContain('privity-consent')
    expect(request('orders.acme.internal').isRecording()).toBe(false)
  })

  it('may say so later, and by startActiveSpan', () => {
    const tracer = rememberDestinations(unsampled()).getTracer('t')
    tracer.startActiveSpan('grpc', { kind: SpanKind.CLIENT }, (span) => {
      span.setAttribute('server.port', 80).setAttributes({ 'server.address': 'orders.acme.internal' })
      expect(headersOf(undefined, trace.setSpan(ROOT_CONTEXT, span)).baggage).toBe('user.id=ada')
    })
  })

  it('is changed once, and other spans are left alone', () => {
    const provider = rememberDestinations(unsampled())
    const tracer = provider.getTracer('t')
    const { startSpan } = tracer
    expect(provider.getTracer('t').startSpan).toBe(startSpan)
    expect(Reflect.has(tracer.startSpan('work', { attributes }), 'attributes')).toBe(false)
  })
})

describe('withPrivacy', () => {
  const sdk = { spanProcessors: [], logRecordProcessors: [], metricReaders: [] }
  const stranger = (propagator: ReturnType<typeof create> | null | undefined) =>
    propagator &&
    headersOf(
      propagator,
      trace.setSpan(
        ROOT_CONTEXT,
        trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 }),
      ),
    )

  it('guards the propagators of the environment, or those of the configuration', () => {
    const given = createPropagator({ OTEL_PROPAGATORS: ['baggage'] })
    const byDefault = withPrivacy<object>(sdk, { policy, key }).textMapPropagator
    const byHand = withPrivacy({ ...sdk, textMapPropagator: given }, { policy, key }).textMapPropagator
    expect(byDefault?.fields()).toContain('traceparent')
    expect(byHand?.fields()).toEqual(['baggage', 'privity-consent'])
    expect(Object.keys(stranger(byDefault) ?? {})).toEqual(['traceparent'])
    expect(stranger(byHand)).toEqual({})
  })

  it('lets nothing travel where the configuration says so', () => {
    expect(withPrivacy({ ...sdk, textMapPropagator: null }, { policy, key }).textMapPropagator).toBeNull()
  })
})
