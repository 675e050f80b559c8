import type { FieldRule } from '../rule.ts'
import { readSecretValue } from './secret-value.ts'

/** Keys and signatures whose names are said of other things, too: only what looks as if drawn at random. */
export const keyField: FieldRule = {
  kind: 'field',
  name: 'key_field',
  type: 'secret',
  title: 'Random value of a field that holds a key or a signature',
  source:
    'https://csrc.nist.gov/glossary/term/entropy; https://learn.microsoft.com/en-us/azure/storage/common/storage-sas-overview',
  names: [
    'sig',
    'signature',
    'hmac',
    'shared access signature',
    'app key',
    'application key',
    'client key',
    'consumer key',
    'developer key',
    'host key',
    'function key',
    'license key',
    'licence key',
    'master key',
    'session key',
    'subscription key',
    'write key',
    'webhook url',
    'private key id',
    'key material',
    'preshared key',
    'auth',
    'authtoken',
    'session token',
    'security token',
    'auth data',
    'credentials',
  ],
  confidence: 0.85,
  read(text, value) {
    const span = readSecretValue(text, value)
    return span !== undefined && isRandom(text.slice(span.start, span.end)) ? span : undefined
  },
}

const shortest = 16

/** Of units of keys, with digits and letters, and with few that repeat. */
function isRandom(value: string): boolean {
  if (value.length < shortest || !/^[\w+/=.~%:-]{16,2048}$/u.test(value)) return false
  if (!/\d/u.test(value) || !/[A-Za-z]/u.test(value)) return false
  return entropyOf(value) >= minEntropy
}

/** Half-random: 16 hexadecimal digits have about 3.1 bits each, words and paths with their repeated letters less for their length. */
const minEntropy = 3

/** In bits for each unit. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>()
  for (const unit of value) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  let entropy = 0
  for (const count of counts.values()) {
    const share = count / value.length
    entropy -= share * Math.log2(share)
  }
  return entropy
}
