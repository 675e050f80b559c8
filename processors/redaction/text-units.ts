/** Tests of single UTF-16 units, by position; a position outside of the text is none of anything. */

export function isDigitAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}

/** A letter, a digit or `_`; units beyond ASCII count as letters. */
export function isWordAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return (
    (unit >= 48 && unit <= 57) ||
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    unit === 95 ||
    (unit > 127 && unit !== 160 && /[\p{L}\p{N}]/u.test(text.charAt(index)))
  )
}

/**
 * Does `text` before `index`, at most `reach` units back, match? For words that say what comes next. The words in marks of
 * redaction say nothing: `[phone] 4711`.
 */
export function hasBefore(text: string, index: number, reach: number, words: RegExp): boolean {
  const before = text.slice(Math.max(0, index - reach), index)
  return words.test(before.includes(']') ? before.replace(marks, ' ') : before)
}

/** The first may be cut in half. */
const marks = /(?:^|\[)[\w:]{0,70}\]/gu
