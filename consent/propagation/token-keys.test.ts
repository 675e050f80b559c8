import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import { KeyError } from '../parse-keys.ts'
import { readTokenKeys } from './token-keys.ts'
import { createKeyPair } from './tokens-fixture.ts'

describe('readTokenKeys', () => {
  const { jwk, pem, jwks } = createKeyPair()

  it('reads the same key as JWK, as PEM, and as PEM on one line', () => {
    const kids = [jwk, pem, pem.replaceAll('\n', '\\n')].map((signingKey) => readTokenKeys({ signingKey }).signing?.kid)
    expect(new Set(kids).size).toBe(1)
  })

  it('names a key without kid by its thumbprint, as everybody does', async () => {
    const { kty, crv, x } = JSON.parse(jwk)
    const thumbprint = await calculateJwkThumbprint({ kty, crv, x })
    expect(readTokenKeys({ signingKey: pem }).signing?.kid).toBe(thumbprint)
    expect([...readTokenKeys({ verifyKeys: jwks }).verifying.keys()]).toEqual([thumbprint])
  })

  it('trusts its own key, too, and the old ones beside it', () => {
    const old = createKeyPair('old')
    const { verifying } = readTokenKeys({ signingKey: createKeyPair('new').jwk, verifyKeys: old.jwks })
    expect([...verifying.keys()].sort()).toEqual(['new', 'old'])
  })

  it('has nothing without keys', () => {
    expect(readTokenKeys({})).toEqual({ signing: undefined, verifying: new Map() })
  })

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const x25519 = generateKeyPairSync('x25519')
  it.each<[string, { signingKey?: string; verifyKeys?: string }, string]>([
    ['no key at all', { signingKey: 'hunter2' }, 'unreadable'],
    ['JSON that is no key', { signingKey: '{"secret":"hunter2"}' }, 'unreadable'],
    ['half of JSON', { signingKey: '{"d":"hunter2"' }, 'unreadable'],
    ['a key for RSA', { signingKey: rsa.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() }, 'wrong_kind'],
    [
      'a key to agree on keys',
      { signingKey: JSON.stringify(x25519.privateKey.export({ format: 'jwk' })) },
      'wrong_kind',
    ],
    ['a public key to sign with', { signingKey: JSON.stringify(JSON.parse(jwks).keys[0]) }, 'unreadable'],
    ['a key that is no set', { verifyKeys: JSON.stringify(JSON.parse(jwks).keys[0]) }, 'unreadable'],
    ['an empty set', { verifyKeys: '{"keys":[]}' }, 'unreadable'],
    ['a private key in the set', { verifyKeys: `{"keys":[${jwk}]}` }, 'wrong_kind'],
    ['a shared secret in the set', { verifyKeys: '{"keys":[{"kty":"oct","k":"aHVudGVyMg"}]}' }, 'unreadable'],
    [
      'the same kid twice',
      {
        verifyKeys: JSON.stringify({
          keys: [createKeyPair('a'), createKeyPair('a')].flatMap((k) => JSON.parse(k.jwks).keys),
        }),
      },
      'duplicate_kid',
    ],
    [
      'its own kid for another key',
      { signingKey: createKeyPair('a').jwk, verifyKeys: createKeyPair('a').jwks },
      'duplicate_kid',
    ],
    ['a kid with a line break', { signingKey: createKeyPair('a\nb').jwk }, 'unreadable'],
    ['17 keys', { verifyKeys: JSON.stringify({ keys: Array(17).fill(JSON.parse(jwks).keys[0]) }) }, 'too_many'],
  ])('refuses %s, and does not quote it', (_name, options, code) => {
    let error: unknown
    try {
      readTokenKeys(options)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(KeyError)
    expect((error as KeyError).issue).toMatchObject({ code, hint: /./, expected: /./, received: /./ })
    const { d, x } = JSON.parse(jwk)
    for (const secret of ['hunter2', d, x]) expect((error as KeyError).message).not.toContain(secret)
  })
})
