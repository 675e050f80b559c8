import { createRequire } from 'node:module'
import type * as Phonenumber from 'libphonenumber-js/min'

/** Can a number be had in one of the countries? `undefined`: the number names its country. */
export function isDialable(number: string, regions: readonly (string | undefined)[]): boolean {
  return regions.some((region) => parse(number, region)?.isValid() === true)
}

/** Has a number with a country code a length that the country knows? */
export function isPossibleNumber(number: string): boolean {
  return parse(number, undefined)?.isPossible() === true
}

function parse(number: string, region: string | undefined): Phonenumber.PhoneNumber | undefined {
  return library().parsePhoneNumberFromString(number, region as Phonenumber.CountryCode | undefined)
}

let loaded: typeof Phonenumber | undefined

/** Half of the time that everything of ours takes to load, so it is loaded with the first number that may be one. */
function library(): typeof Phonenumber {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof Phonenumber
  return loaded
}
