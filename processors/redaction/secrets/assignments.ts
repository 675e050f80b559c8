import type { Entity } from '../detect.ts'
import { readSecretValue, type Separator, type Value } from './secret-value.ts'

/**
 * Values that the text itself calls a secret: `password=…`, `"api_key": "…"`, `--token …`, `password is …`, and the rest
 * of a line after `Authorization:` and `Cookie:`.
 *
 * Goes from separator to separator and looks at the name before each: a text without any costs nothing.
 */
export function findAssignments(text: string, found: Entity[]): void {
  let position = 0
  for (const separator of separators(text)) {
    // inside of the value before: `token=a=b`
    if (separator.start < position) continue
    const value = valueAfter(text, separator)
    if (value === undefined) continue
    found.push({ type: 'secret', ...value, confidence: 0.9 })
    position = value.end
  }
}

function valueAfter(text: string, separator: Separator): Value | undefined {
  const before = text.slice(Math.max(0, separator.start - maxNameLength), separator.start)
  const header = separator.isColon ? headers.exec(before) : null
  if (header !== null) return restOfLine(text, separator.end, before.charAt(header.index - 1))
  return names.test(before) ? readSecretValue(text, separator) : undefined
}

const maxNameLength = 40

const headers = /(?<![A-Za-z0-9])(?:proxy-authorization|authorization|set-cookie|cookie|x-api-key|x-auth-token)$/iu

/** Names may have something before them (`db_password`, `clientSecret`); what comes after them is another name. */
const names =
  /(?:passwords?|passwort|kennwort|wachtwoord|contraseña|senha|mot de passe|passwd|passphrase|passcode|pwd|secret|token|api[ _-]?key|(?:access|secret)[_-]?key|account[_-]?key|private[_-]?key|encryption[_-]?key|signing[_-]?key|auth[_-]?key|credentials?|phpsessid|jsessionid|csrf|xsrf|signature|authorization|(?:verification|security|one-time|confirmation|access) code|(?<![a-z])(?:sig|pass|otp|cvv2?|cvc2?|pin))$/iu

/** Where a name ends and a value may begin. */
const assignment = /\\?["'\]]?[ \t]{0,3}(?:=>|:=|={1,2}|:|%3[dD])[ \t]{0,3}/uy
const prose = /[ \t](?:is|was)[ \t]:?/uy

function separators(text: string): readonly Separator[] {
  const found: Separator[] = []
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    // = : %
    if (unit === 61 || unit === 58 || unit === 37) {
      const separator = around(text, index)
      if (separator === undefined) continue
      found.push(separator)
      index = Math.max(index, separator.end - 1)
    }
  }
  for (const word of [' is ', ' was ']) {
    for (let index = text.indexOf(word); index !== -1; index = text.indexOf(word, index + 1)) {
      prose.lastIndex = index
      const match = prose.exec(text)
      if (match !== null) found.push({ start: index, end: index + match[0].length, isSure: false, isColon: false })
    }
  }
  for (let index = text.indexOf('--'); index !== -1; index = text.indexOf('--', index + 2)) {
    const flag = /^--[A-Za-z][\w-]{1,38} (?=[^\s-])/u.exec(text.slice(index, index + 48))
    if (flag === null) continue
    const end = index + flag[0].length
    found.push({ start: end - 1, end, isSure: true, isColon: false })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The separator whose sign is at `index`, from the end of the name to the beginning of the value. */
function around(text: string, index: number): Separator | undefined {
  let start = index
  while (start > 0 && index - start < 3 && /[ \t]/u.test(text.charAt(start - 1))) start--
  if (/["'\]]/u.test(text.charAt(start - 1))) start--
  if (text.charAt(start - 1) === '\\') start--
  assignment.lastIndex = start
  const match = assignment.exec(text)
  if (match === null || start + match[0].length <= index) return undefined
  // `:` may begin an explanation; the others leave no doubt
  const isColon = /^[^:]*:[^=]*$/u.test(match[0])
  return { start, end: start + match[0].length, isSure: !isColon, isColon }
}

const maxLineLength = 8_192

/** @param before what stands before the name: the quote there, or the one before the value, ends it */
function restOfLine(text: string, from: number, before: string): Value | undefined {
  const isQuoted = isQuote(text.charAt(from))
  const quote = isQuoted ? text.charAt(from) : isQuote(before) ? before : '\n'
  const start = isQuoted ? from + 1 : from
  let end = start
  while (end < text.length && end - start < maxLineLength && !/[\r\n]/u.test(text.charAt(end))) {
    if (text.charAt(end) === quote) break
    end++
  }
  while (end > start && /[\s\\]/u.test(text.charAt(end - 1))) end--
  return end > start ? { start, end } : undefined
}

function isQuote(unit: string): boolean {
  return unit === '"' || unit === "'" || unit === '`'
}
