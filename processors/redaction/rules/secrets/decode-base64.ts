/**
 * Base64 and its form for URLs, as ISO 8859-1. For headers and the like, which are ASCII.
 *
 * @returns `undefined` if it is neither
 */
export function decodeBase64(text: string): string | undefined {
  let decoded = ''
  let bits = 0
  let held = 0
  for (let index = 0; index < text.length; index++) {
    const value = valueOfUnit(text.charCodeAt(index))
    if (value === undefined) return /^=+$/u.test(text.slice(index)) ? decoded : undefined
    bits = ((bits << 6) | value) & 0xfff
    held += 6
    if (held < 8) continue
    held -= 8
    decoded += String.fromCharCode((bits >> held) & 0xff)
  }
  return decoded
}

function valueOfUnit(unit: number): number | undefined {
  if (unit >= 97 && unit <= 122) return unit - 71
  if (unit >= 65 && unit <= 90) return unit - 65
  if (unit >= 48 && unit <= 57) return unit + 4
  if (unit === 43 || unit === 45) return 62
  return unit === 47 || unit === 95 ? 63 : undefined
}
