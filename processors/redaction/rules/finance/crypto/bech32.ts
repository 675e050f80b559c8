const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
/** What remains for Bech32, and for Bech32m. */
const remainders = [1, 0x2bc830a3]

/**
 * Does the checksum of a Bech32 or Bech32m string hold?
 *
 * @see https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki
 * @see https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki
 */
export function isBech32(text: string): boolean {
  const lower = text.toLowerCase()
  if (text !== lower && text !== text.toUpperCase()) return false
  const separator = lower.lastIndexOf('1')
  if (separator < 1 || lower.length - separator < 7) return false
  let remainder = 1
  const mix = (value: number): void => {
    const top = remainder >>> 25
    remainder = ((remainder & 0x1ffffff) << 5) ^ value
    generators.forEach((generator, bit) => {
      if (((top >>> bit) & 1) === 1) remainder ^= generator
    })
  }
  for (let index = 0; index < separator; index++) mix(lower.charCodeAt(index) >> 5)
  mix(0)
  for (let index = 0; index < separator; index++) mix(lower.charCodeAt(index) & 31)
  for (let index = separator + 1; index < lower.length; index++) {
    const value = alphabet.indexOf(lower.charAt(index))
    if (value === -1) return false
    mix(value)
  }
  return remainders.includes(remainder)
}
