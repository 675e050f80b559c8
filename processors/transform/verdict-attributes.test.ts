import { expect, it } from 'vitest'
import { expiryDate } from './verdict-attributes.ts'

it.each([
  ['2026-11-23T10:00:00Z', 30 * 86_400, '2026-12-24'],
  ['2026-11-23T00:00:00Z', 86_400, '2026-11-24'],
  ['2026-11-23T23:59:59Z', 3_600, '2026-11-25'],
])('a record of %s kept for %i s is gone from %s on', (at, seconds, date) => {
  expect(expiryDate(Date.parse(at), seconds)).toBe(date)
})
