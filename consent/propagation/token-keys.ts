import { createHash, createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { KeyError, type KeyIssue } from '../parse-keys.ts'

/** The keys of one process. Whoever has no signing key mints nothing, whoever has none at all believes nothing. */
export interface TokenKeys {
  readonly signing: { readonly kid: string; readonly key: KeyObject } | undefined
  /** By `kid`. */
  readonly verifying: ReadonlyMap<string, KeyObject>
}

export interface TokenKeysOptions {
  /** An Ed25519 private key: PKCS #8 in PEM, or a JWK. Its public half is trusted, too. */
  readonly signingKey?: string
  /** Ed25519 public keys as a JWK set: those of all services that mint, and during a rotation the old ones as well. */
  readonly verifyKeys?: string
}

const maxKeys = 16

/**
 * Reads the keys that consent tokens are signed and verified with. A key without `kid` is named by its thumbprint.
 *
 * @throws KeyError on the first key that cannot be used; it never quotes the key
 * @see RFC 7517 (JWK), RFC 7638 (thumbprint), RFC 8037 (Ed25519)
 * @example readTokenKeys({ signingKey: process.env.PRIVITY_CONSENT_SIGNING_KEY }).signing?.kid
 */
export function readTokenKeys({ signingKey, verifyKeys }: TokenKeysOptions): TokenKeys {
  const verifying = new Map<string, KeyObject>()
  if (verifyKeys !== undefined) {
    for (const [index, jwk] of readKeySet(verifyKeys).entries()) {
      const path = ['PRIVITY_CONSENT_VERIFY_KEYS', 'keys', index]
      if (Object.hasOwn(jwk, 'd'))
        throw issue('wrong_kind', path, 'a public key', 'a private key', 'Remove the member d, and replace the key.')
      const key = attempt(path, () => createPublicKey({ key: jwk, format: 'jwk' }))
      const kid = kidOf(jwk, key, path)
      if (verifying.has(kid))
        throw issue('duplicate_kid', path, 'another kid for each key', 'one that is taken', 'Rename one of the two.')
      verifying.set(kid, key)
    }
  }
  if (signingKey === undefined) return { signing: undefined, verifying }
  const path = ['PRIVITY_CONSENT_SIGNING_KEY']
  const jwk = signingKey.trimStart().startsWith('{') ? parseJson(signingKey, path) : undefined
  const key = attempt(path, () =>
    // many places that keep environment variables take one line only
    createPrivateKey(jwk === undefined ? signingKey.replaceAll('\\n', '\n') : { key: jwk, format: 'jwk' }),
  )
  const publicKey = createPublicKey(key)
  const kid = kidOf(jwk ?? {}, publicKey, path)
  const known = verifying.get(kid)
  if (known !== undefined && !known.equals(publicKey))
    throw issue('duplicate_kid', path, 'the key of that kid in the key set', 'another key', 'Rename one of the two.')
  verifying.set(kid, publicKey)
  return { signing: { kid, key }, verifying }
}

function readKeySet(text: string): readonly JsonWebKey[] {
  const path = ['PRIVITY_CONSENT_VERIFY_KEYS']
  const { keys } = parseJson(text, path) as { keys?: unknown }
  const objects = Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null)
  if (!objects || keys.length === 0)
    throw issue('unreadable', path, 'a JWK set with at least one key', 'none', 'Write {"keys": [...]}.')
  if (keys.length > maxKeys)
    throw issue('too_many', path, `at most ${maxKeys} keys`, `${keys.length} keys`, 'Drop the oldest ones.')
  return keys
}

function parseJson(text: string, path: KeyIssue['path']): JsonWebKey {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as JsonWebKey
  } catch {
    // the message of the error would quote the key
  }
  throw issue('unreadable', path, 'JSON', `${text.length} other characters`, keyHint)
}

function attempt(path: KeyIssue['path'], read: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = read()
  } catch {
    throw issue('unreadable', path, 'an Ed25519 key', 'something that cannot be read', keyHint)
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw issue('wrong_kind', path, 'an Ed25519 key', `a key for ${key.asymmetricKeyType ?? 'something else'}`, keyHint)
  return key
}

function kidOf({ kid }: JsonWebKey & { kid?: unknown }, publicKey: KeyObject, path: KeyIssue['path']): string {
  if (kid === undefined) {
    const { crv, kty, x } = publicKey.export({ format: 'jwk' })
    return createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url')
  }
  if (typeof kid === 'string' && /^[\w.~-]{1,128}$/u.test(kid)) return kid
  throw issue('unreadable', [...path, 'kid'], 'letters, digits and -._~', 'other characters', 'Give it another kid.')
}

const keyHint = 'Make one with: openssl genpkey -algorithm ed25519'

function issue(
  code: KeyIssue['code'],
  path: KeyIssue['path'],
  expected: string,
  received: string,
  hint: string,
): KeyError {
  return new KeyError({ code, path, expected, received, hint })
}
