import { keccak256 } from './keccak256.ts'

/**
 * Is the case of the letters of `0x…` the checksum of its digits? Addresses in one case have none.
 *
 * @see https://eips.ethereum.org/EIPS/eip-55
 */
export function hasCaseChecksum(address: string): boolean {
  if (!/^0x[0-9a-fA-F]{40}$/u.test(address)) return false
  const digits = address.slice(2)
  const lower = digits.toLowerCase()
  if (digits === lower || digits === digits.toUpperCase()) return false
  const hash = keccak256(Uint8Array.from(lower, (digit) => digit.charCodeAt(0)))
  for (let index = 0; index < digits.length; index++) {
    const half = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15
    const digit = lower.charAt(index)
    if (digits.charAt(index) !== (half > 7 ? digit.toUpperCase() : digit)) return false
  }
  return true
}
