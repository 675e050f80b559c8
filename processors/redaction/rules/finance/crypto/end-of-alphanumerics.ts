import { isCodeUnitAt } from '../../../scan/unit-kinds.ts'

/** The end of the letters and digits that begin at `start`; no further than `start + max`. */
export function endOfAlphanumerics(text: string, start: number, max: number): number {
  let end = start
  while (end - start < max && isCodeUnitAt(text, end)) end++
  return end
}
