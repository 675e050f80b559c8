import type { Span, ValueStart } from '../rule.ts'
import { isNoSecret, isPrintedObject, isProse } from './no-secret.ts'

const maxLength = 8_192

/**
 * The value behind the name of a secret: up to its closing quote, or up to what no unquoted value has.
 *
 * @returns `undefined` where there is a placeholder, code, a printed object or a sentence instead of a value
 */
export function readSecretValue(text: string, { start: from, quote, isSure }: ValueStart): Span | undefined {
  const start = behindMark(text, behindScheme(text, from))
  if (quote !== '') {
    const end = quotedEnd(text, start, quote)
    return end > start && !isNoSecret(text.slice(start, end), true) ? { start, end } : undefined
  }
  let end = start
  const limit = Math.min(text.length, start + maxLength)
  while (end < limit && !endsValue(text, end)) end++
  end = withoutPunctuation(text, start, end, isSure)
  if (end === start) return undefined
  const value = text.slice(start, end)
  if (isNoSecret(value, false) || isCode(text, value, end) || isPrintedObject(text, value, end)) return undefined
  return isSure || !isProse(text, value, end) ? { start, end } : undefined
}

/** `token: Bearer …` */
function behindScheme(text: string, from: number): number {
  // b, t
  const initial = text.charCodeAt(from) | 32
  if (initial !== 98 && initial !== 116) return from
  const scheme = /^(?:bearer|basic|token)[ \t]{1,4}/iu.exec(text.slice(from, from + 12))
  return from + (scheme?.[0].length ?? 0)
}

/** What redaction has put there already: `[secret:2]hunter2`. */
function behindMark(text: string, from: number): number {
  if (text.charCodeAt(from) !== 91) return from
  return from + (/^\[[a-z_]{1,40}(?::\w{1,40})?\]/u.exec(text.slice(from, from + 84))?.[0].length ?? 0)
}

function quotedEnd(text: string, start: number, quote: string): number {
  const limit = Math.min(text.length, start + maxLength)
  for (let index = start; index < limit; index++) {
    if (text.startsWith(quote, index) || text.charCodeAt(index) === 10) return index
    if (quote.length === 1 && text.charCodeAt(index) === 92) index++
  }
  return limit
}

function endsValue(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  if (unit <= 32 || unit === 160) return true
  switch (unit) {
    case 34: // "
    case 38: // &
    case 39: // '
    case 40: // (
    case 41: // )
    case 59: // ;
    case 60: // <
    case 62: // >
    case 92: // \
    case 96: // `
    case 123: // {
    case 124: // |
    case 125: // }
      return true
    case 44:
      return isListComma(text, index + 1)
    default:
      return false
  }
}

/** A comma of a list, not one in a password: white space or another name stands behind it. */
function isListComma(text: string, behind: number): boolean {
  const next = text.charCodeAt(behind)
  return !(next > 32) || /^["'\\{}[\]]|^[\w.-]{1,32} ?[=:]/u.test(text.slice(behind, behind + 35))
}

function withoutPunctuation(text: string, start: number, from: number, isSure: boolean): number {
  let end = from
  while (end > start) {
    const unit = text.charAt(end - 1)
    const isClosing = unit === ']' && !text.slice(start, end).includes('[')
    if (!isClosing && !(isSure ? '.,:' : '.,:!?').includes(unit)) break
    end--
  }
  return end
}

/** `password = readPassword(…)`, `token=${TOKEN}`, `secret=%(secret)s`. */
function isCode(text: string, value: string, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next !== 40 && next !== 123) return false
  return /^(?:[$%#@]|(?:new )?[A-Za-z_][A-Za-z_.:]{3,80})$/u.test(value)
}
