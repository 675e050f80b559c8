import type { FieldRule } from '../rule.ts'
import { readDegreesPair } from './read-degrees.ts'

/** Both numbers under one name: `location: 52.52, 13.405`, `"coordinates": [13.405, 52.52]`, `geo:52.5,13.4`. */
export const coordinatePairField: FieldRule = {
  kind: 'field',
  name: 'coordinate_pair_field',
  type: 'coordinates',
  title: 'Coordinates by the name of their field, or as a geo URI',
  source: 'RFC 5870 (geo URI); RFC 7946 (GeoJSON)',
  confidence: 0.9,
  loose: true,
  names: [
    'coordinates',
    'coordinate',
    'coords',
    'coord',
    'geo',
    'gps',
    'gps coordinates',
    'gps position',
    'gps location',
    'location',
    'geolocation',
    'geo location',
    'geo point',
    'position',
    'lat lng',
    'lat lon',
    'lat long',
    'll',
    'latlng',
    'lng lat',
    'lon lat',
    'center',
    'centroid',
    'standort',
    'koordinaten',
    'coordonnees',
    'coordenadas',
    'ubicacion',
    'posizione',
    'wspolrzedne',
    'lokalizacja',
    'near',
    'located at',
  ],
  read(text, { start }) {
    const from = start + (/^[[({\s]{1,4}/u.exec(text.slice(start, start + 4))?.[0].length ?? 0)
    const pair = readDegreesPair(text, from)
    // one decimal each: pixels and versions have none, or no second number
    if (pair === undefined || pair.first.decimals < 1 || pair.second.decimals < 1) return undefined
    if (pair.first.decimals + pair.second.decimals < (text.startsWith('geo:', start - 4) ? 2 : 4)) return undefined
    return { start: from, end: pair.second.end }
  },
}
