import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { parsePolicy } from '../../policy/parse-policy.ts'
import type { ConsentState, Subject } from '../consent-source.ts'
import { createSubjectPseudonym } from '../subject-pseudonym.ts'
import { createTokenMinter } from './mint-token.ts'
import { readTokenKeys, type TokenKeys } from './token-keys.ts'
import { createTokenVerifier } from './verify-token.ts'

export const key = 'the key of all the services of acme'
export const pseudonymOf = createSubjectPseudonym(key)

export const policy = parsePolicy({
  version: '7',
  flows: { personalization: { form: 'pseudonymous' } },
  propagation: { trustDomain: 'acme.internal', to: ['*.acme.internal', 'kafka:orders', 'bullmq:mail'] },
})

export const ada: Subject = { tenant: 'acme', subject: 'ada' }

export const agreed: ConsentState = {
  epoch: 5,
  grants: { personalization: 'granted', model_training: 'denied' },
  changedAt: 1_000,
  validUntil: Number.POSITIVE_INFINITY,
}

/** A key pair in all the ways that it can be written. */
export function createKeyPair(kid?: string): { jwk: string; pem: string; jwks: string; privateKey: KeyObject } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const name = kid !== undefined && { kid }
  return {
    jwk: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...name }),
    pem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    jwks: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), ...name }] }),
    privateKey,
  }
}

/** What signs and what verifies, at a time that can be moved. */
export function createTokens(keys: TokenKeys = readTokenKeys({ signingKey: createKeyPair('k1').jwk })) {
  const clock = { now: 1_800_000_000_000 }
  const now = (): number => clock.now
  if (keys.signing === undefined) throw new Error('the fixture needs a key to sign with')
  return {
    clock,
    keys,
    mint: createTokenMinter({ policy, signing: keys.signing, pseudonymOf, now }),
    verify: createTokenVerifier({ policy, keys, pseudonymOf, now }),
  }
}
