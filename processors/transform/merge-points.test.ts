import { describe, expect, it } from 'vitest'
import { mergePoints } from './merge-points.ts'

const point = (attributes: Record<string, string>, value: unknown) => ({
  startTime: [0, 0] as [number, number],
  endTime: [1, 0] as [number, number],
  attributes,
  value,
})
const histogram = (counts: number[], boundaries = [1, 2]) => ({
  buckets: { boundaries, counts },
  count: counts.reduce((a, b) => a + b, 0),
  sum: 10,
  min: counts[0],
  max: 9,
})

describe('mergePoints', () => {
  it('adds the sums of points whose attributes became equal, in whatever order they stand', () => {
    const points = [point({ a: '1', b: '2' }, 3), point({ b: '2', a: '1' }, 4), point({ a: '2' }, 5)]
    expect(mergePoints({ dataPointType: 3 }, points).map(({ value }) => value)).toEqual([7, 5])
  })

  it('adds histograms bucket by bucket', () => {
    const [merged] = mergePoints({ dataPointType: 0 }, [
      point({}, histogram([1, 2, 3])),
      point({}, histogram([4, 0, 1])),
    ])
    expect(merged?.value).toEqual({
      buckets: { boundaries: [1, 2], counts: [5, 2, 4] },
      count: 11,
      sum: 20,
      min: 1,
      max: 9,
    })
  })

  it('keeps the last of what cannot be added', () => {
    expect(mergePoints({ dataPointType: 2 }, [point({}, 1), point({}, 2)]).map(({ value }) => value)).toEqual([2])
    const [other] = mergePoints({ dataPointType: 0 }, [
      point({}, histogram([1, 1, 1])),
      point({}, histogram([2, 2], [5])),
    ])
    expect(other?.value).toEqual(histogram([2, 2], [5]))
  })

  it('leaves different series alone', () => {
    const points = [point({ a: '1' }, 1), point({ a: '2' }, 2)]
    expect(mergePoints({ dataPointType: 3 }, points)).toEqual(points)
  })
})
