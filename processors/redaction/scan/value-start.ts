import type { ValueStart } from '../rules/rule.ts'

const space = 32
const tab = 9

/**
 * Where the value of a field begins whose name ends at `end`: behind `=`, `:`, `=>`, `"… " : "`, `</`-less tags, ` is `, or,
 * if `loose`, white space.
 *
 * @returns `undefined` if no value follows
 */
export function valueStartAfter(text: string, end: number, loose: boolean): ValueStart | undefined {
  let position = end
  // the quote or the bracket that ends the name: `"name":`, `\"name\":`, `['name'] =`
  let isQuotedName = false
  if (text.charCodeAt(position) === backslash) position++
  if (isQuoteAt(text, position)) {
    isQuotedName = true
    position++
  } else position = end
  if (text.charCodeAt(position) === closingBracket) position++
  const behindName = position
  position = skipBlanks(text, position, maxBlanks)
  const separatorEnd = separatorEndAt(text, position)
  if (separatorEnd !== undefined) {
    const isColon = separatorEnd === position + 1 && text.charCodeAt(position) === colon
    return valueAt(text, skipBlanks(text, separatorEnd, maxBlanks), !isColon || isQuotedName)
  }
  if (text.charCodeAt(end) === closingAngle) return valueAt(text, end + 1, true)
  if (position === behindName || isQuotedName) return undefined
  const verb = verbEndAt(text, position)
  if (verb !== undefined) return valueAt(text, verb, false)
  return loose ? valueAt(text, position, false) : undefined
}

const maxBlanks = 3
const backslash = 92
const colon = 58
const equals = 61
const closingBracket = 93
const closingAngle = 62

function valueAt(text: string, position: number, isSure: boolean): ValueStart | undefined {
  if (position >= text.length) return undefined
  const escaped = text.charCodeAt(position) === backslash && isQuoteAt(text, position + 1) ? 1 : 0
  if (!isQuoteAt(text, position + escaped)) return { start: position, quote: '', isSure }
  const start = position + escaped + 1
  return { start, quote: text.slice(position, start), isSure: true }
}

/** Behind `=`, `==`, `=>`, `:`, `:=`, `%3D`. */
function separatorEndAt(text: string, position: number): number | undefined {
  const unit = text.charCodeAt(position)
  if (unit === equals) {
    const next = text.charCodeAt(position + 1)
    return next === equals || next === closingAngle ? position + 2 : position + 1
  }
  if (unit === colon) {
    // the name is the scheme of a URL: `token://vault/key`
    if (text.startsWith('//', position + 1)) return undefined
    return text.charCodeAt(position + 1) === equals ? position + 2 : position + 1
  }
  if (unit === 37 && /^%3d$/iu.test(text.slice(position, position + 3))) return position + 3
  return undefined
}

/** `password is …`, `was`, `changed to`, and a few languages more. */
const verbs = ['is', 'to', 'was', 'ist', 'war', 'lautet', 'est', 'es', 'are', 'er', 'är', 'è', 'é', 'jest', 'este']
const verbInitials = new Set(verbs.map((verb) => verb.charCodeAt(0)))

function verbEndAt(text: string, position: number): number | undefined {
  // most words that follow a name begin otherwise
  if (!verbInitials.has(text.charCodeAt(position))) return undefined
  for (const verb of verbs) {
    if (!text.startsWith(verb, position)) continue
    const behind = position + verb.length
    const blank = skipBlanks(text, behind, maxBlanks)
    if (blank === behind && text.charCodeAt(behind) !== colon) continue
    return text.charCodeAt(blank) === colon ? skipBlanks(text, blank + 1, maxBlanks) : blank
  }
  return undefined
}

function skipBlanks(text: string, from: number, limit: number): number {
  let position = from
  while (position - from < limit) {
    const unit = text.charCodeAt(position)
    if (unit !== space && unit !== tab) break
    position++
  }
  return position
}

function isQuoteAt(text: string, position: number): boolean {
  const unit = text.charCodeAt(position)
  return unit === 34 || unit === 39 || unit === 96
}
