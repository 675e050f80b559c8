import type { Entity } from '../detect.ts'

const schemes =
  /(?<![A-Za-z0-9])(?:Bearer|Basic|Digest|ApiKey|Token|Negotiate|AWS4-HMAC-SHA256)[ \t]{1,4}(?=[A-Za-z0-9._~+/=-]{6})/giu
/** One of them is in every text that has a scheme; looking for them costs next to nothing. */
const hints = [
  'earer',
  'EARER',
  'asic',
  'ASIC',
  'igest',
  'IGEST',
  'piKey',
  'pikey',
  'PIKEY',
  'oken',
  'OKEN',
  'egotiate',
  'AWS4',
]
const credential = /[A-Za-z0-9._~+/=-]{6,8192}/uy

/**
 * Credentials after the name of an HTTP authentication scheme: `Bearer …`, `Basic …`.
 *
 * @see RFC 9110, section 11.4
 */
export function findAuthorization(text: string, found: Entity[]): void {
  if (!hints.some((hint) => text.includes(hint))) return
  for (const match of text.matchAll(schemes)) {
    const start = match.index + match[0].length
    credential.lastIndex = start
    const value = credential.exec(text)?.[0].replace(/(?<!\.)\.{1,3}$/u, '')
    if (value === undefined) continue
    const isBasic = /^basic/iu.test(match[0])
    if (isBasic ? isUserAndPassword(value) : isToken(value)) {
      found.push({ type: 'secret', start, end: start + value.length, confidence: 0.95 })
    }
  }
}

/** `Bearer authentication` is prose; tokens have digits, or capitals in their midst, or are long. */
function isToken(value: string): boolean {
  return (
    value.length >= 24 ||
    (value.length >= 8 && /\d/u.test(value) && /[A-Za-z]/u.test(value)) ||
    (/[a-z][A-Z].*[a-z]/u.test(value) && value.length >= 12)
  )
}

function isUserAndPassword(value: string): boolean {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/u.test(value)) return false
  const decoded = Buffer.from(value, 'base64').toString('latin1')
  return decoded.includes(':') && !/\p{Cc}/u.test(decoded)
}
