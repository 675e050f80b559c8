import { entityTypes } from '../policy/entities.ts'
import type { DataClass, Policy } from '../policy/policy.ts'
import type { Way } from './ways.ts'

/**
 * By entity type: what the Collector looks for in values, in RE2 syntax, which is linear in time whatever the length; a
 * count such as `{1,64}` would only make the compiled pattern 64 times as big. A second net: without checksums, without the
 * words around, so coarser than the detectors of `processors/redaction`. `person` has none; of `national_id` only what
 * is written with separators.
 */
export const valuePatterns: Readonly<Record<string, readonly string[]>> = {
  secret: [
    '-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]|-[^-])*(?:-----END [A-Z ]*PRIVATE KEY-----)?',
    '\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?',
    '\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b',
    '\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,}|glpat-[A-Za-z0-9_-]{20,})',
    '\\bxox[abeoprs]-[A-Za-z0-9-]{10,}',
    '\\b(?:sk|pk|rk)[-_](?:live_|test_|proj-|ant-)?[A-Za-z0-9_-]{20,}',
    '\\bAIza[A-Za-z0-9_-]{35}',
    '(?i)\\b(?:bearer|basic)\\s+[A-Za-z0-9._~+/=-]{8,}',
    // userinfo in a URL
    '//[^\\s/?#@]+@',
    '(?i)\\b(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key)\\\\?["\']?\\s*[:=]\\s*\\\\?["\']?[^\\s"\'\\\\&,;}]+',
  ],
  email: ["[\\pL\\pN._%+'-]+(?:@|%40)[\\pL\\pN.-]+\\.\\pL{2,}"],
  credit_card: [
    '\\b(?:4[0-9]{3}|5[1-5][0-9]{2}|2[2-7][0-9]{2}|6(?:011|5[0-9]{2}|4[4-9][0-9])|35[0-9]{2})(?:[ -]?[0-9]{4}){3}\\b',
    '\\b3[47][0-9]{2}[ -]?[0-9]{6}[ -]?[0-9]{5}\\b',
  ],
  iban: ['\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b'],
  phone: ['\\+[0-9]{1,3}(?:[ ./()-]{0,3}[0-9]){7,12}\\b'],
  national_id: ['\\b[0-9]{3}-[0-9]{2}-[0-9]{4}\\b'],
  ip: [
    // a last part of 0 is the network of an address, as generalisation gives it
    '\\b(?:[0-9]{1,3}\\.){3}[1-9][0-9]{0,2}\\b',
    '(?i)\\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){7}\\b',
    '(?i)\\b[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}\\b',
  ],
  mac: ['\\b[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}\\b'],
  url_query: ['[?&][\\pL\\pN_.%\\[\\]-]+=[^\\s&#"\']*'],
}

/** What is looked for on one way, the policy's own entities last. */
export function blockedValues(policy: Policy, way: Way): string[] {
  const actions: Readonly<Record<string, string>> = policy.redaction.actions
  const classes = new Map<string, DataClass>(entityTypes.map((entity) => [entity.type, entity.class]))
  const blocked = policy.redaction.entities.filter((type) => {
    const dataClass = classes.get(type)
    // only raw flows leave entities as they are, and only those of a class that they accept
    const stays = way.form === 'raw' && dataClass !== undefined && way.accepts.includes(dataClass)
    return !stays || Object.hasOwn(actions, type)
  })
  return [
    ...blocked.flatMap((type) => valuePatterns[type] ?? []),
    ...policy.redaction.custom.map(({ pattern }) => pattern),
  ]
}
