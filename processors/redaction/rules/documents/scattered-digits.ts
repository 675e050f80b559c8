import type { Span } from '../rule.ts'

/**
 * A number with letters and digits by turns, `C01X00T47`: a row would not show where no three digits stand together, so it is
 * read behind its name.
 *
 * @returns `undefined` for words, and for what goes on as a name or a path
 */
export function scatteredDigits(text: string, start: number): Span | undefined {
  const [written] = number.exec(text.slice(start, start + maxLength + 2)) ?? []
  if (written === undefined || written.replace(/\D/gu, '').length < minDigits) return undefined
  return { start, end: start + written.length }
}

const maxLength = 16
const minDigits = 3
const number = /^(?=[A-Z\d]{0,8}\d)[A-Z\d]{7,16}(?![\w-]|\.\w)/u
