import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { trait } from '../traits.ts'

/**
 * Each value in the query string of a URL, or of a path, and in a fragment that is written like one.
 *
 * @see RFC 3986, section 3.4
 */
export const urlQuery: Detector = {
  type: 'url_query',
  needs: trait.question | trait.equals | trait.slash,
  find(text, found) {
    // a slash before it in the same word makes it a URL; `a?b=c` alone may be a question
    let hasSlash = false
    for (let index = 0; index < text.length; index++) {
      const unit = text.charAt(index)
      if (unit === '/') hasSlash = true
      else if (/[\s"'<>]/u.test(unit)) hasSlash = false
      else if (hasSlash && (unit === '?' || unit === '#')) index = findValues(text, index + 1, found) - 1
    }
  },
}

const nameUnit = /[\w.~%[\]$-]/u
const valueUnit = /[^\s&;#?"'<>`\\{}|^)\]]/u
const maxNameLength = 64

/** The values of `a=1&b=2` from `from` on. @returns where to go on reading */
function findValues(text: string, from: number, found: Entity[]): number {
  let position = from
  for (;;) {
    const name = runEnd(text, position, nameUnit, maxNameLength)
    if (name === position || text.charAt(name) !== '=') return position
    const end = runEnd(text, name + 1, valueUnit, Number.POSITIVE_INFINITY)
    if (end > name + 1) found.push({ type: 'url_query', start: name + 1, end, confidence: 0.9 })
    if (!/[&;]/u.test(text.charAt(end))) return end
    position = end + 1
  }
}

function runEnd(text: string, from: number, unit: RegExp, limit: number): number {
  let end = from
  while (end < text.length && end - from < limit && unit.test(text.charAt(end))) end++
  return end
}
