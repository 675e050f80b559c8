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
    if (start === position) break
    const flat = flatEndAt(text, start)
    if (flat < 0) break
    position = flat
  }
  return position
}

/** @returns where the flat ends that begins at `start`; -1 if none does */
export function flatEndAt(text: string, start: number): number {
  if (!isInitial(text, start)) return -1
  const length = flat.exec(text.slice(start, start + 24))?.[0].length
  return length === undefined ? -1 : start + length
}

/** Also `#`. */
const initials = '#AaBbCcDdEeFfGgHhIiLlMmPpRrSsTtUuVvWwXxÉé'
const isInitialUnit = Uint8Array.from({ length: 256 }, (_, unit) =>
  initials.includes(String.fromCharCode(unit)) ? 1 : 0,
)

function isInitial(text: string, start: number): boolean {
  const unit = text.charCodeAt(start)
  if (unit >= 48 && unit <= 57)
    return isFloorSign(text.charCodeAt(start + 1)) || isFloorSign(text.charCodeAt(start + 2))
  return unit < 256 && isInitialUnit[unit] === 1
}

/** `2nd`, `3.`, `3º`: more often the number of the next thing follows. */
function isFloorSign(unit: number): boolean {
  return unit === 46 || unit === 0xba || unit === 0xaa || unit === 0xb0 || (unit >= 97 && unit <= 122)
}

/** Publication 28, appendix C2, and what they are called elsewhere: `m. 5`, `Whg. 3`, `bl. A1`, `lgh 1102`. */
const named = String.raw`(?:apt|apartment|appt|appartement|apto|apartamento|suite|ste|unit|flat|floor|fl|room|rm|bldg|building|bâtiment|bât|lot|level|penthouse|ph|wohnung|whg|étage|stiege|trlr|slip|spc|lgh|piso|puerta|scala)(?:\.? ?#? ?\d{1,5}[A-Z]?|[. ]{1,2}[A-Z]\d{0,4})`
/** Words of languages, too: a number must follow. */
const abbreviated = String.raw`(?:m|bl|sc|et|ap|int|esc|top|tür|stop)\.? ?[A-Z]?\d{1,4}`
/** `3. tv.`, `2º izq.`, `3º B`, `A 5`, `II/3.`, `D:5`, `2nd floor`. */
const numbered = String.raw`# ?[0-9A-Z]{1,5}|\d{1,2}(?:st|nd|rd|th) floor|\d{1,2}\. ?(?:tv|th|mf|sal|em)\.?|\d{1,2}[ºª°] ?(?:izqda|izq|dcha|[A-Z])?\.?|[A-H] \d{1,3}|[IVX]{1,4}\/\d{1,3}\.?|D[:.] ?\d{1,3}`
const flat = new RegExp(`^(?:${named}|${abbreviated}|${numbered})(?![\\p{L}\\p{N}])`, 'iu')

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
