import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canaries } from './canaries.ts'
import { canaryKinds } from './canary-makers.ts'

describe('canaries', () => {
  it('are the same for the same seed, and all different', () => {
    const secrets = (seed: number) =>
      canaryKinds.flatMap((kind) =>
        ['name', 'attribute', 'body'].map((carrier) => canaries(seed).secret(carrier, kind)),
      )
    expect(secrets(1)).toEqual(secrets(1))
    expect(new Set([...secrets(1), ...secrets(2)]).size).toBe(2 * secrets(1).length)
  })

  it('look like what they stand for', () => {
    const planted = canaries(1)
    expect(planted.secret('x', 'email')).toMatch(/^[a-z]+\.[a-z]+@[a-z]+\.example\.com$/u)
    expect(planted.secret('x', 'phone')).toMatch(/^\+49 171 \d{3} \d{5}$/u)
    expect(planted.secret('x', 'card')).toMatch(/^4\d{3} \d{4} \d{4} \d{4}$/u)
    expect(planted.secret('x', 'iban')).toMatch(/^DE\d{20}$/u)
    expect(planted.secret('x', 'api_key')).toMatch(/^ghp_[A-Za-z0-9]{36}$/u)
    expect(planted.secret('x', 'person')).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/u)
  })

  const encoders: Record<string, (secret: string) => string | Buffer> = {
    plain: (secret) => secret,
    'upper case': (secret) => secret.toUpperCase(),
    percent: encodeURIComponent,
    form: (secret) => new URLSearchParams({ q: secret }).toString(),
    json: (secret) => JSON.stringify({ secret }),
    base64: (secret) => Buffer.from(secret).toString('base64'),
    'base64, second place': (secret) => Buffer.from(`x${secret}yz`).toString('base64'),
    'base64, third place': (secret) => Buffer.from(`xx${secret}y`).toString('base64url'),
    'base64 of lower case': (secret) => Buffer.from(secret.toLowerCase()).toString('base64'),
    'base64 of upper case': (secret) => Buffer.from(` ${secret.toUpperCase()}`).toString('base64'),
    hex: (secret) => Buffer.from(secret).toString('hex'),
    'upper-case hex': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
    'percent twice': (secret) => encodeURIComponent(encodeURIComponent(secret)),
    'percent throughout': (secret) => Buffer.from(secret).toString('hex').replaceAll(/../gu, '%$&'),
    'html entities': (secret) => Array.from(secret, (letter) => `&#${letter.codePointAt(0)};`).join(''),
    'unicode escapes': (secret) =>
      Array.from(secret, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
    'utf-16': (secret) => Buffer.from(secret, 'utf16le'),
    'utf-16, big end first': (secret) => Buffer.from(secret, 'utf16le').swap16(),
    reversed: (secret) => [...secret].reverse().join(''),
  }

  it.each(Object.keys(encoders))('are found as %s, anywhere', (encoding) => {
    const planted = canaries(7)
    fc.assert(
      fc.property(
        fc.constantFrom(...canaryKinds),
        fc.uint8Array({ maxLength: 50 }),
        fc.uint8Array({ maxLength: 50 }),
        (kind, before, after) => {
          const secret = planted.secret('here', kind)
          const encoded = encoders[encoding]?.(secret) ?? ''
          const leaks = planted.leaks(Buffer.concat([before, Buffer.from(encoded), after]))
          expect(leaks.some((leak) => leak.carrier === 'here' && leak.kind === kind)).toBe(true)
        },
      ),
    )
  })

  it.each([
    ['phone', (secret: string) => secret.replaceAll(' ', '')],
    ['phone', (secret: string) => secret.replace('+49 ', '0').replaceAll(' ', '/')],
    ['phone', (secret: string) => secret.replace('+49 171', '(+49) 171').replaceAll(' ', '.')],
    ['phone', (secret: string) => secret.replaceAll(' ', '\u00a0')],
    ['phone', (secret: string) => Buffer.from(secret.replaceAll(' ', '')).toString('base64')],
    ['iban', (secret: string) => secret.replaceAll(/.{4}/gu, '$& ')],
    ['iban', (secret: string) => secret.toLowerCase().replaceAll(/.{4}/gu, '$&-')],
    ['card', (secret: string) => encodeURIComponent(secret.replaceAll(' ', ''))],
    ['card', (secret: string) => secret.replaceAll(' ', '').replace(/(.{6})/u, '$1 ')],
    ['card', (secret: string) => secret.replaceAll(' ', '-')],
    ['person', (secret: string) => secret.split(' ')[1] ?? ''],
    ['email', (secret: string) => secret.split('@')[1]?.split('.')[0] ?? ''],
  ] as const)('are found when a %s is written otherwise', (kind, rewrite) => {
    const planted = canaries(3)
    expect(planted.leaks(`… ${rewrite(planted.secret('here', kind))} …`)).not.toHaveLength(0)
  })

  it('are not found where there are none', () => {
    const planted = canaries(1)
    for (const kind of canaryKinds) planted.secret('here', kind)
    fc.assert(fc.property(fc.string(), (text) => planted.leaks(text).length === 0))
    expect(planted.leaks(canaryKinds.map((kind) => canaries(2).secret('here', kind)).join(' '))).toEqual([])
  })
})
