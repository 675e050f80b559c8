const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]

/**
 * The address of a Bitcoin witness program of version 0.
 *
 * @see BIP 173
 * @param program twenty bytes, in hexadecimal digits
 */
export function bech32Address(program: string): string {
  const bits = Array.from(program, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('')
  const data = [0, ...(bits.match(/.{5}/gu) ?? []).map((group) => Number.parseInt(group, 2))]
  // the human-readable part "bc": its upper bits, a zero, its lower bits
  const rest = remainder([3, 3, 0, 2, 3, ...data, 0, 0, 0, 0, 0, 0]) ^ 1
  const check = [25, 20, 15, 10, 5, 0].map((shift) => (rest >>> shift) & 31)
  return `bc1${[...data, ...check].map((value) => alphabet.charAt(value)).join('')}`
}

function remainder(values: readonly number[]): number {
  let state = 1
  for (const value of values) {
    const top = state >>> 25
    state = ((state & 0x1ffffff) << 5) ^ value
    for (const [bit, generator] of generators.entries()) if (((top >>> bit) & 1) === 1) state ^= generator
  }
  return state
}
