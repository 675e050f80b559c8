import type { Span } from '../rules/rule.ts'
import { createTouchTest } from './sorted-spans.ts'

/** A string, without its quotes, or a number that is a value in JSON; keys are none. */
export interface JsonToken extends Span {
  readonly isNumber: boolean
}

/** How often a text may be read on average, where what begins like JSON goes on as something else. */
const maxReadings = 8

/**
 * The values that `spans` touch in all JSON of a text: the whole of it, lines, or a part of a line. What was cut off at the
 * end is JSON still. Arrays alone are not, unless they are the whole text: many logs have brackets around numbers.
 */
export function jsonTokens(text: string, spans: readonly Span[]): readonly JsonToken[] {
  if (!text.includes('"') && !/^\s{0,8}\[/u.test(text)) return []
  const found: JsonToken[] = []
  let start = valueStart(text)
  const isWanted = createTouchTest(spans)
  let budget = maxReadings * text.length
  while (start < text.length && budget > 0) {
    const reading = readJson(text, start, isWanted)
    budget -= reading.end - start
    const isAlone = start === blanksEnd(text, 0) && blanksEnd(text, reading.end) === text.length
    const isJson = reading.isJson && (reading.hasKeys || isAlone)
    if (isJson) for (const token of reading.tokens) found.push(token)
    start = nextOpening(text, isJson ? reading.end : start + 1)
  }
  return found
}

/** A text that is a JSON string as a whole begins with its quote. */
function valueStart(text: string): number {
  const first = blanksEnd(text, 0)
  return text.charCodeAt(first) === quote ? first : nextOpening(text, first)
}

function nextOpening(text: string, from: number): number {
  let index = from
  while (index < text.length && !isOpening(text.charCodeAt(index))) index++
  return index
}

interface Reading {
  readonly isJson: boolean
  readonly hasKeys: boolean
  /** Where it ended, or failed. */
  readonly end: number
  readonly tokens: readonly JsonToken[]
}

/** What may come next. */
type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'

function readJson(text: string, start: number, isWanted: (start: number, end: number) => boolean): Reading {
  const tokens: JsonToken[] = []
  const openings: number[] = []
  let expected: Expected = 'value'
  let hasKeys = false
  let index = start
  const result = (isJson: boolean): Reading => ({ isJson, hasKeys, end: index, tokens })

  while (true) {
    index = blanksEnd(text, index)
    if (index >= text.length) return result(true)
    const unit = text.charCodeAt(index)
    const isEndPossible = expected === 'comma or end' || expected === 'value or end' || expected === 'key or end'
    if (isEndPossible && (unit === closingBrace || unit === closingBracket)) {
      if (openings.pop() !== unit - 2) return result(false)
      index++
      expected = 'comma or end'
    } else if (expected === 'comma or end') {
      if (unit !== comma) return result(false)
      index++
      expected = openings.at(-1) === openingBrace ? 'key' : 'value'
    } else if (expected === 'colon') {
      if (unit !== colon) return result(false)
      index++
      expected = 'value'
    } else if (unit === quote) {
      const isKey: boolean = expected === 'key' || expected === 'key or end'
      const end = stringEnd(text, index + 1)
      if (end === undefined) return result(false)
      if (isKey) hasKeys = true
      else if (isWanted(index + 1, end)) tokens.push({ start: index + 1, end, isNumber: false })
      index = end + 1
      expected = isKey ? 'colon' : 'comma or end'
    } else if (expected === 'key' || expected === 'key or end') {
      return result(false)
    } else if (isOpening(unit)) {
      openings.push(unit)
      index++
      expected = unit === openingBrace ? 'key or end' : 'value or end'
    } else {
      const end = scalarEnd(text, index)
      if (end === undefined) return result(false)
      if ((unit === minus || isDigit(unit)) && isWanted(index, end)) tokens.push({ start: index, end, isNumber: true })
      index = end
      expected = 'comma or end'
    }
    if (openings.length === 0) return result(true)
  }
}

/** Where the quote stands that ends a string, or the text ends; `undefined` if a unit is none of a string. */
function stringEnd(text: string, from: number): number | undefined {
  let index = from
  while (index < text.length) {
    const unit = text.charCodeAt(index)
    if (unit === quote) return index
    if (unit < 32) return undefined
    index += unit === backslash ? 2 : 1
  }
  return text.length
}

const number = /-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,4})?(?![\w.])/uy

function scalarEnd(text: string, from: number): number | undefined {
  for (const literal of ['true', 'false', 'null']) if (text.startsWith(literal, from)) return from + literal.length
  number.lastIndex = from
  return number.test(text) ? number.lastIndex : undefined
}

function blanksEnd(text: string, from: number): number {
  let index = from
  while (isBlank(text.charCodeAt(index))) index++
  return index
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 10 || unit === 13 || unit === 9
}

function isOpening(unit: number): boolean {
  return unit === openingBrace || unit === openingBracket
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

const quote = 34
const comma = 44
const minus = 45
const colon = 58
const openingBracket = 91
const backslash = 92
const closingBracket = 93
const openingBrace = 123
const closingBrace = 125
