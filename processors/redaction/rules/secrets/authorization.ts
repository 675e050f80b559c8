import type { AnchorRule } from '../rule.ts'
import { decodeBase64 } from './decode-base64.ts'
import { endOfRun } from './unit-sets.ts'

const maxLength = 8_192

/** Credentials behind the name of an HTTP authentication scheme, wherever it stands: `Bearer …`, `Basic …`. */
export const authorization: AnchorRule = {
  kind: 'anchor',
  name: 'authorization',
  type: 'secret',
  title: 'Credentials of HTTP authentication',
  source:
    'https://www.rfc-editor.org/rfc/rfc9110#section-11.4; https://www.iana.org/assignments/http-authschemes/http-authschemes.xhtml',
  anchors: ['bearer ', 'basic ', 'negotiate ', 'dpop ', 'apikey ', 'token ', 'ssws ', 'splunk ', 'bot '],
  caseSensitive: false,
  atWordStart: true,
  confidence: 0.95,
  find(text, start, end) {
    if (!isBlankAt(text, end - 1)) return undefined
    let from = end
    while (from - end < 3 && isBlankAt(text, from)) from++
    let to = endOfRun(text, from, 'bearer', maxLength)
    if (to - from < shortest) return undefined
    to = endOfRun(text, to, 'base64', 2)
    while (text.charAt(to - 1) === '.') to--
    const credentials = text.slice(from, to)
    return isCredentials(text.charCodeAt(start) | 32, text.charCodeAt(start + 1) | 32, credentials)
      ? { start: from, end: to }
      : undefined
  },
}

const shortest = 6

/** @param initial of the scheme, in lower case; @param second its second letter */
function isCredentials(initial: number, second: number, credentials: string): boolean {
  if (initial === letterB && second === letterA) return isUserAndPassword(credentials)
  // the others are words, too, and what follows them may be a name or a version
  return initial === letterB && second === letterE ? isToken(credentials) : isLongToken(credentials)
}

const letterA = 97
const letterB = 98
const letterE = 101

/** `Bearer authentication` is prose; tokens have digits, or capitals in their midst, or are long. */
function isToken(value: string): boolean {
  if (value.length >= 24) return !/^[a-z]{1,20}(?:[-_./][a-z]{1,20}){1,8}$/u.test(value)
  if (value.length >= 8 && /\d/u.test(value) && /[A-Za-z]/u.test(value)) return true
  return value.length >= 12 && /[a-z][A-Z].{0,20}[a-z]/u.test(value)
}

function isLongToken(value: string): boolean {
  return value.length >= 20 && (value.match(/\d/gu)?.length ?? 0) >= 3 && /[A-Za-z]/u.test(value) && !isName(value)
}

/** Words and numbers with joints between, or a UUID. */
function isName(value: string): boolean {
  return uuid.test(value) || /^(?:[A-Za-z]{1,20}|\d{1,8})(?:[-_./](?:[A-Za-z]{1,20}|\d{1,8})){0,12}$/u.test(value)
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu

function isUserAndPassword(value: string): boolean {
  if (value.length > 1_024) return true
  const decoded = decodeBase64(value)
  return decoded?.includes(':') === true && !/\p{Cc}/u.test(decoded)
}

function isBlankAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit === 32 || unit === 9
}
