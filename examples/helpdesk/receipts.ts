import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose'
import type { Ledger } from 'privity/consent/ledger'
import { createReceipt, signReceipt } from 'privity/consent/receipts'
import type { Person } from './data/people.ts'
import { policy, subjectOf } from './privacy.ts'

export interface Receipts {
  /** What the person ever said, signed, as a file; `undefined` for somebody who said nothing. */
  of(person: Person, settingsUrl: string): Promise<string | undefined>
  /** With these everybody can verify a receipt. */
  readonly publicKeys: JSONWebKeySet
}

/** @param privateKey Ed25519, as JWK in JSON; without one, a new one that is gone when the server ends */
export async function createReceipts(ledger: Ledger, privateKey: string | undefined): Promise<Receipts> {
  const key = privateKey === undefined ? await newKey() : (JSON.parse(privateKey) as JWK)
  const kid = await calculateJwkThumbprint(key)
  const { d: _secret, ...publicKey } = key
  return {
    publicKeys: { keys: [{ ...publicKey, kid, use: 'sig' }] },
    async of(person, settingsUrl) {
      const entries = await ledger.history(subjectOf(person), { limit: 1_000 })
      if (entries.length === 0) return undefined
      return signReceipt(createReceipt({ policy, entries, settingsUrl }), key, kid)
    },
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  return exportJWK(privateKey)
}
