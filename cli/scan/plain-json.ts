import { readJsonEscape, readJsonEscapes } from './json-escapes.ts'
import { attributeOf, isStructure, kindOfString, nameToAdd } from './json-names.ts'
import {
  beginContainer,
  endContainer,
  endMember,
  endValue,
  type JsonState,
  maxNameLength,
  noteAttribute,
  separate,
} from './json-state.ts'
import { createPlainTextBuilder, type PlainText, type PlainTextBuilder, type TokenKind } from './plain-text.ts'

const quote = 34
const backslash = 92

const maxScalar = 900
const scalar = /(?:-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?|true|false|null|NaN|-?Infinity)(?![\w.+-])/uy

/** One piece on its way; the functions below read on in it, and give the next position or -1 for what is no JSON. */
interface Reading {
  readonly raw: string
  readonly state: JsonState
  readonly builder: PlainTextBuilder
  readonly isEnd: boolean
  /** The name of the present member stands in this piece. */
  isNameNear: boolean
}

/**
 * Reads a piece of a JSON document: a line, or a part of a very long one. In the text that it gives, escapes are read,
 * and where name and value stand apart the name is put before the value: in OTLP, in arrays, behind a line break.
 *
 * @param state where the document stands; moves on to the end of the piece
 * @param isEnd the line ends with this piece
 * @returns `undefined` if this is no JSON; `state` is of no use then
 */
export function readPlainJson(state: JsonState, raw: string, isEnd: boolean): PlainText | undefined {
  const builder = createPlainTextBuilder(raw)
  const reading: Reading = { raw, state, builder, isEnd, isNameNear: false }
  let index = state.open === undefined ? 0 : readString(reading, 0, true)
  while (index !== -1 && index < raw.length && state.open === undefined) {
    const next = readNext(reading, index)
    // a number that is cut off is left for the next piece
    if (next === index) break
    index = next
  }
  return index === -1 ? undefined : builder.build(index)
}

function readNext(reading: Reading, index: number): number {
  const { raw, state } = reading
  const unit = raw.charAt(index)
  switch (unit) {
    case ' ':
    case '\t':
    case '\r':
    // at the beginning of a file
    case '\uFEFF':
      return index + 1
    case '{':
    case '[':
      return beginContainer(state, unit === '[') ? index + 1 : -1
    case '}':
    case ']':
      return endContainer(state, unit === ']') ? index + 1 : -1
    case ':':
    case ',':
      return separate(state, unit === ':') ? index + 1 : -1
  }
  // text that begins with a number or with a quote is text
  if (state.frames.length === 0) return -1
  if (unit === '"' && state.expects === 'member') {
    state.open = 'member'
    return readString(reading, index + 1, false)
  }
  if (state.expects !== 'value') return -1
  return unit === '"' ? readStringValue(reading, index) : readScalar(reading, index)
}

function readStringValue(reading: Reading, index: number): number {
  const { raw, state, builder } = reading
  const end = raw.indexOf('"', index + 1)
  // all that is structure is short
  if (end !== -1 && end - index < 66 && isStructure(state, raw.slice(index + 1, end))) {
    builder.replace('', index + 1, end)
    endValue(state)
    return end + 1
  }
  addName(reading, index)
  state.open = 'value'
  return readString(reading, index + 1, false)
}

function readScalar(reading: Reading, index: number): number {
  const { raw, state, builder, isEnd } = reading
  if (!isEnd && raw.length - index < maxScalar && /^[\w.+-]*$/u.test(raw.slice(index))) return index
  scalar.lastIndex = index
  if (!scalar.test(raw)) return -1
  const end = scalar.lastIndex
  const isNumber = raw.charCodeAt(end - 1) < 65
  if (isNumber && isStructure(state, raw.slice(index, end))) builder.replace('', index, end)
  else if (isNumber) {
    // long lists of numbers would have the name a thousand times
    if (state.frames.at(-1)?.isArray !== true) addName(reading, index)
    addToken(reading, 'number', index, end, false)
  }
  endValue(state)
  return end
}

/** @param from behind the opening quote, or where a string goes on */
function readString(reading: Reading, from: number, isContinued: boolean): number {
  const { raw, state, builder, isEnd } = reading
  let index = from
  for (; index < raw.length; index++) {
    const unit = raw.charCodeAt(index)
    if (unit === quote) break
    if (unit !== backslash) continue
    const length = raw.charAt(index + 1) === 'u' ? 6 : 2
    if (index + length > raw.length) break
    const plain = readJsonEscape(raw.slice(index, index + length))
    if (plain === undefined) return -1
    builder.replace(plain, index, index + length)
    index += length - 1
  }
  const isMember = state.open === 'member'
  addToken(reading, isMember ? 'text' : kindOfString(state), from, index, isContinued)
  if (raw.charCodeAt(index) !== quote) return isEnd ? -1 : index
  const name = isContinued ? '' : readJsonEscapes(raw.slice(from, Math.min(index, from + maxNameLength)))
  state.open = undefined
  if (isMember) {
    endMember(state, name)
    reading.isNameNear = true
  } else {
    noteAttribute(state, name)
    endValue(state)
  }
  return index + 1
}

/** Puts the name before a value at `index` where it does not stand there. */
function addName({ state, builder, isNameNear }: Reading, index: number): void {
  const name = nameToAdd(state, isNameNear)
  if (name !== '') builder.replace(name, index, index)
}

function addToken(
  { state, builder }: Reading,
  kind: TokenKind,
  start: number,
  end: number,
  isContinued: boolean,
): void {
  if (start >= end) return
  const attribute = state.open === 'member' ? undefined : attributeOf(state)
  builder.token({ start, end, kind, isContinued, ...(attribute === undefined ? {} : { attribute }) })
}
