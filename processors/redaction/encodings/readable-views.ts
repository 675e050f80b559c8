import { dropped, foldPair, foldUnit, homoglyph, isTypographic } from './fold-character.ts'
import { homoglyphs } from './homoglyphs.ts'
import { isAscii } from './is-ascii.ts'
import { createMixedWords } from './mixed-words.ts'
import { createQueryValues } from './query-values.ts'
import { codePointOf, lengthOf, noEscape, readBackslash, readCharacterReference, readPercent } from './read-escape.ts'
import { createViewWriter, type TextView, type ViewWriter } from './text-view.ts'

/** How a text reads, the escapes taken off layer by layer. */
export interface ReadableViews {
  /** From the outermost layer on; the last has none left, or what is below `maxLayers`. */
  readonly views: readonly TextView[]
  /** Nothing differs from the text but dashes and blanks. */
  readonly isTypographic: boolean
}

/** JSON in a query string in a log line in JSON is three. Each costs one pass. */
const maxLayers = 4

/**
 * Decodes percent encoding, escapes of JSON and its like, and HTML's character references, and folds characters that only
 * look different: full-width forms, digits of all scripts, dashes, blanks, letters that pass for Latin ones.
 *
 * @returns `undefined` if the text reads as it is written, as most do
 */
export function readableViews(text: string): ReadableViews | undefined {
  if (!mayDiffer(text)) return undefined
  const views: TextView[] = []
  let last: TextView = { text }
  let areTypographic = true
  while (views.length < maxLayers) {
    const layer = withoutOneLayer(last, views.length === 0)
    if (layer === undefined) break
    views.push(layer.view)
    last = layer.view
    areTypographic &&= layer.isTypographic
  }
  return views.length === 0 ? undefined : { views, isTypographic: areTypographic }
}

/** Only searches that engines do many units at a time. */
function mayDiffer(text: string): boolean {
  return (
    text.includes('%') ||
    text.includes('\\') ||
    (text.includes('&') && text.includes(';')) ||
    (text.includes('+') && (text.includes('?') || text.includes('&'))) ||
    !isAscii(text)
  )
}

const percent = 37
const ampersand = 38
const plus = 43
const backslash = 92
const space = 32

/** Units that are looked at; all others of ASCII are themselves. */
const isSpecial = new Uint8Array(0x80)
for (const unit of [percent, ampersand, plus, backslash]) isSpecial[unit] = 1

interface Layer {
  readonly view: TextView
  readonly isTypographic: boolean
}

function withoutOneLayer(from: TextView, isOutermost: boolean): Layer | undefined {
  const { text } = from
  const words = createMixedWords(text)
  const queries = createQueryValues(text)
  let writer: ViewWriter | undefined
  let areTypographic = true
  for (let index = 0; index < text.length; ) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80 && isSpecial[unit] === 0) {
      index++
      continue
    }
    let length = 1
    let read: number | undefined = unit
    if (unit === plus) {
      if (isOutermost && queries.isInside(index)) read = space
      if (read === space) areTypographic = false
    } else if (unit < 0x80) {
      const found = readEscape(text, index, unit)
      if (found !== noEscape) {
        length = lengthOf(found)
        read = codePointOf(found)
        areTypographic = false
      }
    } else {
      const low = isHigh(unit) ? text.charCodeAt(index + 1) : 0
      if (isLow(low)) length = 2
      read = length === 2 ? foldPair(unit, low) : foldUnit(unit)
      if (read === homoglyph) read = words.isMixedAt(index) ? latinFor(text.charAt(index)) : unit
      if (read !== undefined && read !== unit && !isTypographic(read)) areTypographic = false
    }
    index += length
    if (read === undefined || (read === unit && length === 1)) continue
    writer ??= createViewWriter(from)
    writer.copyTo(index - length)
    if (read === dropped) writer.drop(index)
    else writer.write(read, index)
  }
  return writer && { view: writer.finish(), isTypographic: areTypographic }
}

function readEscape(text: string, index: number, unit: number): number {
  if (unit === percent) return readPercent(text, index)
  return unit === backslash ? readBackslash(text, index) : readCharacterReference(text, index)
}

function latinFor(letter: string): number | undefined {
  return homoglyphs.get(letter)?.charCodeAt(0)
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
