import type { Rule } from '../rule.ts'
import { drivingLicenceRules } from './driving-licence.ts'
import { passport } from './passport.ts'
import { mrzLong, mrzNames, mrzNumbers } from './passport-mrz.ts'
import { vin, vinWithCheckDigit } from './vin.ts'

/** Passports, driving licences and vehicles. */
export const documentRules: readonly Rule[] = [
  passport,
  mrzNumbers,
  mrzNames,
  mrzLong,
  ...drivingLicenceRules,
  vin,
  vinWithCheckDigit,
]
