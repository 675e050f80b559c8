import { passesIcao9303 } from '../../checksums.ts'

/** Is this a line of the machine readable zone of a passport or a card, with the right check digits where it has some? */
export function isMrzLine(line: string): boolean {
  switch (line.length) {
    case 30:
      return isFirstOfCard(line) || isSecondOfCard(line) || cardNames.test(line)
    case 36:
      return (
        isNumberLine(line, [
          [0, 10],
          [13, 20],
          [21, 35],
        ]) || names.test(line)
      )
    case 44:
      return (
        (isNumberLine(line, [
          [0, 10],
          [13, 20],
          [21, 43],
        ]) &&
          passes(line.slice(28, 43))) ||
        names.test(line)
      )
    case 72:
    case 88:
      // the line feed is lost
      return isMrzLine(line.slice(0, line.length / 2)) && isMrzLine(line.slice(line.length / 2))
    default:
      return false
  }
}

/**
 * Does this begin as the line with the number does, up to the check digit of the last day: number, nationality, date of
 * birth, sex, last day?
 */
export function beginsAsMrzNumberLine(line: string): boolean {
  return (
    numberLine.test(line.slice(0, 28)) &&
    passes(line.slice(0, 10)) &&
    passes(line.slice(13, 20)) &&
    passes(line.slice(21, 28))
  )
}

const numberLine =
  /^[A-Z0-9<]{9}\d[A-Z][A-Z<]{2}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d[FMX<]\d\d(?:0\d|1[0-2])[0-3]\d\d$/u
/** The kind of document, who issued it, and the name. */
const names = /^[ACIPV][A-Z<][A-Z][A-Z<]{2}[A-Z]{1,35}(?=[A-Z<]{0,34}<<)[A-Z<]{1,38}$/u
const cardNames = /^[A-Z]{1,27}(?=[A-Z<]{0,26}<<)[A-Z<]{2,29}$/u
const cardFirst = /^[ACI][A-Z<][A-Z][A-Z<]{2}[A-Z0-9<]{9}\d[A-Z0-9<]{15}$/u
const cardSecond =
  /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d[FMX<]\d\d(?:0\d|1[0-2])[0-3]\d\d[A-Z][A-Z<]{2}[A-Z0-9<]{11}\d$/u

/** The last check digit is that of several parts together. */
function isNumberLine(line: string, parts: readonly (readonly [start: number, end: number])[]): boolean {
  if (!beginsAsMrzNumberLine(line)) return false
  return passes(parts.map(([start, end]) => line.slice(start, end)).join('') + line.slice(-1))
}

function isFirstOfCard(line: string): boolean {
  return cardFirst.test(line) && passes(line.slice(5, 15))
}

function isSecondOfCard(line: string): boolean {
  return cardSecond.test(line) && passes(line.slice(0, 7)) && passes(line.slice(8, 15))
}

/** The filler counts as zero, also where it stands in for the check digit of what is not there. */
function passes(code: string): boolean {
  return passesIcao9303(code.replaceAll('<', '0'))
}
