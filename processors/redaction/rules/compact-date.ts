import { isDayOfYear, numberAt } from '../checksums.ts'

/** `20310115`: beside the word for a passport or an account, eight digits may be the day it ends. */
export function isCompactDate(digits: string): boolean {
  return /^(?:19|20)\d{6}$/u.test(digits) && isDayOfYear(numberAt(digits, 6, 8), numberAt(digits, 4, 6))
}
