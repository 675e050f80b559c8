import type { DataPointRecord, MetricRecord } from '../records.ts'

// the numbers of DataPointType in the SDK, 2.x and 3.x
const histogram = 0
const sum = 3

/**
 * Merges the points whose attributes became equal when some were removed: two series of one name and one set of
 * attributes would overwrite each other in the backend. Sums add up, histograms add their buckets; of what cannot be
 * added (gauges, exponential histograms, buckets with other bounds) the last point stays.
 */
export function mergePoints(
  { dataPointType }: Pick<MetricRecord, 'dataPointType'>,
  points: readonly DataPointRecord[],
): DataPointRecord[] {
  if (points.length < 2) return [...points]
  const merged = new Map<string, DataPointRecord>()
  for (const point of points) {
    const key = JSON.stringify(Object.entries(point.attributes).sort(([a], [b]) => (a < b ? -1 : 1)))
    const other = merged.get(key)
    merged.set(
      key,
      other === undefined ? point : { ...point, value: addValues(dataPointType, other.value, point.value) },
    )
  }
  return [...merged.values()]
}

function addValues(dataPointType: number, a: unknown, b: unknown): unknown {
  if (dataPointType === sum && typeof a === 'number' && typeof b === 'number') return a + b
  if (dataPointType === histogram && isHistogram(a) && isHistogram(b)) return addHistograms(a, b)
  return b
}

interface HistogramValue {
  readonly buckets: { readonly boundaries: readonly number[]; readonly counts: readonly number[] }
  readonly sum?: number
  readonly count: number
  readonly min?: number
  readonly max?: number
}

function isHistogram(value: unknown): value is HistogramValue {
  return typeof value === 'object' && value !== null && 'buckets' in value && 'count' in value
}

function addHistograms(a: HistogramValue, b: HistogramValue): HistogramValue {
  const { boundaries, counts } = b.buckets
  if (boundaries.length !== a.buckets.boundaries.length) return b
  if (!boundaries.every((bound, index) => bound === a.buckets.boundaries[index])) return b
  return {
    buckets: { boundaries, counts: counts.map((count, index) => count + (a.buckets.counts[index] ?? 0)) },
    count: a.count + b.count,
    sum: a.sum === undefined || b.sum === undefined ? undefined : a.sum + b.sum,
    min: a.min === undefined || b.min === undefined ? undefined : Math.min(a.min, b.min),
    max: a.max === undefined || b.max === undefined ? undefined : Math.max(a.max, b.max),
  }
}
