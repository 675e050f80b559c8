import { createHmac, hkdfSync } from 'node:crypto'
import type { Subject } from './consent-source.ts'
import { parseKeys } from './parse-keys.ts'

/** The name of a person in the ledger, in consent tokens and in changes: 22 characters. */
export type SubjectPseudonym = (subject: Subject) => string

const maxCached = 10_000
/** Longer ids are rare, and would make the cache's size depend on them. */
const maxCachedLength = 256

/** 128 bits: no two of any realistic number of people collide. */
const pseudonymBytes = 16

/**
 * Names people without telling who they are: HMAC-SHA256 over tenant and subject, under a key made for nothing else
 * (HKDF-SHA256), as base64url. All processes with the same key give the same names.
 *
 * A subject that is `pseudonymous` has its name already and keeps it.
 *
 * @param key as in `PRIVITY_KEY`. Of several keys the last one counts, which is the oldest: what people said is kept
 *   under these names, so they must outlive a rotation. The pseudonyms that leave the process change with the first.
 * @throws KeyError if the key is too short, too simple or not readable
 * @example createSubjectPseudonym('a secret of at least thirty-two characters')({ tenant: 'acme', subject: 'ada' })
 */
export function createSubjectPseudonym(key: string): SubjectPseudonym {
  const secret = parseKeys(key).at(-1)?.secret ?? ''
  const macKey = new Uint8Array(hkdfSync('sha256', secret, '', 'privity/1 subject', 32))
  const made = new Map<string, string>()

  return ({ tenant = '', subject, pseudonymous }) => {
    if (pseudonymous) return subject
    const entry = `${tenant.length}:${tenant}${subject}`
    const known = made.get(entry)
    if (known !== undefined) return known
    const message = `privity.ledger\0${JSON.stringify([tenant.normalize('NFC'), subject.normalize('NFC')])}`
    const bytes = createHmac('sha256', macKey).update(message, 'utf8').digest().subarray(0, pseudonymBytes)
    const name = bytes.toString('base64url')
    if (made.size >= maxCached) made.clear()
    if (entry.length <= maxCachedLength) made.set(entry, name)
    return name
  }
}
