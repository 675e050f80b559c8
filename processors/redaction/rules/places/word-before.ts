/** Words of addresses, read from their end: streets are announced by what stands last in them. */

const blank = 32
const comma = 44

/** Of units that end a word: 1 always, 2 but not as the apostrophe of `O'Connell`, 3 but not as the colon of `10:36`. */
const borders = new Uint8Array(0x1_0000)
for (const sign of ' \t\r\n"`()[]{}<>=;|,\u00a0“”„«»') borders[sign.charCodeAt(0)] = 1
borders[39] = 2
borders[58] = 3

/** Longer words are names of classes, or no words at all. */
const maxLength = 28

/**
 * @returns where the word begins that ends at `end`: behind a blank, a comma, a quote, a bracket, or the colon of a field;
 *   -1 if it is too long, or none
 */
export function wordStartBefore(text: string, end: number): number {
  const limit = end > maxLength ? end - maxLength : 0
  let position = end
  while (position > limit) {
    const border = borders[text.charCodeAt(position - 1)] as number
    if (border !== 0 && isBorder(text, position - 1, border)) break
    position--
  }
  return position === end || (position === limit && limit > 0) ? -1 : position
}

function isBorder(text: string, index: number, border: number): boolean {
  if (border === 2) return !(isLetterUnit(text, index - 1) && isLetterUnit(text, index + 1))
  return border !== 3 || !isDigitUnit(text, index - 1)
}

/** @returns where the word before ends that a blank, or a comma and a blank, joins to the one at `start`; -1 if nothing does */
export function joinedWordEnd(text: string, start: number): number {
  if (start < 2 || text.charCodeAt(start - 1) !== blank) return -1
  return text.charCodeAt(start - 2) === comma ? start - 2 : start - 1
}

/** A capital of any script. */
export function isCapitalAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index)
  if (unit < 0x80) return unit >= 65 && unit <= 90
  return /\p{Lu}/u.test(text.charAt(index))
}

function isDigitUnit(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}

function isLetterUnit(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const unit = text.charCodeAt(index) | 32
  return unit >= 97 && unit <= 122
}
