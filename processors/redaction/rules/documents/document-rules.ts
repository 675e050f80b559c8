import type { Rule } from '../rule.ts'
import { drivingLicenceRules } from './driving-licence.ts'
import { drivingLicenceField } from './driving-licence-field.ts'
import { passport } from './passport.ts'
import { passportField } from './passport-field.ts'
import { mrzLong, mrzNames, mrzNumbers } from './passport-mrz.ts'
import { vin, vinWithCheckDigit } from './vin.ts'

/** Passports, driving licences and vehicles. */
export const documentRules: readonly Rule[] = [
  passport,
  passportField,
  mrzNumbers,
  mrzNames,
  mrzLong,
  ...drivingLicenceRules,
  drivingLicenceField,
  vin,
  vinWithCheckDigit,
]
