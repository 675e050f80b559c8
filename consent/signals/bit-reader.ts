const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const letterValues = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Reads Base64url text bit by bit, six to a letter, as TC and GPP strings are written. */
export interface BitReader {
  /** Bits that are left. */
  readonly left: () => number
  /** @throws RangeError past the end */
  readonly bits: (count: number) => number
  /** @throws RangeError past the end */
  readonly skip: (count: number) => void
}

/** @throws RangeError where `text` has a letter that is not of Base64url */
export function bitReader(text: string): BitReader {
  const values = Array.from(text, (letter) => {
    const value = letterValues.get(letter)
    if (value === undefined) throw new RangeError('not Base64url')
    return value
  })
  const end = values.length * 6
  let at = 0
  const skip = (count: number): void => {
    if (at + count > end) throw new RangeError('too short')
    at += count
  }
  return {
    left: () => end - at,
    skip,
    bits(count) {
      skip(count)
      let number = 0
      // not <<: the dates have 36 bits
      for (let bit = at - count; bit < at; bit++)
        number = number * 2 + (((values[Math.floor(bit / 6)] ?? 0) >> (5 - (bit % 6))) & 1)
      return number
    },
  }
}
