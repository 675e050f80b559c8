const blank = 32
const lineFeed = 10
const backslash = 92

/** What joins the parts of an address. */
const joints = new Uint8Array(0x80)
for (const sign of ' \t,\r\n') joints[sign.charCodeAt(0)] = 1

/** What stands at the beginning of the lines of an address that is quoted: `> Springfield`. */
const quoting = new Uint8Array(0x80)
for (const sign of ' \t>|*?') quoting[sign.charCodeAt(0)] = 1

const maxLength = 12

/**
 * Reads what joins two parts of an address: blanks, commas, the ends of two lines, also those that are still escaped.
 *
 * @returns where the next part begins; `end` itself if nothing is joined
 */
export function jointEnd(text: string, end: number): number {
  const limit = Math.min(text.length, end + maxLength)
  let position = end
  let lines = 0
  while (position < limit) {
    const unit = text.charCodeAt(position)
    const isEscaped = unit === backslash && text.charCodeAt(position + 1) === 110
    if (unit === lineFeed || isEscaped) {
      if (++lines > 2) return end
      position += isEscaped ? 2 : 1
    } else if (unit < 0x80 && (lines > 0 ? quoting : joints)[unit] === 1) position++
    else if (unit < 0x80 && joints[unit] === 1) position++
    else if (isDash(unit) && text.charCodeAt(position - 1) === blank && text.charCodeAt(position + 1) === blank)
      position++
    else break
  }
  return position
}

/** `Main St • Springfield`, `Main St - Springfield`. */
function isDash(unit: number): boolean {
  return unit === 45 || unit === 0x2013 || unit === 0x2022 || unit === 0xb7
}
