import { isTextByte } from './encoded-segment.ts'

/** Where segments are decoded to, one after the other. Never given away: `textOf` copies. */
let bytes: Uint8Array = new Uint8Array(1_024)

/** The same, with room for `length` bytes. */
export function bytesFor(length: number): Uint8Array {
  if (length > bytes.length) {
    const larger = new Uint8Array(2 * length)
    larger.set(bytes)
    bytes = larger
  }
  return bytes
}

/** How many bytes of the same character must follow one of a text in UTF-8; `-1`: it is in no text, at least not here. */
export function continuationsAfter(byte: number, expected: number): number {
  if (expected > 0) return byte >= 0x80 && byte < 0xc0 ? expected - 1 : -1
  if (byte < 0x80) return isTextByte[byte] === 1 ? 0 : -1
  if (byte < 0xc2 || byte > 0xf4) return -1
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The first bytes as text; `undefined` if they are none. */
export function textOf(length: number): string | undefined {
  if (length <= maxShort && isAsciiText(length)) return asciiText(length)
  try {
    const text = utf8.decode(bytes.subarray(0, length))
    // the last two bytes of Base64 are not looked at before
    return /[^\P{Cc}\s]/u.test(text.slice(-2)) ? undefined : text
  } catch {
    return undefined
  }
}

/** Decoders are made for more. */
const maxShort = 48

function isAsciiText(length: number): boolean {
  for (let index = 0; index < length; index++) if (isTextByte[bytes[index] as number] !== 1) return false
  return true
}

function asciiText(length: number): string {
  let text = ''
  for (let index = 0; index < length; index++) text += String.fromCharCode(bytes[index] as number)
  return text
}
