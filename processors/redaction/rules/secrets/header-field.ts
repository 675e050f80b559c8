import type { FieldRule, Span } from '../rule.ts'
import { isProse } from './no-secret.ts'
import { readSecretValue } from './secret-value.ts'

const maxLength = 8_192

/** Headers of HTTP that are secret as a whole: the rest of the line. */
export const headerField: FieldRule = {
  kind: 'field',
  name: 'header_field',
  type: 'secret',
  title: 'Header with credentials or cookies',
  source: 'https://www.rfc-editor.org/rfc/rfc9110#section-11; https://www.rfc-editor.org/rfc/rfc6265#section-4',
  names: [
    'authorization',
    'proxy authorization',
    'cookie',
    'set cookie',
    'x api key',
    'x auth token',
    'x amz security token',
  ],
  confidence: 0.95,
  read(text, value) {
    const { start, quote } = value
    if (!isBehindColon(text, start - quote.length))
      return quote === '' && !value.isSure ? undefined : readSecretValue(text, value)
    const line = quote === '' ? restOfLine(text, start) : quoted(text, start, quote)
    if (line === undefined) return undefined
    return isHeader(text.slice(line.start, line.end)) ? line : undefined
  },
}

/** A pair of a cookie, a scheme with credentials, or one word that is none of prose. */
function isHeader(line: string): boolean {
  if (/^\[[\w: ]{0,64}\]$|^(?:null|undefined|none|true|false|required|missing|invalid|failed|\*{2,64})$/iu.test(line))
    return false
  const [, first = '', rest = ''] = /^(\S{1,8192})[ \t]{0,8}(.{0,8192})$/u.exec(line) ?? []
  if (first.includes('=')) return true
  if (rest === '') return !isProse(first, first, first.length)
  return schemes.test(first) || !/^[A-Za-z]?[a-z'-]{1,40}$/u.test(first)
}

const schemes =
  /^(?:basic|bearer|digest|dpop|gnap|hoba|hmac|mutual|negotiate|ntlm|oauth|privatetoken|scram-sha-\d{1,3}|vapid|token|apikey|key|splunk|ssws|bot|aws|aws4-hmac-sha256|sharedkey|sharedaccesssignature|signature)$/iu

function isBehindColon(text: string, index: number): boolean {
  let before = index - 1
  while (index - before < 5 && text.charCodeAt(before) <= 32) before--
  return text.charCodeAt(before) === 58
}

/** To the end of the line, or to the quote that began before the name: `-H 'Cookie: a=1'`. Pairs of quotes belong to the value. */
function restOfLine(text: string, start: number): Span | undefined {
  const limit = Math.min(text.length, start + maxLength)
  let end = start
  let open = 0
  for (; end < limit; end++) {
    const unit = text.charCodeAt(end)
    if (unit === 10 || unit === 13) break
    if (unit !== 34 && unit !== 39 && unit !== 96) continue
    if (unit === open) open = 0
    else if (open === 0 && text.charCodeAt(end - 1) === 61) open = unit
    else if (open === 0) break
  }
  while (end > start && /[\s\\]/u.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : undefined
}

function quoted(text: string, start: number, quote: string): Span | undefined {
  const end = text.slice(start, start + maxLength).indexOf(quote)
  const to = end === -1 ? Math.min(text.length, start + maxLength) : start + end
  return to > start ? { start, end: to } : undefined
}
