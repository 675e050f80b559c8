import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Subject } from '../../consent/consent-source.ts'
import { KeyError, parseKeys } from '../../consent/parse-keys.ts'
import { createSubjectPseudonym } from '../../consent/subject-pseudonym.ts'

/**
 * Stand-ins for values: the same for the same value, not to be turned back without the key. They are personal data
 * still (GDPR, recital 26): call them pseudonymous, never anonymous.
 */
export interface Pseudonyms {
  /** For a value of one type (`subject`, `email`, an attribute's key), of one tenant, in one flow. `ps1_<kid>_<22 characters>` */
  pseudonym(flow: string, tenant: string | undefined, type: string, value: string): string
  /** Like `pseudonym`, and never equal to one: `hs1_<kid>_<22 characters>` */
  hash(flow: string, tenant: string | undefined, type: string, value: string): string
  /** For a person, in one flow: the same whether the process knows their id or only their name from a consent token. */
  subject(flow: string, subject: Subject): string
  /** Another trace or span id of the same length, the flow's own; never all zero. */
  id(flow: string, hexId: string): string
  /** Why the key is a random one, to be logged once. */
  readonly warning: string | undefined
}

const maxCachedKeys = 1_000
const maxCachedValues = 10_000
/** Longer values are rare, and would make the cache's size depend on them. */
const maxCachedLength = 256

/** 128 bits: no two of any realistic number of values collide. */
const pseudonymBytes = 16

/**
 * Makes pseudonyms under a key: HMAC-SHA256, with a key of its own for each kind, flow and tenant (HKDF-SHA256).
 *
 * @param options.key as in `PRIVITY_KEY`; without one, or with a bad one, a random key for this process, and a warning:
 *   pseudonyms then differ from process to process, which harms joins and nobody's privacy
 * @see RFC 2104 (HMAC), RFC 5869 (HKDF)
 * @example
 * const { pseudonym } = createPseudonyms({ key: 'a secret of at least thirty-two characters' })
 * pseudonym('company_context', 'acme', 'subject', 'u-1') === pseudonym('company_context', 'acme', 'subject', 'u-1') // true
 */
export function createPseudonyms({ key }: { readonly key?: string }): Pseudonyms {
  const { usable, warning } = usableKey(key)
  const [current] = parseKeys(usable)
  const nameOf = createSubjectPseudonym(usable)
  const derived = new Map<string, Uint8Array>()
  const made = new Map<string, string>()

  const deriveKey = (kind: string, flow: string, tenant: string | undefined): Uint8Array => {
    const info = join('privity/1', kind, flow, tenant === undefined ? 'none' : 'tenant', tenant ?? '')
    let bytes = derived.get(info)
    if (bytes === undefined) {
      bytes = new Uint8Array(hkdfSync('sha256', current.secret, '', info, 32))
      remember(derived, maxCachedKeys, info, bytes)
    }
    return bytes
  }

  const mac = (kind: string, flow: string, tenant: string | undefined, message: string): Buffer =>
    createHmac('sha256', deriveKey(kind, flow, shorten(tenant)))
      .update(message, 'utf8')
      .digest()

  const token = (prefix: string, flow: string, tenant: string | undefined, type: string, value: string): string => {
    const message = join(type, value.normalize('NFC'))
    const entry = join(prefix, flow, tenant === undefined ? 'none' : 'tenant', tenant ?? '', message)
    const known = made.get(entry)
    if (known !== undefined) return known
    const bytes = mac(prefix, flow, tenant, message).subarray(0, pseudonymBytes)
    const text = `${prefix}_${current.kid}_${bytes.toString('base64url')}`
    if (entry.length <= maxCachedLength) remember(made, maxCachedValues, entry, text)
    return text
  }

  return {
    pseudonym: (flow, tenant, type, value) => token('ps1', flow, tenant, type, value),
    hash: (flow, tenant, type, value) => token('hs1', flow, tenant, type, value),
    subject: (flow, subject) => token('ps1', flow, subject.tenant || undefined, 'subject', nameOf(subject)),
    id(flow, hexId) {
      const entry = join('id', flow, hexId)
      const known = made.get(entry)
      if (known !== undefined) return known
      const hex = mac('id', flow, undefined, hexId.toLowerCase()).toString('hex')
      if (hexId.length > hex.length) throw new RangeError(`privity: an id has at most ${hex.length} digits`)
      const other = hex.slice(0, hexId.length)
      // all zero means "no id" to OpenTelemetry
      const id = /^0*$/u.test(other) ? `${other.slice(1)}1` : other
      if (entry.length <= maxCachedLength) remember(made, maxCachedValues, entry, id)
      return id
    },
    warning,
  }
}

/** Keeps HKDF's `info` within the 1,024 bytes that OpenSSL takes, whatever a tenant is called. */
const maxTenantLength = 200

function shorten(tenant: string | undefined): string | undefined {
  if (tenant === undefined || tenant.length <= maxTenantLength) return tenant
  return createHash('sha256').update(tenant, 'utf8').digest('hex')
}

function usableKey(key: string | undefined): { readonly usable: string; readonly warning: string | undefined } {
  const random = 'pseudonyms are made under a random key, and differ from process to process'
  if (key === undefined || key === '') {
    return { usable: randomKey(), warning: `privity: PRIVITY_KEY is not set: ${random}. Set it to 32 random bytes.` }
  }
  try {
    parseKeys(key)
    return { usable: key, warning: undefined }
  } catch (error) {
    const reason = error instanceof KeyError ? error.message : 'PRIVITY_KEY cannot be read'
    return { usable: randomKey(), warning: `privity: ${reason} Until then, ${random}.` }
  }
}

function randomKey(): string {
  return randomBytes(32).toString('base64url')
}

/** No two lists of texts give the same text. */
function join(...parts: readonly string[]): string {
  let joined = ''
  for (const part of parts) joined += `${part.length}:${part}`
  return joined
}

function remember<V>(cache: Map<string, V>, limit: number, key: string, value: V): void {
  if (cache.size >= limit) cache.clear()
  cache.set(key, value)
}
