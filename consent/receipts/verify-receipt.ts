import type { JSONWebKeySet } from 'jose'
import type { ConsentReceipt } from './create-receipt.ts'
import { receiptType } from './sign-receipt.ts'

/** A receipt of a thousand entries has some hundred thousand characters. */
const maxLength = 1_048_576

export type VerifiedReceipt =
  | { readonly valid: true; readonly receipt: ConsentReceipt }
  | {
      readonly valid: false
      /**
       * - `too_long`, `not_a_receipt`: it is something else
       * - `unknown_key`: signed with a key that is not among the public ones
       * - `bad_signature`: it was changed, or somebody else signed it
       */
      readonly code: 'too_long' | 'not_a_receipt' | 'unknown_key' | 'bad_signature'
    }

/**
 * Says whether a receipt is what was signed. Needs nothing but the public keys: no ledger, no network.
 *
 * @param keys the public keys, as a JSON Web Key Set
 * @example
 * const verified = await verifyReceipt(file, { keys: [publicKey] })
 * if (verified.valid) verified.receipt['dpv:hasRecordOfActivity']
 */
export async function verifyReceipt(text: string, keys: JSONWebKeySet): Promise<VerifiedReceipt> {
  if (text.length > maxLength) return { valid: false, code: 'too_long' }
  const { compactVerify, createLocalJWKSet, errors } = await import('jose')
  try {
    const { payload, protectedHeader } = await compactVerify(text, createLocalJWKSet(keys), { algorithms: ['EdDSA'] })
    if (protectedHeader.typ !== receiptType) return { valid: false, code: 'not_a_receipt' }
    const receipt: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))
    return isReceipt(receipt) ? { valid: true, receipt } : { valid: false, code: 'not_a_receipt' }
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return { valid: false, code: 'unknown_key' }
    const isSignature = error instanceof errors.JWSSignatureVerificationFailed
    return { valid: false, code: isSignature ? 'bad_signature' : 'not_a_receipt' }
  }
}

function isReceipt(value: unknown): value is ConsentReceipt {
  if (typeof value !== 'object' || value === null) return false
  const { '@type': type, 'dpv:hasRecordOfActivity': records } = value as Partial<ConsentReceipt>
  return type === 'dpv:ConsentReceipt' && Array.isArray(records)
}
