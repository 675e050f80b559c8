import { namedCharacters } from './named-characters.ts'

/**
 * What an escape stands for, and how long it is: `codePoint * 32 + length`. One number, because these are read by the
 * million in hostile texts.
 */
export type Escape = number

export const noEscape = 0

export function codePointOf(read: Escape): number {
  return read >>> 5
}

export function lengthOf(read: Escape): number {
  return read & 31
}

function escapeOf(codePoint: number, length: number): Escape {
  return codePoint * 32 + length
}

/** `%40`, `%C3%A9`; bytes that are not UTF-8 are taken for ISO 8859-1, as older programs write them. RFC 3986, section 2.1 */
export function readPercent(text: string, at: number): Escape {
  const first = byteAt(text, at)
  if (first < 0xc2 || first > 0xf4) return isAlone(first) ? escapeOf(first, 3) : noEscape
  const count = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
  let codePoint = first & (0x3f >> count)
  for (let index = 1; index <= count; index++) {
    const byte = byteAt(text, at + 3 * index)
    // digits of another script behind the `%`: to be read once they are folded
    if (byte < 0 && text.charCodeAt(at + 3 * index) === percent) return noEscape
    if (byte < 0x80 || byte > 0xbf) return escapeOf(first, 3)
    codePoint = (codePoint << 6) | (byte & 0x3f)
  }
  return codePoint > 0x10ffff ? escapeOf(first, 3) : escapeOf(codePoint, 3 * (count + 1))
}

/** No letter of ISO 8859-1 is among what goes on a character of UTF-8; the blank is worth reading. */
function isAlone(byte: number): boolean {
  return byte >= 0 && (byte < 0x80 || byte === 0xa0 || byte >= 0xc0)
}

/** `-1` where no `%` with two digits stands. */
function byteAt(text: string, at: number): number {
  return text.charCodeAt(at) === percent ? hexAt(text, at + 1, 2) : -1
}

/** `-1` if these are not `count` digits. */
function hexAt(text: string, at: number, count: number): number {
  if (at + count > text.length) return -1
  let value = 0
  for (let index = at; index < at + count; index++) {
    const digit = hexDigit(text.charCodeAt(index))
    if (digit < 0) return -1
    value = value * 16 + digit
  }
  return value
}

function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48
  const letter = unit | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const percent = 37

/** `\"`, `\/`, `\n`, `\u0040`, and what programming languages add: `\'`, `\x40`, `\u{40}`. RFC 8259, section 7 */
export function readBackslash(text: string, at: number): Escape {
  const unit = text.charCodeAt(at + 1)
  switch (unit) {
    case 34: // "
    case 39: // '
    case 47: // /
    case 92: // \
      return escapeOf(unit, 2)
    case 98: // b
      return escapeOf(8, 2)
    case 102: // f
      return escapeOf(12, 2)
    case 110: // n
      return escapeOf(10, 2)
    case 114: // r
      return escapeOf(13, 2)
    case 116: // t
      return escapeOf(9, 2)
    case 117: // u
      return text.charCodeAt(at + 2) === 123 ? readBraces(text, at) : readHex(text, at, 4)
    case 120: // x
      return readHex(text, at, 2)
    default:
      return noEscape
  }
}

function readHex(text: string, at: number, digits: number): Escape {
  const value = hexAt(text, at + 2, digits)
  return value < 0 ? noEscape : escapeOf(value, 2 + digits)
}

function readBraces(text: string, at: number): Escape {
  // not farther than six digits
  const digits = text.slice(at + 3, at + 10).indexOf('}')
  if (digits < 1 || digits > 6) return noEscape
  const value = hexAt(text, at + 3, digits)
  return value < 0 || value > 0x10ffff ? noEscape : escapeOf(value, digits + 4)
}

const maxReference = 12

/** `&#64;`, `&#x40;`, `&commat;`. HTML, section 13.5 */
export function readCharacterReference(text: string, at: number): Escape {
  let end = at + 2
  while (end < at + maxReference && isNameUnit(text.charCodeAt(end))) end++
  if (text.charCodeAt(end) !== semicolon) return noEscape
  const length = end + 1 - at
  if (text.charCodeAt(at + 1) !== hash) {
    const named = namedCharacters.get(text.slice(at + 1, end))
    return named === undefined ? noEscape : escapeOf(named, length)
  }
  const isHex = (text.charCodeAt(at + 2) | 32) === 120
  const value = isHex ? hexAt(text, at + 3, end - at - 3) : decimalAt(text, at + 2, end)
  return value <= 0 || value > 0x10ffff ? noEscape : escapeOf(value, length)
}

function decimalAt(text: string, start: number, end: number): number {
  let value = 0
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function isNameUnit(unit: number): boolean {
  const letter = unit | 32
  return (unit >= 48 && unit <= 57) || (letter >= 97 && letter <= 122)
}

const hash = 35
const semicolon = 59
