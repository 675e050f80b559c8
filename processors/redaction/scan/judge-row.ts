import type { Entity } from '../detect.ts'
import type { CodeRule, Groups } from '../rules/rule.ts'
import type { NearbyWords } from './nearby-words.ts'
import { isCodeUnitAt, isDigitAt, isLetterAt, isWordUnitAt } from './unit-kinds.ts'

/** The rules for one length. */
export interface CodesOfLength {
  /** By the number of a word in the table: the rules that it announces. */
  readonly byWord: ReadonlyMap<number, readonly CodeRule[]>
  /** Those that need no word. */
  readonly bare: readonly CodeRule[]
  /** Their shapes as one expression; `undefined` if there are none. */
  readonly bareShapes: RegExp | undefined
  /** Of these, the shapes of what may be written without separators. */
  readonly unbrokenShapes: RegExp | undefined
}

/** By length without separators: for digits alone, and for digits and letters. */
export interface CodeTable {
  readonly digits: readonly (CodesOfLength | undefined)[]
  readonly letters: readonly (CodesOfLength | undefined)[]
}

/** The most groups that one code is written in: an IBAN of 34 units in fours. */
const maxGroups = 9
const maxLength = 34

/** Finds codes in one row: from each group on the longest that a rule knows. */
export function judgeRow(table: CodeTable, text: string, groups: Groups, nearby: NearbyWords, found: Entity[]): void {
  for (let first = 0; first < groups.count; first++) {
    const start = groups.starts[first] ?? 0
    const isGlued = isGluedBefore(text, start)
    // a part of a longer number, version, path or name is no code, unless a word announces it: `ssn_078051120`
    if (isGlued && !nearby.endsSomeAt(start - 1)) continue
    // in a column of numbers, a code over several of them needs a word
    const isInColumn = nearby.isEmpty && isNumberBefore(text, groups, first)
    const last = lastGroupFrom(table, text, groups, first, isInColumn, isGlued, nearby, found)
    if (last !== undefined) first = last
  }
}

function lastGroupFrom(
  table: CodeTable,
  text: string,
  groups: Groups,
  first: number,
  isInColumn: boolean,
  isGlued: boolean,
  nearby: NearbyWords,
  found: Entity[],
): number | undefined {
  const start = groups.starts[first] ?? 0
  let length = 0
  let digits = 0
  let last = first
  for (; last < groups.count && last < first + maxGroups; last++) {
    if (isInColumn && last > first && text.charCodeAt((groups.starts[last] ?? 0) - 1) === space) break
    const longer = length + (groups.ends[last] ?? 0) - (groups.starts[last] ?? 0)
    if (longer > maxLength) break
    length = longer
    digits += groups.digits[last] ?? 0
  }
  // the longest first: a shorter one could be a part of it
  for (last--; last >= first; last--) {
    const end = groups.ends[last] ?? 0
    const codes = (length === digits ? table.digits : table.letters)[length]
    length -= end - (groups.starts[last] ?? 0)
    digits -= groups.digits[last] ?? 0
    if (codes === undefined || isGluedBehind(text, end)) continue
    const isAmong = hasSpace(text, groups, first, last) && isAmongNumbers(text, groups, first, last)
    const entity = identify(codes, text, start, end, isGlued, isAmong, last === first, nearby)
    if (entity === undefined) continue
    found.push(entity)
    return last
  }
  return undefined
}

/** Is one of the joints between these groups a space? */
function hasSpace(text: string, { ends }: Groups, first: number, last: number): boolean {
  for (let index = first; index < last; index++) if (text.charCodeAt(ends[index] ?? 0) === space) return true
  return false
}

/** Columns of numbers, `081110 114020 10232`: two of them in a row can look like one in two groups. */
function isAmongNumbers(text: string, groups: Groups, first: number, last: number): boolean {
  if (isNumberBefore(text, groups, first)) return true
  return isNumber(groups, last + 1) && text.charCodeAt(groups.ends[last] ?? 0) === space
}

function isNumberBefore(text: string, groups: Groups, first: number): boolean {
  return isNumber(groups, first - 1) && text.charCodeAt((groups.starts[first] ?? 0) - 1) === space
}

function isNumber({ count, starts, ends, digits }: Groups, index: number): boolean {
  return index >= 0 && index < count && digits[index] === (ends[index] ?? 0) - (starts[index] ?? 0)
}

function identify(
  { byWord, bare, bareShapes, unbrokenShapes }: CodesOfLength,
  text: string,
  start: number,
  end: number,
  isGlued: boolean,
  isAmong: boolean,
  isUnbroken: boolean,
  nearby: NearbyWords,
): Entity | undefined {
  const isAlone = nearby.isEmpty
  const shapes = isUnbroken ? unbrokenShapes : bareShapes
  if (isAlone && (isAmong || shapes === undefined)) return undefined
  const written = withPlainSpaces(text.slice(start, end))
  if (!isAlone) {
    const announced = identifyByWord(byWord, written, isGlued ? nearby.endingAt(start - 1) : nearby.around(start, end))
    if (announced !== undefined) return entityOf(announced, start, end, 0.95)
  }
  if (isGlued || isAmong || shapes?.test(written) !== true) return undefined
  const code = identifyBare(bare, written)
  return code && entityOf(code, start, end, 0.9)
}

function identifyBare(bare: readonly CodeRule[], written: string): CodeRule | undefined {
  let compact: string | undefined
  for (const code of bare) {
    if (!isBare(code, written) || !code.shape.test(written)) continue
    compact ??= compactOf(written)
    if (code.check === undefined || code.check(compact)) return code
  }
  return undefined
}

/** Words are few, and each announces few codes of one length; codes that a length can be are many. */
function identifyByWord(
  byWord: CodesOfLength['byWord'],
  written: string,
  words: readonly number[],
): CodeRule | undefined {
  let compact: string | undefined
  for (const word of words) {
    const codes = byWord.get(word)
    if (codes === undefined) continue
    compact ??= compactOf(written)
    for (const code of codes) if (isRight(code, written, compact)) return code
  }
  return undefined
}

function isRight({ shape, check }: CodeRule, written: string, compact: string): boolean {
  return shape.test(written) && (check === undefined || check(compact))
}

function entityOf({ type, name }: CodeRule, start: number, end: number, confidence: number): Entity {
  return { type, rule: name, start, end, confidence }
}

function isBare({ bare }: CodeRule, written: string): boolean {
  return typeof bare === 'boolean' ? bare : bare.test(written)
}

function withPlainSpaces(written: string): string {
  return written.includes('\u00a0') ? written.replaceAll('\u00a0', ' ') : written
}

const separators = /[ .\-/]/u
const allSeparators = /[ .\-/]/gu

function compactOf(written: string): string {
  return (separators.test(written) ? written.replace(allSeparators, '') : written).toUpperCase()
}

function isGluedBefore(text: string, start: number): boolean {
  if (start === 0) return false
  const joint = text.charCodeAt(start - 1)
  if (joint === space) return false
  if (joint === underscore || isWordUnitAt(text, start - 1)) return true
  if (start === 1) return false
  if (joint === dash || joint === dot) return text.charCodeAt(start - 2) === underscore || isWordUnitAt(text, start - 2)
  return (joint === slash || joint === colon) && isDigitAt(text, start - 2)
}

function isGluedBehind(text: string, end: number): boolean {
  if (end === text.length) return false
  const joint = text.charCodeAt(end)
  if (joint === space) return false
  if (joint === underscore) return isCodeUnitAt(text, end + 1)
  if (joint === dash) return isWordUnitAt(text, end + 1)
  if (joint === dot || joint === slash || joint === colon) return isDigitAt(text, end + 1)
  return joint === at ? isLetterAt(text, end + 1) : isWordUnitAt(text, end)
}

const space = 32
const dash = 45
const dot = 46
const slash = 47
const colon = 58
const at = 64
const underscore = 95
