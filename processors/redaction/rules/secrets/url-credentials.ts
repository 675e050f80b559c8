import type { AnchorRule } from '../rule.ts'

const maxLength = 1_024

/** What stands between `//` and `@` in a URL: `postgres://app:pw@db` has `app:pw`. */
export const urlCredentials: AnchorRule = {
  kind: 'anchor',
  name: 'url_credentials',
  type: 'secret',
  title: 'User and password in a URL',
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
  anchors: ['://'],
  caseSensitive: true,
  atWordStart: false,
  confidence: 1,
  find(text, start, end) {
    if (!isLetterAt(text, start - 1) && !isDigitAt(text, start - 1)) return undefined
    const at = lastAt(text, end)
    if (at === undefined || at === end) return undefined
    const credentials = text.slice(end, at)
    if (isPlaceholder(credentials)) return undefined
    const colon = credentials.indexOf(':')
    if (colon !== -1) return colon === credentials.length - 1 ? undefined : { start: end, end: at }
    return isTokenAlone(schemeBefore(text, start), credentials, text.slice(at + 1, at + 81))
      ? { start: end, end: at }
      : undefined
  },
}

/** The last `@` before the path: passwords are often written with an unescaped one. */
function lastAt(text: string, start: number): number | undefined {
  const limit = Math.min(text.length, start + maxLength)
  let at: number | undefined
  for (let index = start; index < limit; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 64) at = index
    // / ? # " ' < > ` and white space
    else if (unit <= 32 || unit === 47 || unit === 63 || unit === 35 || unit === 34 || unit === 39) break
    else if (unit === 60 || unit === 62 || unit === 96) break
  }
  return at
}

/** One without password: a token where the web is asked, as with Git; else a name, as in `ssh://git@host`. */
function isTokenAlone(scheme: string, user: string, host: string): boolean {
  // what browsers are given to send errors with: https://docs.sentry.io/concepts/key-terms/dsn-explainer/
  if (/^[0-9a-f]{32}$/u.test(user) && /^[a-z0-9.:-]{1,60}\/\d{1,20}(?!\w)/iu.test(host)) return false
  if (/^(?:https?|git\+https?|ftps?)$/iu.test(scheme)) return user !== 'git'
  return user.length >= 16 && /\d/u.test(user) && /[A-Za-z]/u.test(user) && !/^(?:ssh|sftp)$/iu.test(scheme)
}

function schemeBefore(text: string, end: number): string {
  return /[a-z][a-z0-9+.-]{0,19}$/iu.exec(text.slice(Math.max(0, end - 20), end))?.[0] ?? ''
}

/** `user:${PASSWORD}`, `<user>:<password>`, `***:***`, or a mark of redaction. */
function isPlaceholder(credentials: string): boolean {
  return /^(?:[\w.%-]{0,64}:)?(?:\*{2,64}|x{3,64}|\$\{?\w{1,64}\}?|\{{1,2}[\w.]{1,64}\}{1,2}|\[[\w:]{1,64}\])$/iu.test(
    credentials,
  )
}

function isLetterAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index) | 32
  return unit >= 97 && unit <= 122
}

function isDigitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}
