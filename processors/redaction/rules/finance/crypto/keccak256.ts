const rate = 136
const lanes = 25
const lane64 = (1n << 64n) - 1n

/**
 * Keccak-256 as Ethereum and Monero have it: with the padding from before it became SHA-3. Slow and short; it is asked only
 * about what already has the form of an address.
 *
 * @see https://keccak.team/files/Keccak-reference-3.0.pdf
 */
export function keccak256(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array((Math.floor(bytes.length / rate) + 1) * rate)
  padded.set(bytes)
  padded[bytes.length] = 0x01
  padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80
  const view = new DataView(padded.buffer)
  const state = new Array<bigint>(lanes).fill(0n)
  for (let block = 0; block < padded.length; block += rate) {
    for (let lane = 0; lane < rate / 8; lane++)
      state[lane] = (state[lane] ?? 0n) ^ view.getBigUint64(block + lane * 8, true)
    permute(state)
  }
  const digest = new DataView(new ArrayBuffer(32))
  for (let lane = 0; lane < 4; lane++) digest.setBigUint64(lane * 8, state[lane] ?? 0n, true)
  return new Uint8Array(digest.buffer)
}

/** Keccak-f[1600], 24 rounds. */
function permute(state: bigint[]): void {
  const at = (index: number): bigint => state[index] ?? 0n
  for (const constant of roundConstants) {
    const columns = [0, 1, 2, 3, 4].map((x) => at(x) ^ at(x + 5) ^ at(x + 10) ^ at(x + 15) ^ at(x + 20))
    for (let index = 0; index < lanes; index++) {
      const x = index % 5
      state[index] = at(index) ^ (columns[(x + 4) % 5] ?? 0n) ^ turn(columns[(x + 1) % 5] ?? 0n, 1)
    }
    let carried = at(1)
    for (const { lane, bits } of walk) {
      const next = at(lane)
      state[lane] = turn(carried, bits)
      carried = next
    }
    for (let row = 0; row < lanes; row += 5) {
      const before = [at(row), at(row + 1), at(row + 2), at(row + 3), at(row + 4)]
      for (let x = 0; x < 5; x++) {
        const next = before[(x + 1) % 5] ?? 0n
        state[row + x] = (before[x] ?? 0n) ^ (~next & lane64 & (before[(x + 2) % 5] ?? 0n))
      }
    }
    state[0] = at(0) ^ constant
  }
}

/** The order in which lanes move, and how far each turns: triangular numbers. */
const walk = walkOfLanes()

function walkOfLanes(): readonly { readonly lane: number; readonly bits: number }[] {
  const steps: { lane: number; bits: number }[] = []
  let [x, y] = [1, 0]
  for (let step = 1; step < lanes; step++) {
    ;[x, y] = [y, (2 * x + 3 * y) % 5]
    steps.push({ lane: x + 5 * y, bits: ((step * (step + 1)) / 2) % 64 })
  }
  return steps
}

/** A shift register of eight bits gives the bits of each constant. */
const roundConstants = constantsOfRounds()

function constantsOfRounds(): readonly bigint[] {
  let register = 1
  return Array.from({ length: 24 }, () => {
    let constant = 0n
    for (let bit = 0; bit < 7; bit++) {
      if ((register & 1) === 1) constant |= 1n << BigInt(2 ** bit - 1)
      register = ((register << 1) ^ ((register >> 7) * 0x171)) & 0xff
    }
    return constant
  })
}

function turn(lane: bigint, bits: number): bigint {
  return ((lane << BigInt(bits)) | (lane >> BigInt(64 - bits))) & lane64
}
