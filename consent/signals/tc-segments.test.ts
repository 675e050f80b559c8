import { Segment } from '@iabtechlabtcf/core'
import { describe, expect, it } from 'vitest'
import { tcSegments } from './tc-segments.ts'
import { tcBits, tcString } from './tcf-fixture.ts'

const bits = (value: number, count: number) => value.toString(2).padStart(count, '0')
const range = (first: number, last: number) => `1${bits(first, 16)}${bits(last, 16)}`
const vendors = (...ranges: readonly string[]) => `${bits(65_535, 16)}1${bits(ranges.length, 12)}${ranges.join('')}`
const nobody = '0'.repeat(17)
const restrictions = (...ranges: readonly string[]) =>
  `${nobody}${bits(1, 12)}${bits(1, 6)}00${bits(ranges.length, 12)}${ranges.join('')}`

describe('tcSegments', () => {
  it.each([
    [[Segment.CORE], ['core']],
    [
      [Segment.CORE, Segment.PUBLISHER_TC, Segment.VENDORS_DISCLOSED],
      ['core', 'publisher', 'disclosed_vendors'],
    ],
    [
      [Segment.CORE, Segment.VENDORS_ALLOWED],
      ['core', 'vendors_allowed'],
    ],
  ])('names %j', (segments, names) => {
    expect([...tcSegments(tcString({ vendors: [1, 9], disclosed: [2], restrictions: [[1, 0, 3]], segments }))]).toEqual(
      names,
    )
  })

  it('takes as many vendors as there can be, and not one more', () => {
    expect(tcSegments(tcBits(vendors(range(1, 65_535)))).size).toBe(1)
    expect(() => tcSegments(tcBits(vendors(range(1, 65_535), range(7, 7))))).toThrow(RangeError)
  })

  it('takes 200,000 restrictions, and not one more', () => {
    const most = [range(1, 65_535), range(1, 65_535), range(1, 65_535), range(1, 3_395)]
    expect(tcSegments(tcBits(nobody, restrictions(...most))).size).toBe(1)
    expect(() => tcSegments(tcBits(nobody, restrictions(...most, range(7, 7))))).toThrow(RangeError)
  })

  it.each([
    ['that goes backwards', range(8, 7)],
    ['that begins at 0', range(0, 7)],
  ])('refuses a range %s', (_name, backwards) => {
    expect(() => tcSegments(tcBits(vendors(backwards)))).toThrow(RangeError)
  })

  it('refuses every string that is cut off before its last field', () => {
    const core = tcBits(vendors(range(1, 7), range(9, 9)))
    for (let length = 0; length < core.length; length++)
      expect(() => tcSegments(core.slice(0, length))).toThrow(RangeError)
  })
})
