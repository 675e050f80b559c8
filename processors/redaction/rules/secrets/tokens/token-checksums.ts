import { crc32 } from './crc32.ts'
import type { Checksum } from './token-format.ts'

const base62Digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * The CRC-32 of what stands between prefix and checksum, in six digits of base 62.
 *
 * @see https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export const crcInBase62: Checksum = {
  length: 6,
  of(token, prefix) {
    let value = crc32(token.slice(prefix.length))
    let written = ''
    for (let digit = 0; digit < 6; digit++) {
      written = base62Digits.charAt(value % 62) + written
      value = Math.floor(value / 62)
    }
    return written
  },
}

/**
 * The CRC-32 of prefix and secret, in hexadecimal with the lowest byte first; the `_` before it is in neither.
 *
 * @see https://github.com/grafana/grafana/blob/main/pkg/components/satokengen/tokengen.go
 */
export const crcOfGrafana: Checksum = {
  length: 8,
  of: (token) => littleEndianHex(crc32(token.slice(0, -1))),
}

/** The CRC-32 of all that stands before it, in hexadecimal capitals; the `=` before it is counted in. */
export const crcOfAtlassian: Checksum = {
  length: 8,
  of: (token) => bigEndianHex(crc32(token)).toUpperCase(),
}

function bigEndianHex(value: number): string {
  return value.toString(16).padStart(8, '0')
}

function littleEndianHex(value: number): string {
  return bigEndianHex(value).replace(/^(..)(..)(..)(..)$/u, '$4$3$2$1')
}
