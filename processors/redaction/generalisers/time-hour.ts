/**
 * A point in time, cut to its hour.
 *
 * @param value ISO 8601 text with date and time, or a number: seconds, milliseconds, microseconds or nanoseconds since 1970
 * @returns text for a text (in UTC), a number in the same unit for a number; `undefined` for anything else
 * @example timeHour('2026-11-23T10:36:18.123Z') // '2026-11-23T10:00:00Z'
 */
export function timeHour(value: unknown): string | number | undefined {
  if (typeof value === 'number') return hourOfNumber(value)
  if (typeof value !== 'string' || !isoDateTime.test(value)) return undefined
  const milliseconds = Date.parse(value)
  if (Number.isNaN(milliseconds)) return undefined
  return new Date(milliseconds - (((milliseconds % hour) + hour) % hour)).toISOString().replace('.000Z', 'Z')
}

const isoDateTime = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/u

const hour = 3_600_000

/** The unit shows in the size: in each of them, the years 2001 to 2286 have numbers of their own length. */
const units = [
  { from: 1e9, until: 1e10, hour: hour / 1e3 },
  { from: 1e12, until: 1e13, hour },
  { from: 1e15, until: 1e16, hour: hour * 1e3 },
  { from: 1e18, until: 1e19, hour: hour * 1e6 },
]

function hourOfNumber(value: number): number | undefined {
  const unit = units.find(({ from, until }) => value >= from && value < until)
  return unit && Math.floor(value / unit.hour) * unit.hour
}
