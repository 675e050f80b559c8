import type { Entity } from '../detect.ts'

/**
 * Values that the text itself calls a secret: `password=…`, `"api_key": "…"`, `--token …`, `password is …`, and the rest
 * of a line after `Authorization:` and `Cookie:`.
 */
export function findAssignments(text: string, found: Entity[]): void {
  for (const match of text.matchAll(headers)) {
    const start = match.index + match[0].length
    const end = lineEnd(text, start)
    if (end > start) found.push({ type: 'secret', start, end, confidence: 0.9 })
  }
  for (const match of text.matchAll(names)) {
    const [name = ''] = match
    const value = readValue(
      text,
      match.index + name.length,
      text.slice(Math.max(0, match.index - 2), match.index) === '--',
    )
    if (value !== undefined) found.push({ type: 'secret', ...value, confidence: 0.9 })
  }
}

const headers =
  /(?<![A-Za-z0-9])(?:proxy-authorization|authorization|set-cookie|cookie|x-api-key|x-auth-token)["']?[ \t]{0,3}:[ \t]{0,3}["']?(?=[^\s"'[{])/giu

/** Names may have something before them (`db_password`, `clientSecret`), and only little after. */
const names =
  /(?:passwords?|passwd|passphrase|passcode|pwd|secret|token|api[ _-]?key|apikey|access[_-]?key|account[_-]?key|shared[_-]?access[_-]?key|secret[_-]?access[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|auth[_-]?key|credentials?|sessionid|session[_-]?id|phpsessid|jsessionid|csrf|xsrf|signature|sig|x-amz-signature|otp|cvv|cvc|(?<![a-z])pin)(?![A-Za-z0-9])/giu

interface Value {
  readonly start: number
  readonly end: number
}

const maxLength = 4_096

function readValue(text: string, from: number, isFlag: boolean): Value | undefined {
  const separator = readSeparator(text, from, isFlag)
  if (separator === undefined) return undefined
  const { end: position, isSure } = separator
  const quote = /^\\?(["'`])/u.exec(text.slice(position, position + 2))
  if (quote !== null) {
    const start = position + quote[0].length
    const end = quotedEnd(text, start, quote[0])
    return end > start && !placeholders.test(text.slice(start, end)) ? { start, end } : undefined
  }
  let start = position
  const scheme = /^(?:bearer|basic|token)[ \t]{1,4}/iu.exec(text.slice(start, start + 12))
  if (scheme !== null) start += scheme[0].length
  let end = start
  while (end < text.length && end - start < maxLength && valueUnit.test(text.charAt(end))) end++
  while (end > start && /[.,!?:]/u.test(text.charAt(end - 1))) end--
  const value = text.slice(start, end)
  if (value === '' || placeholders.test(value)) return undefined
  return isSure || !isProse(text, value, end) ? { start, end } : undefined
}

const valueUnit = /[^\s&"'`<>,;(){}|\\]/u

/** Stands for a value, or says something about it. Marks of our own are kept out elsewhere. */
const placeholders =
  /^(?:null|undefined|none|nil|true|false|yes|no|empty|missing|invalid|incorrect|required|expired|wrong|failed|mismatch|reset|changed|updated|rejected|accepted|redacted|removed|filtered|hidden|unset|string|optional|enabled|disabled|ok|[*•x.]{2,}|\$\{?\w+\}?|\{+\w*\}*|<[\w ]*>?|%\w|:\w+|\$\d+|\?)$/iu

/** `=` leaves no doubt; `:` may begin an explanation, and so may `is`. */
function readSeparator(text: string, from: number, isFlag: boolean): { end: number; isSure: boolean } | undefined {
  const around = text.slice(from, from + 12)
  const assigned = /^\\?["'\]]?[ \t]{0,3}(=>|:=|==?|:)[ \t]{0,3}/u.exec(around)
  if (assigned !== null) return { end: from + assigned[0].length, isSure: assigned[1] !== ':' }
  const encoded = /^%3[dD]/u.exec(around)
  if (encoded !== null) return { end: from + 3, isSure: true }
  const prose = /^[ \t](?:is|was)[ \t]:?/u.exec(around)
  if (prose !== null) return { end: from + prose[0].length, isSure: false }
  return isFlag && /^ [^\s-]/u.test(around) ? { end: from + 1, isSure: true } : undefined
}

/** Only letters, and the sentence goes on: `password: must not be empty`, `token is expired`. */
function isProse(text: string, value: string, end: number): boolean {
  if (!/^[A-Za-z]?[a-z'-]*$/u.test(value)) return false
  return value.length < 4 || /^[ \t]+[A-Za-z]/u.test(text.slice(end, end + 8)) || commonWords.has(value.toLowerCase())
}

const commonWords = new Set(
  'must should cannot does not been being that this with from have valid about sent stored used given provided unknown encrypted hashed'.split(
    ' ',
  ),
)

function quotedEnd(text: string, start: number, quote: string): number {
  for (let index = start; index < text.length && index - start < maxLength; index++) {
    if (text.startsWith(quote, index)) return index
    if (text.charAt(index) === '\n') return index
    if (quote.length === 1 && text.charAt(index) === '\\') index++
  }
  return Math.min(text.length, start + maxLength)
}

function lineEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start < maxLength && !/[\r\n"'}]/u.test(text.charAt(end))) end++
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--
  return end
}
