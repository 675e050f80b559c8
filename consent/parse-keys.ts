import { createHash } from 'node:crypto'

/** One key that pseudonyms are derived from. */
export interface PseudonymKey {
  /** Stands in each pseudonym, so that it shows under which key it was made. Letters and digits, at most 16. */
  readonly kid: string
  readonly secret: Uint8Array
}

export interface KeyIssue {
  readonly code:
    | 'empty'
    | 'too_short'
    | 'too_simple'
    | 'not_decodable'
    | 'duplicate_kid'
    | 'too_many'
    | 'unreadable'
    | 'wrong_kind'
  readonly path: readonly (string | number)[]
  readonly expected: string
  /** Never the key itself. */
  readonly received: string
  readonly hint: string
}

/** A key that cannot be used. A class, because the language's way to tell one error from another is `instanceof`. */
export class KeyError extends Error {
  override readonly name = 'KeyError'
  readonly issue: KeyIssue

  constructor(issue: KeyIssue) {
    const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')
    super(`${place.slice(1)}: ${issue.code}: expected ${issue.expected}, received ${issue.received}. ${issue.hint}`)
    this.issue = issue
  }
}

/** SHA-256 gives no more than this many bytes of security, and less would be easier to guess than the values. */
const minBytes = 32
const maxKeys = 8
/** Random bytes have more; `aaaa…` and `1234…` have fewer. */
const minDistinct = 8

const hint = 'Make one with: openssl rand -base64 32'

/**
 * Reads the value of `PRIVITY_KEY`: one or more keys, newest first, with commas between them. Each is `kid:key` with
 * the key in hexadecimal or base64, or only the key, in any text; its kid is then derived from it.
 *
 * @throws KeyError on the first key that is too short, too simple or not readable; it never quotes the key
 * @example parseKeys('k2:base64-of-32-bytes,k1:hex-of-32-bytes')
 */
export function parseKeys(text: string): readonly [PseudonymKey, ...PseudonymKey[]] {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length > maxKeys) {
    throw issue('too_many', [], `at most ${maxKeys} keys`, `${parts.length} keys`, 'Drop the oldest ones.')
  }
  const [first, ...others] = parts
  const keys: [PseudonymKey, ...PseudonymKey[]] = [parseKey(first ?? '', 0)]
  for (const [index, part] of others.entries()) {
    const key = parseKey(part, index + 1)
    if (keys.some(({ kid }) => kid === key.kid)) {
      throw issue(
        'duplicate_kid',
        [index + 1],
        'another name for each key',
        'one that is taken',
        'Rename one of the two.',
      )
    }
    keys.push(key)
  }
  return keys
}

function parseKey(text: string, index: number): PseudonymKey {
  if (text === '') throw issue('empty', [index], `a key of at least ${minBytes} bytes`, 'nothing', hint)
  const named = /^([A-Za-z0-9]{1,16}):(.*)$/su.exec(text)
  const body = named?.[2] ?? text
  const decoded = decode(body)
  if (named !== null && decoded === undefined) {
    throw issue(
      'not_decodable',
      [index],
      'hexadecimal or base64 after the name',
      `${body.length} other characters`,
      hint,
    )
  }
  // a bare hexadecimal key is its bytes, for as text it would pass for twice as long; any other is taken as it is written
  const secret = named === null && !isHex(body) ? Buffer.from(body, 'utf8') : (decoded ?? Buffer.from(body, 'utf8'))
  if (secret.length < minBytes) {
    throw issue('too_short', [index], `at least ${minBytes} bytes`, `${secret.length} bytes`, hint)
  }
  if (new Set(secret).size < minDistinct) {
    throw issue('too_simple', [index], 'a random key', `${new Set(secret).size} different bytes`, hint)
  }
  return { kid: named?.[1] ?? deriveKid(secret), secret }
}

function decode(text: string): Buffer | undefined {
  if (isHex(text)) return Buffer.from(text, 'hex')
  return /^[A-Za-z0-9+/_-]+={0,2}$/u.test(text) ? Buffer.from(text, 'base64') : undefined
}

function isHex(text: string): boolean {
  return text.length % 2 === 0 && /^[0-9a-fA-F]+$/u.test(text)
}

/** 40 bits tell keys apart and tell nothing about them. */
function deriveKid(secret: Uint8Array): string {
  return createHash('sha256').update('privity/kid\0').update(secret).digest('hex').slice(0, 10)
}

function issue(
  code: KeyIssue['code'],
  path: readonly number[],
  expected: string,
  received: string,
  hint: string,
): KeyError {
  return new KeyError({ code, path: ['PRIVITY_KEY', ...path], expected, received, hint })
}
