import type { TextEncoding } from '../detect.ts'

/**
 * Encodes a text as one was encoded that stood in its place.
 *
 * @param written the other one, with padding if it had any
 * @example encodeSegment('[email]', 'base64', 'Ym9iQGV4YW1wbGUuY29t') // 'W2VtYWlsXQ=='
 */
export function encodeSegment(text: string, encoding: TextEncoding, written: string): string {
  const bytes = new TextEncoder().encode(text)
  if (encoding === 'hex') return encodeHex(bytes, /[A-F]/u.test(written))
  const encoded = btoa(binaryOf(bytes))
  const isPadded = written.endsWith('=') || (encoding === 'base64' && written.length % 4 === 0)
  const units = isPadded ? encoded : encoded.replace(/={1,2}$/u, '')
  return encoding === 'base64' ? units : units.replaceAll('+', '-').replaceAll('/', '_')
}

function encodeHex(bytes: Uint8Array, inCapitals: boolean): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return inCapitals ? digits.toUpperCase() : digits
}

/** As many arguments as every engine takes. */
const chunk = 8_192

function binaryOf(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += chunk) {
    binary += Reflect.apply(String.fromCharCode, undefined, bytes.subarray(start, start + chunk))
  }
  return binary
}
