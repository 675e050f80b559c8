import { asciiSet } from '../../scan/ascii-set.ts'
import type { Span, ValueStart } from '../rule.ts'
import { isGivenName } from './given-names.ts'
import { isNotName } from './not-names.ts'
import { readName } from './read-name.ts'

const maxLength = 60

/** The name that is the value of a field; `undefined` if it names nobody. */
export function readNameValue(text: string, value: ValueStart): Span | undefined {
  if (value.quote !== '') {
    const end = text.slice(value.start, value.start + maxLength + 1).indexOf(value.quote)
    if (end !== -1) return quotedName(text, value.start, value.start + end)
  }
  const end = readName(text, value.start, 4) ?? lowerCaseNameEnd(text, value)
  return end === undefined ? undefined : { start: value.start, end: joinedEnd(text, end) }
}

function lowerCaseNameEnd(text: string, value: ValueStart): number | undefined {
  if (isIdentifier(text, value.start)) return undefined
  return lowerCaseFullEnd(text, value.start) ?? lowerCaseEnd(text, value)
}

const maxLetters = 31
const isBehindIdentifier = asciiSet('_([@/\\:=\'"')

/** `user=name=`, `name: entry(`, or no letter at all: seen without an expression. */
function isIdentifier(text: string, start: number): boolean {
  const limit = Math.min(text.length, start + maxLetters)
  let end = start
  while (end < limit && isLetter(text.charCodeAt(end))) end++
  if (end === text.length) return end === start
  const unit = text.charCodeAt(end)
  return isBehindIdentifier(unit) || (end === start && unit < 0x80)
}

function isLetter(unit: number): boolean {
  return (unit | 32) >= 97 && (unit | 32) <= 122
}

/** `Ada`, `ada lovelace`, `Lovelace, Ada M.`, `Dr. Ada Lovelace`, `王小明`: the quotes say where the value ends. */
function quotedName(text: string, start: number, end: number): Span | undefined {
  const name = text.slice(start, end)
  if (!/^\p{L}[\p{L}\p{M}.,'’ʼ·・\u00a0 -]{0,59}$/u.test(name)) return undefined
  const words = name.split(/[.,\s-]+/u).filter((word) => word !== '')
  if (words.length > 6 || words.some((word) => isNotName(word) && !titles.test(word) && word.length > 2))
    return undefined
  return words.length === 1 && isNotName(name) ? undefined : { start, end: start + name.trimEnd().length }
}

const titles = /^(?:mrs?|ms|miss|dr|prof|herr|frau|monsieur|madame)$/iu

/** One word in lower case, where nothing but a value can stand, or where it is all that stands there. */
function lowerCaseEnd(text: string, { start, isSure }: ValueStart): number | undefined {
  // `fullName = entry`: an assignment in code
  if (isSure && /[= ] $/u.test(text.slice(start - 2, start))) return undefined
  const word = lowerCase.exec(text.slice(start, start + 42))?.[0]
  if (word === undefined || isNotName(word) || word.split(/[.-]/u).some(isNotName)) return undefined
  const end = start + word.length
  return isSure || /^\s{0,2}(?:[\n,;&|}\])<"']|$)/u.test(text.slice(end, end + 3)) ? end : undefined
}

const lowerCase = /^\p{Ll}[\p{L}\p{M}'’-]{0,30}(?![\p{L}\p{N}_([@/\\:='"]| ?=|\.[\p{L}\p{N}])/u

/** `customer_name: john smith`, where that is all and begins with a name that is known. */
function lowerCaseFullEnd(text: string, start: number): number | undefined {
  const [name = '', first = ''] =
    /^(\p{Ll}[\p{L}\p{M}]{1,20}) \p{Ll}[\p{L}\p{M}'’-]{1,24}(?=\s{0,2}(?:[\n,;&|}\])<]|$))/u.exec(
      text.slice(start, start + 50),
    ) ?? []
  return isGivenName(first) && !isNotName(name.slice(first.length + 1)) ? start + name.length : undefined
}

/** `Ada+Lovelace`: a space in a query string. */
function joinedEnd(text: string, end: number): number {
  if (!text.startsWith('+', end)) return end
  joinedWords.lastIndex = end
  return end + (joinedWords.exec(text)?.[0].length ?? 0)
}

const joinedWords = /(?:\+\p{Lu}[\p{L}\p{M}'’-]{1,30}){1,3}(?![\p{L}\p{N}_=])/uy
