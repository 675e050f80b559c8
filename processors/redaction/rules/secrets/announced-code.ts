import type { AnchorRule } from '../rule.ts'
import { isAlphanumericAt } from './unit-sets.ts'

/** A code that stands before the words that tell of it: `123456 is your verification code`. */
export const announcedCode: AnchorRule = {
  kind: 'anchor',
  name: 'announced_code',
  type: 'secret',
  title: 'One-time code in a message',
  source: 'https://pages.nist.gov/800-63-3/sp800-63b.html#singlefactorOTP',
  anchors: [
    ' is your ',
    ' is the ',
    ' as your ',
    ' to verify ',
    ' ist ihr ',
    ' ist dein ',
    ' est votre ',
    ' es tu ',
    ' es su ',
  ],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.9,
  find(text, start, end) {
    const last = text.charCodeAt(start - 1)
    if (last < 48 || last > 57) return undefined
    const before = /(?:[A-Za-z]{1,3}-)?(?:\d{4,8}|\d{3}[- ]\d{3})$/u.exec(text.slice(Math.max(0, start - 12), start))
    if (before === null || !announces.test(text.slice(end, end + 48))) return undefined
    const from = start - before[0].length
    return isAlphanumericAt(text, from - 1) ? undefined : { start: from, end: start }
  },
}

const announces =
  /^[^\n]{0,30}(?:(?:verification|confirmation|security|login|log-in|sign-in|access|authenti[a-z]{1,8}|one-time|single-use|2fa|mfa|anmelde|best[aä]tigungs|sicherheits)[- ]?(?:code|pass|pin)|passcode|\botp\b|\btan\b|einmalpasswort|code de v[eé]rification|c[oó]digo de (?:verifica|seguridad|seguran)|codice di verifica)/iu
