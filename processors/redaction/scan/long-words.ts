import type { Entity } from '../detect.ts'
import type { LongWordRule } from '../rules/rule.ts'
import { codeUnit, isWordUnitAt, kindOfUnit } from './unit-kinds.ts'

/** No shorter word is asked about, and every longer one has a unit at each step. */
const minLength = 25
const step = 12
const maxLength = 128

/** Words of letters and digits that a rule for long words knows. Most texts have no such word, and cost a few looks at each twelfth unit. */
export function findLongWords(rules: readonly LongWordRule[], text: string, found: Entity[]): void {
  for (let index = step; index + step < text.length; index += step) {
    // no long word goes over a unit that is in none: the next one has a unit at a step behind it
    const gap = gapFrom(text, index)
    if (gap >= 0) {
      index = gap
      continue
    }
    let start = index
    let units = 0
    for (let unit = unitBefore(text, start); start > index - step && unit !== 0; unit = unitBefore(text, start)) {
      units |= unit
      start--
    }
    let end = index
    for (let unit = unitAt(text, end); unit !== 0; unit = unitAt(text, end)) {
      units |= unit
      end++
    }
    index = end
    if (
      // ids of traces, and hashes: no address with a checksum is written with sixteen signs only
      units === hexUnit ||
      end - start < minLength ||
      end - start > maxLength ||
      isWordUnitAt(text, start - 1) ||
      isWordUnitAt(text, end)
    ) {
      continue
    }
    let word: string | undefined
    for (const { initials, check, type, name, confidence } of rules) {
      if (!initials.includes(text.charAt(start))) continue
      word ??= text.slice(start, end)
      if (!check(word)) continue
      found.push({ type, rule: name, start, end, confidence })
      break
    }
  }
}

/** A unit between `index` and the next step that is in no word, the farthest first; -1 if there may be none. */
function gapFrom(text: string, index: number): number {
  if (codeUnits[text.charCodeAt(index + step)] === 0) return index + step
  if (codeUnits[text.charCodeAt(index + 8)] === 0) return index + 8
  if (codeUnits[text.charCodeAt(index + 4)] === 0) return index + 4
  if (codeUnits[text.charCodeAt(index + 6)] === 0) return index + 6
  if (codeUnits[text.charCodeAt(index + 2)] === 0) return index + 2
  return codeUnits[text.charCodeAt(index)] === 0 ? index : -1
}

const hexUnit = 1
const otherUnit = 2

/** By unit, all of them: what it is in a word, or 0. */
const codeUnits = Uint8Array.from({ length: 0x1_0000 }, (_, unit) => {
  if ((kindOfUnit(unit) & codeUnit) === 0) return 0
  return /[0-9a-f]/u.test(String.fromCharCode(unit)) ? hexUnit : otherUnit
})

function unitAt(text: string, index: number): number {
  return index < text.length ? (codeUnits[text.charCodeAt(index)] as number) : 0
}

function unitBefore(text: string, index: number): number {
  return index > 0 ? (codeUnits[text.charCodeAt(index - 1)] as number) : 0
}
