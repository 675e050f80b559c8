import { sha256 } from './sha256.ts'

export const bitcoinAlphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
/** XRP Ledger: the same digits in another order, so that accounts begin with `r`. */
export const rippleAlphabet = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz'

/** @returns the bytes; `undefined` if a unit is not of the alphabet */
export function decodeBase58(text: string, alphabet: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length)
  let used = 0
  for (const unit of text) {
    let carry = alphabet.indexOf(unit)
    if (carry === -1) return undefined
    for (let index = 0; index < used || carry > 0; index++) {
      carry += (bytes[index] ?? 0) * 58
      bytes[index] = carry & 0xff
      carry >>= 8
      used = Math.max(used, index + 1)
    }
  }
  const zero = alphabet.charAt(0)
  for (let index = 0; index < text.length && text.charAt(index) === zero; index++) used++
  return bytes.slice(0, used).reverse()
}

/**
 * Base58 with a checksum: four bytes of a double SHA-256 at the end.
 *
 * @returns the bytes before the checksum; `undefined` if it is wrong
 * @see https://en.bitcoin.it/wiki/Base58Check_encoding
 */
export function decodeBase58Check(text: string, alphabet: string): Uint8Array | undefined {
  const bytes = decodeBase58(text, alphabet)
  if (bytes === undefined || bytes.length < 5) return undefined
  const payload = bytes.subarray(0, -4)
  const expected = sha256(sha256(payload))
  return bytes.subarray(-4).every((byte, index) => byte === expected[index]) ? payload : undefined
}
