import { sign } from 'node:crypto'
import fc from 'fast-check'
import { importJWK, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { maxTokenLength } from './consent-token.ts'
import { readTokenKeys } from './token-keys.ts'
import { ada, agreed, createKeyPair, createTokens, policy, pseudonymOf } from './tokens-fixture.ts'
import { createTokenVerifier } from './verify-token.ts'

const pair = createKeyPair('k1')
const seconds = 1_800_000_000

function tokens() {
  return createTokens(readTokenKeys({ signingKey: pair.jwk }))
}

function mintFor(subject = ada, consent = agreed): string {
  return tokens().mint(subject, consent) ?? ''
}

/** A token of any kind, signed with the right key. */
function signed(header: object, claims: object): string {
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${sign(null, Buffer.from(text), pair.privateKey).toString('base64url')}`
}

const header = { alg: 'EdDSA', typ: 'privity-consent+jwt', kid: 'k1' }
const claims = {
  iss: 'acme.internal',
  aud: 'acme.internal',
  iat: seconds,
  exp: seconds + 60,
  txn: 't-1',
  tenant: 'acme',
  sub: pseudonymOf(ada),
  granted: ['personalization'],
  denied: ['model_training'],
  policy_version: '7',
  epoch: 5,
  changed_at: 1_000,
}

describe('a consent token', () => {
  it('tells who it is about and what they said, and no id of theirs', () => {
    const text = mintFor()
    expect(tokens().verify(text)).toMatchObject({
      subject: { tenant: 'acme', subject: pseudonymOf(ada), pseudonymous: true },
      consent: { epoch: 5, grants: agreed.grants, changedAt: 1_000, validUntil: (seconds + 60) * 1e3 },
      token: text,
    })
    expect(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()).not.toContain('ada')
    expect(text.length).toBeLessThan(700)
  })

  it('knows the person again by the id of the application', () => {
    const carried = tokens().verify(mintFor())
    if (typeof carried === 'string') throw new Error(carried)
    expect(carried.isAbout({ ...ada, session: 's' })).toBe(true)
    expect(carried.isAbout(carried.subject)).toBe(true)
    expect(carried.isAbout({ ...ada, subject: 'bob' })).toBe(false)
    expect(carried.isAbout({ subject: 'ada' })).toBe(false)
    expect(carried.isAbout({ ...carried.subject, tenant: 'other' })).toBe(false)
  })

  it('has no tenant for applications without', () => {
    expect(tokens().verify(mintFor({ tenant: '', subject: 'ada' }))).toMatchObject({
      subject: { subject: pseudonymOf({ subject: 'ada' }), pseudonymous: true },
    })
  })

  it('is read by jose', async () => {
    const { payload, protectedHeader } = await jwtVerify(
      mintFor(),
      await importJWK(JSON.parse(pair.jwks).keys[0], 'EdDSA'),
      {
        algorithms: ['EdDSA'],
        audience: 'acme.internal',
        issuer: 'acme.internal',
        typ: 'privity-consent+jwt',
        maxTokenAge: 300,
        currentDate: new Date(seconds * 1e3),
      },
    )
    expect(protectedHeader).toEqual(header)
    expect(payload).toEqual({ ...claims, txn: expect.stringMatching(/^[\da-f-]{36}$/u) })
  })

  it('may come from jose', async () => {
    const text = await new SignJWT(claims as unknown as JWTPayload)
      .setProtectedHeader({ typ: header.typ, kid: 'k1', alg: 'EdDSA' })
      .sign(await importJWK(JSON.parse(pair.jwk), 'EdDSA'))
    expect(tokens().verify(text)).toMatchObject({ consent: { grants: agreed.grants } })
  })

  it('is refused with any single character changed, missing or added', () => {
    const { verify } = tokens()
    const text = mintFor()
    const characters = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\0é')
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        characters,
        fc.constantFrom('replace', 'insert', 'remove'),
        (at, other, how) => {
          const end = text.slice(how === 'insert' ? at : at + 1)
          const mutant = text.slice(0, at) + (how === 'remove' ? '' : other) + end
          fc.pre(mutant !== text)
          expect(typeof verify(mutant)).toBe('string')
        },
      ),
      { numRuns: 3_000 },
    )
    // the last character has bits that no byte comes from: the only place where two texts could mean the same
    const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
      (c) => c !== text.at(-1),
    )
    for (const other of others) expect(verify(text.slice(0, -1) + other)).toMatch(/malformed|bad_signature/u)
    expect(verify(text)).toMatchObject({ token: text })
  })

  it.each<[string, string, string]>([
    ['nothing', '', 'malformed'],
    ['no token', 'hello', 'malformed'],
    ['two tokens with a comma', `${signed(header, claims)}, ${signed(header, claims)}`, 'malformed'],
    [
      'alg none',
      `${Buffer.from('{"alg":"none","typ":"privity-consent+jwt","kid":"k1"}').toString('base64url')}.e30.AA`,
      'wrong_header',
    ],
    ['another algorithm', signed({ ...header, alg: 'HS256' }, claims), 'wrong_header'],
    ['another type', signed({ ...header, typ: 'JWT' }, claims), 'wrong_header'],
    ['no kid', signed({ alg: 'EdDSA', typ: header.typ }, claims), 'wrong_header'],
    ['a critical header', signed({ ...header, crit: ['exp'], exp: 1 }, claims), 'wrong_header'],
    ['a key of its own', signed({ ...header, jwk: JSON.parse(pair.jwks).keys[0] }, claims), 'wrong_header'],
    ['an unknown kid', signed({ ...header, kid: 'k2' }, claims), 'unknown_key'],
    ['a kid that objects inherit', signed({ ...header, kid: 'constructor' }, claims), 'unknown_key'],
    ['another audience', signed(header, { ...claims, aud: 'evil.example' }), 'wrong_audience'],
    ['several audiences', signed(header, { ...claims, aud: ['acme.internal', 'x'] }), 'malformed'],
    ['another issuer', signed(header, { ...claims, iss: 'evil.example' }), 'wrong_audience'],
    ['six minutes', signed(header, { ...claims, exp: seconds + 301 }), 'bad_lifetime'],
    ['an end before its beginning', signed(header, { ...claims, iat: seconds + 3, exp: seconds + 2 }), 'bad_lifetime'],
    ['a beginning in the future', signed(header, { ...claims, iat: seconds + 6, exp: seconds + 20 }), 'bad_lifetime'],
    ['an end now', signed(header, { ...claims, iat: seconds - 60, exp: seconds }), 'expired'],
    ['no end', signed(header, { ...claims, exp: undefined }), 'malformed'],
    ['an end that is text', signed(header, { ...claims, exp: '1900000000' }), 'malformed'],
    ['no subject', signed(header, { ...claims, sub: undefined }), 'malformed'],
    ['a subject in clear', signed(header, { ...claims, sub: 'ada' }), 'malformed'],
    ['grants that are no list', signed(header, { ...claims, granted: 'personalization' }), 'malformed'],
    ['a list for its claims', signed(header, [claims]), 'malformed'],
    ['more than 4 KiB', signed(header, { ...claims, txn: 'x'.repeat(maxTokenLength) }), 'too_long'],
  ])('is refused with %s', (_name, text, reason) => {
    expect(tokens().verify(text)).toBe(reason)
  })

  it.each([
    ['five minutes', { exp: seconds + 300 }],
    ['a clock that is five seconds ahead', { iat: seconds + 5, exp: seconds + 20 }],
    ['a claim that nobody knows', { region: 'eu' }],
  ])('is taken with %s', (_name, fields) => {
    expect(typeof tokens().verify(signed(header, { ...claims, ...fields }))).toBe('object')
  })

  it('brings denials only where the policy is another version', () => {
    const carried = tokens().verify(signed(header, { ...claims, policy_version: '6' }))
    expect(carried).toMatchObject({ consent: { grants: { model_training: 'denied' } } })
    expect(carried).not.toMatchObject({ consent: { grants: { personalization: 'granted' } } })
  })

  it('that grants and denies the same denies', () => {
    const carried = tokens().verify(signed(header, { ...claims, denied: ['personalization'] }))
    expect(carried).toMatchObject({ consent: { grants: { personalization: 'denied' } } })
  })

  it('of another key with the same kid is forged', () => {
    const forged = createTokens(readTokenKeys({ signingKey: createKeyPair('k1').jwk })).mint(ada, agreed)
    expect(tokens().verify(forged ?? '')).toBe('bad_signature')
  })

  it('outlives a rotation where the old key is still in the set', () => {
    const keys = readTokenKeys({ signingKey: createKeyPair('k2').jwk, verifyKeys: pair.jwks })
    const verify = createTokenVerifier({ policy, keys, pseudonymOf, now: () => seconds * 1e3 })
    expect(typeof verify(mintFor())).toBe('object')
  })

  it('expires, also where it was believed before', () => {
    const { verify, clock } = tokens()
    const text = mintFor()
    const first = verify(text)
    clock.now += 59_999
    expect(verify(text)).toBe(first)
    clock.now += 1
    expect(verify(text)).toBe('expired')
    expect(verify(text)).toBe('expired')
  })
})

describe('createTokenMinter', () => {
  it('gives the same token for half of its life, as long as the person says the same', () => {
    const { mint, clock } = tokens()
    const first = mint(ada, agreed)
    clock.now += 29_999
    expect(mint(ada, agreed)).toBe(first)
    expect(mint(ada, { ...agreed })).toBe(first)
    clock.now += 1
    expect(mint(ada, agreed)).not.toBe(first)
  })

  it('gives another token to another person, of another tenant, and after every change', () => {
    const { mint } = tokens()
    const texts = [
      mint(ada, agreed),
      mint({ ...ada, subject: 'bob' }, agreed),
      mint({ ...ada, tenant: 'other' }, agreed),
      mint(ada, { ...agreed, epoch: 6 }),
      // a grant that got too old changes no epoch
      mint(ada, { ...agreed, epoch: 6, grants: { model_training: 'denied' } }),
    ]
    expect(new Set(texts).size).toBe(5)
  })

  it('mints nothing from a stale answer, nor from one that says NaN', () => {
    const { mint, clock } = tokens()
    expect(mint(ada, { ...agreed, validUntil: clock.now - 1 })).toBeUndefined()
    expect(mint(ada, { ...agreed, validUntil: Number.NaN })).toBeUndefined()
    expect(mint(ada, { ...agreed, validUntil: clock.now })).toBeDefined()
  })

  it('hands no old token out once the answer is stale', () => {
    const { mint, clock } = tokens()
    const state = { ...agreed, validUntil: clock.now + 5_000 }
    expect(mint(ada, state)).toBeDefined()
    clock.now += 5_001
    expect(mint(ada, state)).toBeUndefined()
  })

  it('tells of no purpose that the policy does not have', () => {
    const text = mintFor(ada, {
      ...agreed,
      grants: { own: 'granted', 'personalization@mailer': 'granted', toString: 'granted' } as const,
    })
    expect(tokens().verify(text)).toMatchObject({ consent: { grants: { 'personalization@mailer': 'granted' } } })
    expect(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()).not.toMatch(/own|toString/u)
  })

  it('mints nothing that would be too long to be read', () => {
    const grants = Object.fromEntries(
      Array.from({ length: 200 }, (_, i) => [`personalization@r${i}`, 'granted' as const]),
    )
    expect(tokens().mint(ada, { ...agreed, grants })).toBeUndefined()
  })

  it('keeps giving right tokens to more people than it remembers', () => {
    const { mint, verify } = tokens()
    const first = mint(ada, agreed)
    for (let index = 0; index < 10_001; index++) mint({ subject: `u-${index}` }, agreed)
    const again = mint(ada, agreed)
    expect(again).not.toBe(first)
    expect(verify(again ?? '')).toMatchObject({ subject: { subject: pseudonymOf(ada) } })
  })
})
