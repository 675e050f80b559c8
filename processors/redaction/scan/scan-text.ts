import type { Entity } from '../detect.ts'
import type { RowGroups, Span } from '../rules/rule.ts'
import type { AnchorFinder, Ending, FieldReader, Progress, RuleProgram } from './compile-rules.ts'
import { judgeRow } from './judge-row.ts'
import { findLongWords } from './long-words.ts'
import { createNearbyWords, type NearbyWords } from './nearby-words.ts'
import { createRows } from './rows.ts'
import { classMask, classShift, escapeOrForeign, unitCodes } from './unit-classes.ts'
import { isAnnouncementEnd, isWordEnd, isWordStart, isWordUnitAt, lowerUnit } from './unit-kinds.ts'
import { valueStartAfter } from './value-start.ts'

/** What the one pass over a text says of it besides. */
export interface ScanNotes {
  /** No sign of it begins an escape, and all are of ASCII: it reads as it is written. */
  isPlain: boolean
}

/** What was met in one text so far. */
interface Reading {
  text: string
  /** Which text this is: what a rule has read of another one says nothing here. */
  scan: number
  found: Entity[]
  readonly nearby: NearbyWords
  /** The kind of each unit, one place behind it. */
  kinds: Uint8Array
}

/**
 * Makes the function that reads a text once and calls a rule only where its word, its anchor or its digits stand. Numbers
 * are judged at the end, when the words around them are known.
 *
 * @returns what was found in any order, perhaps overlapping
 */
export function createScanner(program: RuleProgram): (text: string, notes?: ScanNotes) => Entity[] {
  const { automaton, endings, codes, longWords, loneLengths } = program
  const { next, firstFinal, firstFrequent } = automaton
  const reading: Reading = { text: '', scan: 0, found: [], nearby: createNearbyWords(), kinds: new Uint8Array(0) }
  const rows = createRows()
  const rowJudges = program.rows.map(({ rule, words }) => {
    const { type, name, minGroups, minDigits, find } = rule
    const isAnnounced = (start: number, end: number): boolean => reading.nearby.isNear(words, start, end)
    return (row: RowGroups): void => {
      if (row.count < minGroups || row.sumOfDigits < minDigits) return
      const spans = find(reading.text, row, reading.nearby.isEmpty ? never : isAnnounced)
      if (spans.length === 0) return
      for (const { start, end, confidence } of spans) {
        reading.found.push({ type, rule: name, start, end, confidence })
      }
    }
  })
  /** Where digits of numbers stand; written over and never shortened: that is slow. */
  const digitsAt: number[] = []
  const isDigits = Uint8Array.from(endings, (ended) => (ended.some(({ kind }) => kind === 'digits') ? 1 : 0))
  const others = endings.map((ended) => ended.filter(({ kind }) => kind !== 'digits'))

  return (text, notes) => {
    // not at the end: a rule that throws must not leave words of one text to the next
    reading.text = text
    reading.scan++
    reading.nearby.clear()
    if (reading.found.length > 0) reading.found = []
    const kinds = rows.begin(text.length)
    reading.kinds = kinds
    let digitCount = 0
    let lastDigit = -1
    let state = 0
    let seen = 0
    for (let index = 0; index < text.length; index++) {
      // all three tables have an answer to everything that can be asked here
      const unit = unitCodes[text.charCodeAt(index)] as number
      seen |= unit
      kinds[index + 1] = unit >> classShift
      state = next[(state << classShift) + (unit & classMask)] as number
      if (state < firstFinal) continue
      if (state >= firstFrequent || isDigits[state - firstFinal] === 1) {
        // one of a run of digits is enough
        if (index !== lastDigit + 1) digitsAt[digitCount++] = index
        lastDigit = index
        if (state >= firstFrequent) continue
      }
      meetAll(others[state - firstFinal] ?? [], reading, index + 1)
      if (reading.found.length > maxFound) return allOf(text)
    }
    if (notes !== undefined) notes.isPlain = (seen & escapeOrForeign) === 0
    if (digitCount > 0) judgeRows(digitCount)
    if (text.length >= minLongWord && longWords.length > 0) findLongWords(longWords, text, reading.found)
    const { found } = reading
    reading.text = ''
    if (found.length > 0) reading.found = []
    return found.length > maxFound ? allOf(text) : found
  }

  function judgeRows(digitCount: number): void {
    const { text, nearby, found } = reading
    for (let index = 0; index < digitCount; index++) {
      const position = digitsAt[index] as number
      if (nearby.isEmpty) {
        const lone = rows.loneDigits(text, position)
        if (lone > 0 && loneLengths[lone] !== 1) continue
      }
      const row = rows.read(text, position)
      if (row === undefined) continue
      judgeRow(codes, text, row, nearby, found)
      if (found.length > maxFound) return
      for (let judge = 0; judge < rowJudges.length; judge++) rowJudges[judge]?.(row)
    }
  }
}

const minLongWord = 25

/** What is found in one text. More of it is a list of people or an attack, and goes as a whole: that costs no time. */
export const maxFound = 10_000

/** One entity instead of too many. Of the type that every policy looks for. */
function allOf(text: string): Entity[] {
  return [{ type: 'secret', rule: 'too_many_entities', start: 0, end: text.length, confidence: 1 }]
}

const never = (): boolean => false

function meetAll(endings: readonly Ending[], reading: Reading, end: number): void {
  for (let index = 0; index < endings.length; index++) {
    const ending = endings[index]
    if (ending !== undefined) meet(ending, reading, end)
  }
}

function meet(ending: Ending, reading: Reading, end: number): void {
  const { text, kinds } = reading
  const start = end - ending.length
  // in the middle of a word, as most are: `st` in `restart`
  if (ending.atWordStart && ((kinds[start] as number) & (kinds[start + 1] as number) & lowerUnit) !== 0) return
  if (ending.kind === 'word') {
    if (isWordStart(text, start) && isAnnouncementEnd(text, end) && !isInMark(text, start, end)) {
      reading.nearby.add(ending.id, start, end)
    }
  } else if (ending.kind === 'field') {
    if (isWordEnd(text, end) && isAsked(ending.progress, reading, start)) meetField(reading, ending, start, end)
  } else {
    if (ending.atWordStart && isWordUnitAt(text, start - 1)) return
    if (ending.exact !== undefined && !text.startsWith(ending.exact, start)) return
    if (isAsked(ending.progress, reading, start)) meetAnchor(reading, ending, start, end)
  }
}

/** Not again what the rule has read already: names in a value, anchors in what was found. */
function isAsked(progress: Progress, { scan }: Reading, start: number): boolean {
  return progress.scan !== scan || start >= progress.until
}

function meetField(reading: Reading, { field, progress, atWordStart }: Ending, start: number, end: number): void {
  const { text, scan } = reading
  if (field === undefined || (atWordStart && !isWordStart(text, start))) return
  const value = valueStartAfter(text, end, field.loose === true)
  if (value === undefined) return
  const span = field.read(text, value)
  if (span === undefined) return
  progress.scan = scan
  progress.until = span.end
  if (span.end > span.start) push(reading, field, span)
}

function meetAnchor(reading: Reading, { anchor, progress }: Ending, start: number, end: number): void {
  const answer = anchor?.find(reading.text, start, end)
  if (answer === undefined || anchor === undefined) return
  if ('start' in answer) meetSpan(reading, anchor, progress, answer)
  else for (const span of answer) meetSpan(reading, anchor, progress, span)
}

function meetSpan(reading: Reading, anchor: AnchorFinder, progress: Progress, span: Span): void {
  progress.until = progress.scan === reading.scan ? Math.max(progress.until, span.end) : span.end
  progress.scan = reading.scan
  if (span.end > span.start) push(reading, anchor, span)
}

function push(reading: Reading, { type, name, confidence }: AnchorFinder | FieldReader, { start, end }: Span): void {
  reading.found.push({ type, rule: name, start, end, confidence })
}

/** The words in what redaction has put into the text say nothing: `[phone] 4711`. */
function isInMark(text: string, start: number, end: number): boolean {
  if (start === 0 || text.charCodeAt(start - 1) !== 91) return false
  const behind = text.charCodeAt(end)
  return behind === 93 || behind === 58
}
