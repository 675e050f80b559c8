import type { FieldRule } from '../rule.ts'
import { englishLicenceWords, germanLicenceWords, otherLicenceWords } from './driving-licence-words.ts'
import { scatteredDigits } from './scattered-digits.ts'

export const drivingLicenceField: FieldRule = {
  kind: 'field',
  name: 'driving_licence_field',
  type: 'driving_licence',
  title: 'Number of a driving licence, letters and digits by turns',
  source: 'AAMVA: card design standard, customer number (DAQ); Directive 2006/126/EC, Annex I, field 5',
  names: [...englishLicenceWords, ...germanLicenceWords, ...otherLicenceWords],
  loose: true,
  read: (text, { start }) => scatteredDigits(text, start),
  confidence: 0.9,
}
