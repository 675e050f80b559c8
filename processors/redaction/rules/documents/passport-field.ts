import type { FieldRule } from '../rule.ts'
import { passportWords } from './passport-words.ts'
import { scatteredDigits } from './scattered-digits.ts'

export const passportField: FieldRule = {
  kind: 'field',
  name: 'passport_field',
  type: 'passport',
  title: 'Number of a passport, letters and digits by turns',
  source: 'Council of the European Union: PRADO, numbers of travel documents; ICAO Doc 9303-4, 4.2.2',
  names: [
    ...passportWords,
    'ausweis nummer',
    'ausweis nr',
    'personal ausweis',
    'personal ausweis nr',
    'personal ausweis nummer',
  ],
  loose: true,
  read: (text, { start }) => scatteredDigits(text, start),
  confidence: 0.9,
}
