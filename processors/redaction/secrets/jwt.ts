import type { Entity } from '../detect.ts'
import { isWordAt } from '../text-units.ts'

const maxLength = 16_384

/**
 * JSON Web Tokens, signed and encrypted ones: `eyJ` is the beginning of `{"` in base64.
 *
 * @see RFC 7519
 */
export function findJwt(text: string, found: Entity[]): void {
  for (let start = text.indexOf('eyJ'); start !== -1; start = text.indexOf('eyJ', start + 3)) {
    if (isWordAt(text, start - 1)) continue
    let end = start
    let dots = 0
    while (end < text.length && end - start < maxLength && /[\w.+/=-]/u.test(text.charAt(end))) {
      if (text.charAt(end) === '.') dots++
      end++
    }
    while (text.charAt(end - 1) === '.') {
      end--
      dots--
    }
    if (dots >= 1 && end - start >= minLength) {
      found.push({ type: 'secret', start, end, confidence: dots >= 2 ? 1 : 0.9 })
    }
    start = Math.max(start, end - 3)
  }
}

/** The shortest header and payload together. */
const minLength = 24
