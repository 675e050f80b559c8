import { createHash } from 'node:crypto'
import { hexDigits, type Random } from './random.ts'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** An address of a coin: its version, twenty bytes, and four bytes of a checksum, in base 58. */
export function base58Check(random: Random, version: number): string {
  const payload = Buffer.from(version.toString(16).padStart(2, '0') + random.units(hexDigits, 40), 'hex')
  const digest = createHash('sha256').update(createHash('sha256').update(payload).digest()).digest()
  let rest = BigInt(`0x${Buffer.concat([payload, digest.subarray(0, 4)]).toString('hex')}`)
  let written = ''
  for (; rest > 0n; rest /= 58n) written = alphabet.charAt(Number(rest % 58n)) + written
  // each leading byte of zero is written as a one
  const zeros = payload.findIndex((byte) => byte !== 0)
  return '1'.repeat(zeros) + written
}
