import type { Entity } from '../detect.ts'

const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gu
const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/gu

/**
 * Private keys in PEM, from the first line to the last. One that was cut off goes as far as the text goes.
 *
 * @see RFC 7468
 */
export function findPrivateKeys(text: string, found: Entity[]): void {
  let position = 0
  for (const match of text.matchAll(begin)) {
    if (match.index < position) continue
    end.lastIndex = match.index
    const last = end.exec(text)
    position = last === null ? text.length : last.index + last[0].length
    found.push({ type: 'secret', start: match.index, end: position, confidence: 1 })
  }
}
