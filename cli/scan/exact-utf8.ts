import { isUtf8 } from 'node:buffer'

/** Below this many bytes it is cheaper to look at each than to halve again. */
const smallest = 64

/**
 * Text of bytes that may not all be UTF-8. A byte that fits nowhere becomes a lone surrogate, U+DC00 and its value, so
 * that `encodeExactly` gives back the same bytes: a copy differs from its original only where something was replaced.
 */
export function decodeExactly(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  if (bytes.length <= smallest) return decodeBytewise(bytes)
  const middle = startOfCharacter(bytes, bytes.length >> 1)
  return decodeExactly(bytes.subarray(0, middle)) + decodeExactly(bytes.subarray(middle))
}

/** The bytes that `decodeExactly` made `text` of. */
export function encodeExactly(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8')
  const parts: Buffer[] = []
  let position = 0
  for (const { index, 0: unit } of text.matchAll(/[\uDC80-\uDCFF]/gu)) {
    parts.push(Buffer.from(text.slice(position, index), 'utf8'), Buffer.of(unit.charCodeAt(0) - 0xdc00))
    position = index + 1
  }
  parts.push(Buffer.from(text.slice(position), 'utf8'))
  return Buffer.concat(parts)
}

/** The last position up to `index` at which a character can begin. */
export function startOfCharacter(bytes: Buffer, index: number): number {
  for (let back = 0; back < 4 && back < index; back++) {
    if (((bytes[index - back] ?? 0) & 0xc0) !== 0x80) return index - back
  }
  return index
}

function decodeBytewise(bytes: Buffer): string {
  let text = ''
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0
    const length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    const character = bytes.subarray(index, index + length)
    if (isUtf8(character)) {
      text += character.toString('utf8')
      index += length
    } else {
      text += String.fromCharCode(0xdc00 + byte)
      index++
    }
  }
  return text
}
