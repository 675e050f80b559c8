/** What stands between the name of a secret and its value. */
export interface Separator {
  readonly start: number
  readonly end: number
  /** Nothing but a value can follow: `=`. After `:` and `is`, the text may go on as a sentence. */
  readonly isSure: boolean
  readonly isColon: boolean
}

export interface Value {
  readonly start: number
  readonly end: number
}

const maxLength = 8_192

/**
 * The value behind a separator: up to its closing quote, or up to what no unquoted value has.
 *
 * @returns `undefined` where there is a placeholder, a printed object or a sentence instead of a value
 */
export function readSecretValue(text: string, { end: position, isSure }: Separator): Value | undefined {
  const quote = /^\\?["'`]/u.exec(text.slice(position, position + 2))
  if (quote !== null) {
    const start = position + quote[0].length
    const end = quotedEnd(text, start, quote[0])
    return end > start && !placeholders.test(text.slice(start, end)) ? { start, end } : undefined
  }
  const scheme = /^(?:bearer|basic|token)[ \t]{1,4}/iu.exec(text.slice(position, position + 12))
  const start = position + (scheme?.[0].length ?? 0)
  let end = start
  while (end < text.length && end - start < maxLength && valueUnit.test(text.charAt(end))) end++
  while (end > start && /[.,!?:]/u.test(text.charAt(end - 1))) end--
  const value = text.slice(start, end)
  if (value === '' || placeholders.test(value) || isPrintedObject(text, value, end)) return undefined
  return isSure || !isProse(text, value, end) ? { start, end } : undefined
}

const valueUnit = /[^\s&"'`<>,;(){}|\\]/u

/** Stands for a value, or says something about it. Marks of our own are kept out elsewhere. */
const placeholders =
  /^(?:null|undefined|none|nil|true|false|yes|no|empty|missing|invalid|incorrect|required|expired|wrong|failed|mismatch|reset|changed|updated|rejected|accepted|redacted|removed|filtered|hidden|unset|string|optional|enabled|disabled|ok|[*•x.]{2,64}|\$\{?\w{1,64}\}?|\{{1,2}\w{0,64}\}{0,2}|<[\w ]{0,64}>?|%\w|:\w{1,64}|\?)$/iu

/** `token=Token{41f0 …}`, `secret=SecretKey@1b2c3d`: how Java prints an object. */
function isPrintedObject(text: string, value: string, end: number): boolean {
  if (text.charAt(end) !== '{' && !value.includes('@')) return false
  return /^(?:[A-Za-z]\w{0,64}\.){0,16}[A-Z][A-Za-z]{0,64}(?:@[0-9a-f]{1,8})?$/u.test(value)
}

/** Only letters, and the sentence goes on: `password: must not be empty`, `token is expired`. */
function isProse(text: string, value: string, end: number): boolean {
  if (!/^[A-Za-z]?[a-z'-]*$/u.test(value)) return false
  return value.length < 4 || /^[ \t]+[A-Za-z]/u.test(text.slice(end, end + 8)) || commonWords.has(value.toLowerCase())
}

const commonWords = new Set(
  `must should cannot does not been being that this with from have valid about sent stored used given provided unknown
  encrypted hashed`.split(/\s+/u),
)

function quotedEnd(text: string, start: number, quote: string): number {
  for (let index = start; index < text.length && index - start < maxLength; index++) {
    if (text.startsWith(quote, index) || text.charAt(index) === '\n') return index
    if (quote.length === 1 && text.charAt(index) === '\\') index++
  }
  return Math.min(text.length, start + maxLength)
}
