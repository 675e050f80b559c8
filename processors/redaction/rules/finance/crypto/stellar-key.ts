const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * Does the checksum of a key of Stellar hold, an account (`G…`) or a seed (`S…`)?
 *
 * @see https://github.com/stellar/stellar-protocol/blob/master/ecosystem/sep-0023.md
 */
export function isStellarKey(text: string): boolean {
  if (!/^[A-Z2-7]{56}$/u.test(text)) return false
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const unit of text) {
    bits = ((bits << 5) | alphabet.indexOf(unit)) & 0xfff
    held += 5
    if (held < 8) continue
    held -= 8
    bytes.push((bits >> held) & 0xff)
  }
  const [low = 0, high = 0] = bytes.slice(-2)
  return crc16(bytes.slice(0, -2)) === ((high << 8) | low)
}

/** CRC-16/XMODEM. */
function crc16(bytes: readonly number[]): number {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021
    crc &= 0xffff
  }
  return crc
}
