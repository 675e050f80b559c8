import { kindOfUnit } from './unit-kinds.ts'

/**
 * The alphabet of the automaton: what a UTF-16 unit counts as. Letters lose case and accents, digits are all the same, so
 * that one word of the table stands for all its spellings, and `ddd` for every three digits.
 */

/** Letters of the Latin alphabets are below; units from here on count as `unknownClass` until a rule has a word of them, as do the signs of ASCII. */
const latinEnd = 0x180

export const unknownClass = 0
export const digitClass = 1
/** What joins the words of a name: space, tab, `_`, `-`, `.`. */
export const jointClass = 2
const firstLetterClass = 3

/** Letters that Unicode does not take apart into a letter and an accent. */
const likeLetters: Readonly<Record<string, string>> = { ß: 's', ø: 'o', ł: 'l', đ: 'd', æ: 'a', œ: 'o', ı: 'i', ð: 'd' }

/** A power of two, so that a state and a class make an index by shifting; there are no more classes than that. */
export const classShift = 6
export const classMask = (1 << classShift) - 1

/** By unit, all of them, so that a look-up needs no question: the class, and above it the kind of `unit-kinds.ts`. */
export const unitCodes = Uint16Array.from({ length: 0x1_0000 }, (_, unit) => kindOfUnit(unit) << classShift)

/** Above the kind: signs that escapes are written with, and all units beyond ASCII. */
export const escapeOrForeign = 1 << 15
for (let unit = 0; unit < 0x1_0000; unit++) {
  if (unit >= 0x80 || '%\\&+'.includes(String.fromCharCode(unit)))
    unitCodes[unit] = (unitCodes[unit] ?? 0) | escapeOrForeign
}

let count = firstLetterClass + 26

for (let unit = 0; unit < latinEnd; unit++) setClass(unit, classOf(String.fromCharCode(unit)))

function setClass(unit: number, unitClass: number): void {
  unitCodes[unit] = ((unitCodes[unit] ?? 0) & ~classMask) | unitClass
}

function classAt(text: string, index: number): number {
  return (unitCodes[text.charCodeAt(index)] ?? unknownClass) & classMask
}

function classOf(unit: string): number {
  if (/[0-9]/u.test(unit)) return digitClass
  if (/[ \t\u00a0_.-]/u.test(unit)) return jointClass
  const lower = unit.toLowerCase()
  const letter = (likeLetters[lower] ?? lower).normalize('NFD').charCodeAt(0) - 97
  if (letter >= 0 && letter < 26) return firstLetterClass + letter
  return unknownClass
}

/** The classes of a word or an anchor; its signs, and its letters of other scripts, become part of the alphabet. */
export function classesOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, index) => {
    if (classAt(text, index) === unknownClass) {
      if (count > classMask) throw new RangeError('privity: the words of the rules have too many letters')
      for (const spelling of [text.charAt(index).toLowerCase(), text.charAt(index).toUpperCase()]) {
        setClass(spelling.charCodeAt(0), count)
      }
      count++
    }
    return classAt(text, index)
  })
}
