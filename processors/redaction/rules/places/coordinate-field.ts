import type { FieldRule, Span, ValueStart } from '../rule.ts'
import { readDegrees } from './read-degrees.ts'

const facts = { kind: 'field', type: 'coordinates', source: 'ISO 6709; RFC 7946 (GeoJSON)', confidence: 0.9 } as const

/** One of the two numbers: `"latitude": 52.52`, `Längengrad: 13,405`. */
export const coordinateField: FieldRule = {
  ...facts,
  name: 'coordinate_field',
  title: 'Latitude or longitude by the name of its field',
  loose: true,
  names: [
    ...['latitude', 'longitude', 'geo lat', 'geo lon', 'geo lng', 'gps lat', 'gps lon', 'gps lng', 'gps latitude'],
    ...['breitengrad', 'langengrad', 'latitud', 'longitud', 'latitudine', 'longitudine', 'szerokosc geograficzna'],
    ...['dlugosc geograficzna', 'breedtegraad', 'lengtegraad'],
  ],
  read: (text, value) => readWith(text, value, 1),
}

/** The same by names that mean something else as well: `lat=52.5200`, but `lat=1.25` is a latency. */
export const shortCoordinateField: FieldRule = {
  ...facts,
  name: 'coordinate_short_field',
  title: 'Latitude or longitude by a short name of its field, with three decimals at least',
  loose: true,
  names: ['lat', 'lng', 'lon', 'long', 'point lat', 'point lon'],
  read: (text, value) => readWith(text, value, 3),
}

function readWith(text: string, { start, isSure }: ValueStart, minDecimals: number): Span | undefined {
  const degrees = readDegrees(text, start)
  if (degrees === undefined || degrees.decimals < minDecimals) return undefined
  // `lat 12.345 ms`
  if (!isSure && /^ ?(?:[mµnu]?s|msec|usec|sec)(?!\p{L})/u.test(text.slice(degrees.end, degrees.end + 6)))
    return undefined
  return { start, end: degrees.end }
}
