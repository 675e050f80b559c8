import { type BitReader, bitReader } from './bit-reader.ts'

/** Ids of sections go up to 27 by now; more than that in one string is no header. */
const greatestId = 255
const headerType = 3
const headerVersion = 1

/**
 * The ids of the sections that a GPP string holds, in their order.
 *
 * Its numbers are Fibonacci-coded and stand for ranges: a few letters can name billions of sections, so that they are
 * not handed to a decoder before they were looked at.
 *
 * @throws RangeError where the header is none of version 1
 * @see https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform (Consent String Specification, Header)
 * @example gppSectionIds('DBACNYA') // [2, 6]
 */
export function gppSectionIds(header: string): number[] {
  const reader = bitReader(header)
  if (reader.bits(6) !== headerType || reader.bits(6) !== headerVersion) throw new RangeError('no header of version 1')
  const ids: number[] = []
  let last = 0
  for (let left = reader.bits(12); left > 0; left--) {
    const isRange = reader.bits(1) === 1
    const first = last + fibonacci(reader)
    last = isRange ? first + fibonacci(reader) : first
    if (last > greatestId) throw new RangeError('no such section')
    for (let id = first; id <= last; id++) ids.push(id)
  }
  return ids
}

/** One number: sums of Fibonacci numbers, the smallest first, up to two ones in a row. */
function fibonacci(reader: BitReader): number {
  let [low, high] = [1, 2]
  let sum = 0
  let before = 0
  for (let bit = reader.bits(1); bit === 0 || before === 0; bit = reader.bits(1)) {
    if (bit === 1) sum += low
    before = bit
    ;[low, high] = [high, low + high]
    if (low > greatestId * 2) throw new RangeError('no such section')
  }
  return sum
}
