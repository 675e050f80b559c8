import { type BitReader, bitReader } from './bit-reader.ts'

export type TcSegment = 'core' | 'disclosed_vendors' | 'vendors_allowed' | 'publisher'

const segmentTypes: Readonly<Record<number, TcSegment>> = {
  1: 'disclosed_vendors',
  2: 'vendors_allowed',
  3: 'publisher',
}

/** Real lists have some thousand vendors, and a restriction names each of them once for a purpose. */
const mostVendors = 65_535
const mostRestricted = 200_000

/** From the version to the country of the publisher. */
const coreBits = 213

/**
 * The segments of a TC string of version 2, once it is clear that they can be decoded in bounded time.
 *
 * A range of vendors takes 33 bits and stands for up to 65,535 of them, so that a string of 20,000 letters can keep a
 * decoder busy for minutes. Here the ranges are only added up.
 *
 * @returns which segments there are
 * @throws RangeError if a segment is cut off, unknown or there twice, or if its ranges are more than any list has
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework (TC String Format)
 */
export function tcSegments(text: string): ReadonlySet<TcSegment> {
  const [core = '', ...others] = text.split('.')
  const reader = bitReader(core)
  reader.skip(coreBits)
  weighVendors(reader)
  weighVendors(reader)
  weighRestrictions(reader)
  const segments = new Set<TcSegment>(['core'])
  for (const other of others) {
    const segment = bitReader(other)
    const type = segmentTypes[segment.bits(3)]
    if (type === undefined || segments.has(type)) throw new RangeError('unknown or repeated segment')
    segments.add(type)
    if (type !== 'publisher') weighVendors(segment)
  }
  return segments
}

function weighVendors(reader: BitReader): void {
  const lastVendor = reader.bits(16)
  const inRanges = reader.bits(1) === 1
  if (!inRanges) reader.skip(lastVendor)
  else if (weighRanges(reader) > mostVendors) throw new RangeError('too many vendors')
}

function weighRestrictions(reader: BitReader): void {
  let vendors = 0
  for (let left = reader.bits(12); left > 0; left--) {
    // purpose and kind of restriction
    reader.skip(8)
    vendors += weighRanges(reader)
    if (vendors > mostRestricted) throw new RangeError('too many restrictions')
  }
}

function weighRanges(reader: BitReader): number {
  let vendors = 0
  for (let left = reader.bits(12); left > 0; left--) {
    const isRange = reader.bits(1) === 1
    const first = reader.bits(16)
    const last = isRange ? reader.bits(16) : first
    // vendor 0 does not exist, and a range that goes backwards is none
    if (first === 0 || last < first) throw new RangeError('no range')
    vendors += last - first + 1
  }
  return vendors
}
