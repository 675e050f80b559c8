import { homoglyphs } from './homoglyphs.ts'

/** The character says nothing and is left out: zero-width blanks, soft hyphens, marks of direction. */
export const dropped = 0xffff
/** A letter that is a Latin one to the eye: what it is depends on the word around it. */
export const homoglyph = 0xfffe

/** Not looked at yet: Unicode is asked once for each character, and only for those that come. */
const unknown = 0

const foldsOfUnits = new Uint16Array(0x1_0000)
for (let unit = 1; unit < 0x80; unit++) foldsOfUnits[unit] = unit

/**
 * The plain unit that one beyond ASCII is read as: full-width forms, digits of any script, dashes, blanks; itself, if it is
 * a character in its own right; `dropped`; `homoglyph`. Not for halves of pairs.
 */
export function foldUnit(unit: number): number {
  const fold = foldsOfUnits[unit] as number
  if (fold !== unknown) return fold
  const learned = foldOf(String.fromCharCode(unit)) ?? unit
  foldsOfUnits[unit] = learned
  return learned
}

const foldsOfPairs: (Uint16Array | undefined)[] = []
const itself = 0xfffd

/** The same for a pair; `undefined` if it is a character in its own right, as emoji are. */
export function foldPair(high: number, low: number): number | undefined {
  let folds = foldsOfPairs[high - 0xd800]
  if (folds === undefined) {
    folds = new Uint16Array(0x400)
    foldsOfPairs[high - 0xd800] = folds
  }
  let fold = folds[low - 0xdc00]
  if (fold === undefined || fold === unknown) {
    fold = foldOf(String.fromCharCode(high, low)) ?? itself
    folds[low - 0xdc00] = fold
  }
  return fold === itself ? undefined : fold
}

/** Folds that need no second look at the text as it was written: they change dashes and blanks, not words. */
export function isTypographic(fold: number): boolean {
  return fold === dropped || fold === space || fold === dash
}

const space = 32
const dash = 45
const dot = 46

function foldOf(character: string): number | undefined {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return dropped
  if (/\p{Nd}/u.test(character)) return 48 + digitValue(character.codePointAt(0) ?? 0)
  if (/\p{Zs}/u.test(character)) return space
  if (/[\p{Pd}\u2212]/u.test(character)) return dash
  if (/[\u3002\uff61]/u.test(character)) return dot
  if (homoglyphs.has(character)) return homoglyph
  // raised figures and ordinals belong to units and streets: `m²`, `nº`
  if (/[ª²³¹º]/u.test(character)) return undefined
  const compatible = character.normalize('NFKC')
  return /^[!-~]$/u.test(compatible) ? compatible.charCodeAt(0) : undefined
}

/** Unicode has the digits of every script in tens, from zero on, and may have tens next to each other. */
function digitValue(codePoint: number): number {
  let before = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(before - 1))) before--
  return (codePoint - before) % 10
}
