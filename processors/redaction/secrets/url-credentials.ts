import type { Entity } from '../detect.ts'

const maxSchemeLength = 20
const maxCredentialsLength = 1_024

/**
 * What stands between `//` and `@` in a URL: `postgres://app:pw@db` has `app:pw`.
 *
 * @see RFC 3986, section 3.2.1
 */
export function findUrlCredentials(text: string, found: Entity[]): void {
  for (let index = text.indexOf('://'); index !== -1; index = text.indexOf('://', index + 3)) {
    const start = index + 3
    if (!/[a-z][a-z0-9+.-]{0,19}$/iu.test(text.slice(Math.max(0, index - maxSchemeLength), index))) continue
    const end = lastAt(text, start)
    if (end === undefined || end === start) continue
    const credentials = text.slice(start, end)
    // the one name that everybody has: ssh://git@host
    if (credentials === 'git') continue
    found.push({ type: 'secret', start, end, confidence: credentials.includes(':') ? 1 : 0.8 })
  }
}

/** The last `@` before the path: passwords are often written with an unescaped one. */
function lastAt(text: string, start: number): number | undefined {
  let at: number | undefined
  for (let index = start; index < text.length && index - start < maxCredentialsLength; index++) {
    const unit = text.charAt(index)
    if (unit === '@') at = index
    else if (/[/?#\s"'<>`]/u.test(unit)) break
  }
  return at
}
