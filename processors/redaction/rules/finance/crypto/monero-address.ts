import { bitcoinAlphabet, decodeBase58 } from './base58.ts'
import { keccak256 } from './keccak256.ts'

/** Bytes become Base58 in blocks of eight, each of eleven units; the last block is shorter. */
const blockUnits = 11
const blockBytes = 8

/**
 * Does the checksum of an address of Monero hold?
 *
 * @see https://docs.getmonero.org/public-address/standard-address/
 */
export function isMoneroAddress(text: string): boolean {
  if (text.length !== 95 && text.length !== 106) return false
  const bytes: number[] = []
  for (let start = 0; start < text.length; start += blockUnits) {
    const block = text.slice(start, start + blockUnits)
    const decoded = decodeBase58(block, bitcoinAlphabet)
    if (decoded === undefined) return false
    const length = block.length === blockUnits ? blockBytes : Math.floor((block.length * blockBytes) / blockUnits)
    const significant = decoded.slice(-length)
    bytes.push(...new Array<number>(length - significant.length).fill(0), ...significant)
  }
  const expected = keccak256(Uint8Array.from(bytes.slice(0, -4)))
  return bytes.slice(-4).every((byte, index) => byte === expected[index])
}
