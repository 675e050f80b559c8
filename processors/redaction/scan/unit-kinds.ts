/** What a UTF-16 unit is, by position; a position outside of the text is none of anything. */

const digit = 1
const lower = 2
const upper = 4
/** A letter beyond ASCII: part of a word, never of a code. */
const foreign = 8

/** What may stand between two groups of digits: space, no-break space, `-`, `.`, `/`. */
const joint = 16

const kinds = new Uint8Array(0x1_0000)
for (let unit = 0; unit < 0x80; unit++) kinds[unit] = kindOf(String.fromCharCode(unit))
kinds[160] = joint

function kindOf(unit: string): number {
  if (/[0-9]/u.test(unit)) return digit
  if (/[a-z]/u.test(unit)) return lower
  if (/[A-Z]/u.test(unit)) return upper
  return /[ ./-]/u.test(unit) ? joint : 0
}

/** Not looked at yet: Unicode is asked once for each unit, and only for those that come. */
const unknown = 128
for (let unit = 0x80; unit < 0x1_0000; unit++) if (unit !== 160) kinds[unit] = unknown

/** Kinds, for loops that look at every unit: letters and digits of ASCII, digits, capitals, joints. */
export const codeUnit = digit | lower | upper
export const digitUnit = digit
export const lowerUnit = lower
export const upperUnit = upper
export const jointUnit = joint
/** A sign that joins nothing, or the end of the text. */
export const otherUnit = 0

/** The kind of a unit of ASCII; of others, whatever is no part of a code. */
export function kindOfUnit(unit: number): number {
  return kinds[unit] as number
}

/** Looks before it leaps: `charCodeAt` gives `NaN` outside of a text, and whatever can be `NaN` is slow. */
function kindAt(text: string, index: number): number {
  if (index < 0 || index >= text.length) return 0
  const unit = text.charCodeAt(index)
  const kind = kinds[unit] as number
  return kind === unknown ? learnKind(unit) : kind
}

function learnKind(unit: number): number {
  // half of a pair: letters of rare scripts, and emoji, which no word of ours is part of either
  const kind = /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(String.fromCharCode(unit)) ? foreign : 0
  kinds[unit] = kind
  return kind
}

export function isDigitAt(text: string, index: number): boolean {
  return kindAt(text, index) === digit
}

/** Of ASCII. */
export function isUpperAt(text: string, index: number): boolean {
  return kindAt(text, index) === upper
}

/** A letter or a digit of ASCII: what codes are made of. */
export function isCodeUnitAt(text: string, index: number): boolean {
  return (kindAt(text, index) & (digit | lower | upper)) !== 0
}

/** Space, no-break space, `-`, `.`, `/`. */
export function isJointAt(text: string, index: number): boolean {
  return kindAt(text, index) === joint
}

/** A letter of any script. */
export function isLetterAt(text: string, index: number): boolean {
  return (kindAt(text, index) & (lower | upper | foreign)) !== 0
}

/** A letter or a digit of any script. */
export function isWordUnitAt(text: string, index: number): boolean {
  return (kindAt(text, index) & (digit | lower | upper | foreign)) !== 0
}

/** Does a word begin at `index`, also by a change of case: `clientSecret`? */
export function isWordStart(text: string, index: number): boolean {
  const before = kindAt(text, index - 1)
  if ((before & (lower | upper | foreign)) === 0) return true
  if ((kindAt(text, index) & upper) === 0) return false
  // `userID`, and `HTTPPassword`: the last capital of a run begins the next word
  return (before & lower) !== 0 || ((before & upper) !== 0 && (kindAt(text, index + 1) & lower) !== 0)
}

/** Does the word before `index` end there, perhaps with the `s` of a plural? `PhoneStatusBar` announces no number. */
export function isWordEnd(text: string, index: number): boolean {
  const letters = lower | upper | foreign
  if ((kindAt(text, index) & letters) === 0) return true
  const isPlural = (text.charCodeAt(index) | 32) === 115
  return isPlural && (kindAt(text, index + 1) & letters) === 0
}

/** `nhsNumber`, `ssnValue`: the word goes on, and says the same. */
const qualifiers = /^(?:Number|Nummer|Numero|No|Num|Nr|Id|ID|Code|Value)(?![a-z])/u

/** Does the word before `index` end there, or go on only to say that a number follows? */
export function isAnnouncementEnd(text: string, index: number): boolean {
  if (isWordEnd(text, index)) return true
  return (
    isUpperAt(text, index) && (kindAt(text, index - 1) & lower) !== 0 && qualifiers.test(text.slice(index, index + 8))
  )
}
