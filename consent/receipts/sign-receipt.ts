import type { CryptoKey, JWK } from 'jose'
import type { ConsentReceipt } from './create-receipt.ts'

/** What no other signed text of ours has: none can pass for a receipt. */
export const receiptType = 'privity-consent-receipt+jws'

/**
 * Signs a receipt with Ed25519: a compact JWS, which a person can keep as a file and anybody can verify with the public key.
 *
 * @param key a private key, as JWK or as `CryptoKey`
 * @param kid its name in the public key set
 * @see RFC 7515 (JWS), RFC 8037 (EdDSA in JOSE)
 * @example const file = await signReceipt(createReceipt({ policy, entries, settingsUrl }), privateKey, '2026-11')
 */
export async function signReceipt(receipt: ConsentReceipt, key: CryptoKey | JWK, kid: string): Promise<string> {
  const { CompactSign, importJWK } = await import('jose')
  const signingKey = 'kty' in key ? await importJWK(key as JWK, 'EdDSA') : (key as CryptoKey)
  return new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: 'EdDSA', typ: receiptType, cty: 'application/ld+json', kid })
    .sign(signingKey)
}
