import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { isWordAt } from '../text-units.ts'
import { trait } from '../traits.ts'

/** Hardware addresses: `00:1b:44:11:3a:b7`, `00-1B-44-11-3A-B7`, `001b.4411.3ab7`. */
export const mac: Detector = {
  type: 'mac',
  needs: trait.joints,
  find(text, found) {
    findWritten(text, ':', 2, 17, pairs, found)
    findWritten(text, '-', 2, 17, pairs, found)
    findWritten(text, '.', 4, 14, quads, found)
  },
}

const pairs = /^[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}$/iu
const quads = /^(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}$/iu

/** Looks where two separators stand as far apart as in an address, and only there. */
function findWritten(
  text: string,
  separator: string,
  group: number,
  length: number,
  form: RegExp,
  found: Entity[],
): void {
  for (let index = text.indexOf(separator); index !== -1; index = text.indexOf(separator, index + 1)) {
    if (text.charAt(index + group + 1) !== separator) continue
    const start = index - group
    const end = start + length
    if (start < 0 || !form.test(text.slice(start, end)) || isPart(text, separator, start, end)) continue
    const digits = text
      .slice(start, end)
      .replace(/[^0-9a-f]/giu, '')
      .toLowerCase()
    // nobody's, and everybody's
    if (digits === '000000000000' || digits === 'ffffffffffff') continue
    // a version of three numbers with four digits each
    if (separator === '.' && !/[a-f]/u.test(digits)) continue
    found.push({ type: 'mac', start, end, confidence: 0.95 })
    index = end
  }
}

/** A longer row of the same kind is a fingerprint or a dump. */
function isPart(text: string, separator: string, start: number, end: number): boolean {
  const goesOn = (index: number, step: number): boolean =>
    isWordAt(text, index) || (text.charAt(index) === separator && isWordAt(text, index + step))
  return goesOn(start - 1, -1) || goesOn(end, 1)
}
