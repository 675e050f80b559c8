import { Metadata } from '@grpc/grpc-js'
import {
  type Context,
  defaultTextMapGetter,
  defaultTextMapSetter,
  ROOT_CONTEXT,
  type TextMapGetter,
} from '@opentelemetry/api'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConsentState } from '../consent-source.ts'
import { type CarriedConsent, carriedConsent, withCarriedConsent } from './carried-consent.ts'
import { createConsentPropagator } from './consent-propagator.ts'
import { tokenHeader } from './consent-token.ts'
import { withDestination } from './destination.ts'
import type { PresentConsent } from './present-consent.ts'
import { createRecipients } from './recipients.ts'
import { towards } from './spans-fixture.ts'
import { ada, agreed, createTokens, policy } from './tokens-fixture.ts'

const tokens = createTokens()
const recipients = createRecipients(policy)
const listed = towards('orders.acme.internal:80')
let present: PresentConsent | undefined
const presentIn = () => present

beforeEach(() => {
  vi.useFakeTimers({ now: tokens.clock.now })
  present = { subject: ada, consent: agreed, carried: undefined }
  return () => void vi.useRealTimers()
})

const propagator = createConsentPropagator({ recipients, presentIn, mint: tokens.mint, verify: tokens.verify })
const handsOn = createConsentPropagator({ recipients, presentIn, verify: tokens.verify })

function inject(context: Context, headers: Record<string, string> = {}, by = propagator): string | undefined {
  by.inject(context, headers, defaultTextMapSetter)
  return headers[tokenHeader]
}

function carry(): CarriedConsent {
  const carried = tokens.verify(tokens.mint(ada, agreed) ?? '')
  if (typeof carried === 'string') throw new Error(carried)
  return carried
}

describe('inject', () => {
  it('tells the services of the list, by HTTP and by messages', () => {
    const token = inject(listed)
    expect(tokens.verify(token ?? '')).toMatchObject({ consent: { grants: agreed.grants } })
    expect(inject(withDestination(ROOT_CONTEXT, 'kafka:orders'))).toBe(token)
  })

  it.each<[string, Context]>([
    ['strangers', towards('api.stranger.example:443')],
    ['a name that ends alike', towards('orders.acme.internal.evil:80')],
    ['another topic', withDestination(ROOT_CONTEXT, 'kafka:audit')],
    ['nobody knows whom', ROOT_CONTEXT],
  ])('does not tell %s', (_name, context) => {
    expect(inject(context)).toBeUndefined()
  })

  it.each<[string, PresentConsent | undefined]>([
    ['nobody is known', undefined],
    ['the answer is not there yet', { subject: ada, consent: undefined, carried: undefined }],
    ['the answer is stale', { subject: ada, consent: { ...agreed, validUntil: 0 }, carried: undefined }],
  ])('tells nothing while %s', (_name, now) => {
    present = now
    expect(inject(listed)).toBeUndefined()
  })

  it('tells nothing where there is no key to sign with, and nothing to hand on', () => {
    expect(inject(listed, {}, handsOn)).toBeUndefined()
  })

  it('takes away what somebody else put there, in any spelling, towards friends and strangers', () => {
    const headers: Record<string, string> = { 'Privity-Consent': 'forged', accept: '*/*' }
    inject(towards('api.stranger.example:443'), headers)
    expect(headers).toEqual({ accept: '*/*' })
    present = undefined
    expect(inject(listed, { [tokenHeader]: 'forged' })).toBeUndefined()
  })

  describe('of what came with a request', () => {
    const state = (fields: Partial<ConsentState>): ConsentState => ({ ...agreed, ...fields })

    it('hands the token on where nothing else is known, key or no key', () => {
      const carried = carry()
      present = { subject: carried.subject, consent: carried.consent, carried }
      expect([inject(listed), inject(listed, {}, handsOn)]).toEqual([carried.token, carried.token])
    })

    it('hands on nothing that has expired', () => {
      const carried = carry()
      present = { subject: carried.subject, consent: carried.consent, carried }
      vi.setSystemTime(tokens.clock.now + 60_001)
      expect(inject(listed)).toBeUndefined()
    })

    it('tells anew what this process knows better', () => {
      const carried = carry()
      present = {
        subject: carried.subject,
        consent: state({ epoch: 6, grants: { personalization: 'denied' } }),
        carried,
      }
      expect(tokens.verify(inject(listed) ?? '')).toMatchObject({
        subject: carried.subject,
        consent: { epoch: 6, grants: { personalization: 'denied' } },
      })
    })

    it('without a key hands on only what this process agrees with', () => {
      const carried = carry()
      present = { subject: carried.subject, consent: state({ epoch: 6 }), carried }
      expect(inject(listed, {}, handsOn)).toBe(carried.token)
      present = {
        subject: carried.subject,
        consent: state({ epoch: 6, grants: { personalization: 'denied' } }),
        carried,
      }
      expect(inject(listed, {}, handsOn)).toBeUndefined()
      present = {
        subject: carried.subject,
        consent: state({ epoch: 6, grants: { model_training: 'denied' } }),
        carried,
      }
      expect(inject(listed, {}, handsOn)).toBeUndefined()
    })

    it('gives no new life to the grants of a token', () => {
      const carried = carry()
      const merged = { ...carried.consent, grants: { personalization: 'granted', model_training: 'denied' } } as const
      present = { subject: carried.subject, consent: merged, carried }
      expect(inject(listed)).toBeUndefined()
    })
  })

  it('never throws', () => {
    const broken = createConsentPropagator({
      recipients,
      presentIn: () => {
        throw new Error('broken')
      },
      verify: tokens.verify,
    })
    expect(inject(listed, {}, broken)).toBeUndefined()
    expect(() =>
      propagator.inject(listed, undefined, {
        set: () => {
          throw new Error('full')
        },
      }),
    ).not.toThrow()
    expect(() => propagator.inject(listed, Object.freeze({ [tokenHeader]: 'x' }), { set() {} })).not.toThrow()
  })
})

describe('extract', () => {
  const extract = (headers: unknown, getter: TextMapGetter = defaultTextMapGetter, context = ROOT_CONTEXT) =>
    carriedConsent(propagator.extract(context, headers, getter))

  it('brings what a token says into the context, and takes the token out of the headers', () => {
    const headers = { [tokenHeader]: carry().token, accept: '*/*' }
    expect(extract(headers)).toMatchObject({ subject: { pseudonymous: true }, consent: { grants: agreed.grants } })
    expect(headers).toEqual({ accept: '*/*' })
  })

  it('brings it again where the same message is read twice, until it expires', () => {
    const headers = { [tokenHeader]: carry().token }
    expect(extract(headers)).toBeDefined()
    expect(extract(headers)).toBeDefined()
    expect(extract({ ...headers })).toBeUndefined()
    tokens.clock.now += 60_000
    expect(extract(headers)).toBeUndefined()
    tokens.clock.now -= 60_000
  })

  it.each<[string, () => string | string[]]>([
    ['nothing in it', () => ''],
    ['a text', () => 'forged'],
    ['two tokens', () => `${carry().token}, ${carry().token}`],
    ['a list of two tokens', () => [carry().token, carry().token]],
    ['a token that was cut', () => carry().token.slice(0, -1)],
    ['a hundred kilobytes', () => 'x'.repeat(100_000)],
  ])('brings nothing from a header with %s, and takes it out', (_name, value) => {
    const headers = { [tokenHeader]: value() }
    expect(extract(headers)).toBeUndefined()
    expect(headers).toEqual({})
  })

  it('leaves a context as it is that has another token', () => {
    const context = withCarriedConsent(ROOT_CONTEXT, carry())
    expect(extract({ [tokenHeader]: 'forged' }, defaultTextMapGetter, context)).toBe(carriedConsent(context))
  })

  it('reads the metadata of gRPC and the headers of fetch, and takes the token out', () => {
    const metadata = new Metadata()
    metadata.set(tokenHeader, carry().token)
    const ofMetadata = { get: (from: unknown, key: string) => (from as Metadata).get(key).map(String), keys: () => [] }
    expect(extract(metadata, ofMetadata)).toBeDefined()
    expect(metadata.getMap()).toEqual({})
    expect(extract(new Metadata(), ofMetadata)).toBeUndefined()

    const headers = new Headers({ 'Privity-Consent': carry().token })
    const ofHeaders = { get: (from: unknown, key: string) => (from as Headers).get(key) ?? undefined, keys: () => [] }
    expect(extract(headers, ofHeaders)).toBeDefined()
    expect(headers.has(tokenHeader)).toBe(false)
  })

  it('never throws, and believes a token also where it cannot be taken out', () => {
    const thrower = {
      get: () => {
        throw new Error('no')
      },
      keys: () => [],
    }
    expect(extract({}, thrower)).toBeUndefined()
    expect(extract(undefined)).toBeUndefined()
    expect(extract(Object.freeze({ [tokenHeader]: carry().token }))).toBeDefined()
  })
})

it('has one field', () => {
  expect(propagator.fields()).toEqual(['privity-consent'])
})
