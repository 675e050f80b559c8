import type { AnchorRule } from '../rule.ts'

/** Hashes of passwords as `crypt(3)`, Argon2, Django and LDAP write them: what they were made of can be guessed. */
export const passwordHash: AnchorRule = {
  kind: 'anchor',
  name: 'password_hash',
  type: 'secret',
  title: 'Hash of a password',
  source: 'https://man7.org/linux/man-pages/man5/crypt.5.html; https://github.com/P-H-C/phc-string-format',
  anchors: [
    '$2a$',
    '$2b$',
    '$2x$',
    '$2y$',
    '$1$',
    '$5$',
    '$6$',
    '$7$',
    '$y$',
    '$apr1$',
    '$argon2i$',
    '$argon2d$',
    '$argon2id$',
    '$scrypt$',
    'pbkdf2_sha1$',
    'pbkdf2_sha256$',
    'bcrypt_sha256$',
    '{SSHA}',
    '{SSHA256}',
    '{SSHA512}',
  ],
  caseSensitive: true,
  atWordStart: false,
  confidence: 1,
  find(text, start, end) {
    hash.lastIndex = end
    if (!hash.test(text) || hash.lastIndex - end < shortest) return undefined
    return { start, end: hash.lastIndex }
  },
}

/** Parameters, salt and hash, with `$` between. */
const hash = /(?:[A-Za-z0-9./+=,_-]{1,128}\$){0,5}[A-Za-z0-9./+=]{20,128}(?![A-Za-z0-9])/uy
const shortest = 28
