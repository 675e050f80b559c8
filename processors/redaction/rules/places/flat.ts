import { isHouseNumber } from './house-number.ts'
import { jointEnd } from './joint.ts'
import { joinedWordEnd, wordStartBefore } from './word-before.ts'

/**
 * Reads what follows a street and stands in its house: `Apt. 4`, `Suite 12, Floor 3`, `#5`, `2nd floor`, in the same line or
 * the next.
 *
 * @returns where it ends; `end` itself if nothing follows
 */
export function flatEnd(text: string, end: number): number {
  let position = end
  for (let count = 0; count < 3; count++) {
    const start = jointEnd(text, position)
    if (start === position || !isInitial(text.charCodeAt(start))) break
    const length = flat.exec(text.slice(start, start + 24))?.[0].length
    if (length === undefined) break
    position = start + length
  }
  return position
}

/** Also `#`, and the digit of `2nd floor`. */
const initials = '#0123456789AaSsUuFfRrBbLlPpWwÉéTt'
const isInitialUnit = Uint8Array.from({ length: 256 }, (_, unit) =>
  initials.includes(String.fromCharCode(unit)) ? 1 : 0,
)

function isInitial(unit: number): boolean {
  return unit < 256 && isInitialUnit[unit] === 1
}

/** Publication 28, appendix C2, and what they are called in British, French, German, Spanish and Portuguese. */
const flat =
  /^(?:(?:apt|apartment|appt|appartement|apto|apartamento|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|bâtiment|lot|level|penthouse|ph|wohnung|whg|étage|top|trlr|slip|spc|stop)\.? ?#? ?(?:\d{1,5}[A-Z]?|[A-Z]\d{0,4})|# ?[0-9A-Z]{1,5}|\d{1,2}(?:st|nd|rd|th) floor)(?![\p{L}\p{N}])/iu

const flatNames = new Set(['flat', 'apt', 'apt.', 'apartment', 'unit', 'suite', 'room'])

/**
 * Reads what stands before the number of a house: `Flat 3, 12B`, `Unit 5 12`, and the number of the flat alone: `4 120`.
 *
 * @returns where it begins; `number` itself if nothing stands there
 */
export function flatStartBefore(text: string, number: number): number {
  const end = joinedWordEnd(text, number)
  if (end < 0) return number
  const last = text.charCodeAt(end - 1)
  const isDigit = last >= 48 && last <= 57
  if (!isDigit && !(last >= 65 && last <= 90)) return number
  const start = wordStartBefore(text, end)
  if (start < 0) return number
  const word = text.slice(start, end)
  if (!(isDigit ? isHouseNumber(word) : /^[0-9]{0,3}[A-Z]$/u.test(word))) return number
  const nameEnd = joinedWordEnd(text, start)
  const nameStart = nameEnd < 0 ? -1 : wordStartBefore(text, nameEnd)
  if (nameStart >= 0 && flatNames.has(text.slice(nameStart, nameEnd).toLowerCase())) return nameStart
  return /^[0-9]{1,5}$/u.test(word) && end === number - 1 ? start : number
}
