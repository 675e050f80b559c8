import type { FieldRule } from '../rule.ts'
import { isRandom } from './is-random.ts'
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
