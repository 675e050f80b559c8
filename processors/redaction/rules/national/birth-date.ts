import { isDayOfYear } from '../../checksums.ts'

/** Can somebody have been born on this day since 1900? Not in the future, and no 29 February where there was none. */
export function isBirthDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || !isDayOfYear(day, month) || (month === 2 && day === 29 && !isLeapYear(year))) return false
  // days are told by the clock of the person's country, which may be ahead
  return Date.UTC(year, month - 1, day - 1) <= Date.now()
}

/** The same where two digits of the year are all there is. */
export function isShortBirthDate(year: number, month: number, day: number): boolean {
  return isBirthDate(1900 + year, month, day) || isBirthDate(2000 + year, month, day)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
