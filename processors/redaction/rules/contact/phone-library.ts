import { createRequire } from 'node:module'
import type * as Phonenumber from 'libphonenumber-js/min'

/** Can a number be had in one of the countries? `undefined`: the number names its country. */
export function isDialable(number: string, regions: readonly (string | undefined)[]): boolean {
  const digits = number.replace(/\D/gu, '')
  return regions.some(
    (region) => (region === undefined || mayBeOf(region, digits)) && parse(number, region)?.isValid() === true,
  )
}

/** Has a number with a country code a length that the country knows? */
export function isPossibleNumber(number: string): boolean {
  return parse(number, undefined)?.isPossible() === true
}

function parse(number: string, region: string | undefined): Phonenumber.PhoneNumber | undefined {
  return library().parsePhoneNumberFromString(number, region as Phonenumber.CountryCode | undefined)
}

/** What all national numbers of a country are like, and what is dialled before them. */
interface NationalNumbers {
  readonly pattern: RegExp
  readonly prefix: string
}

const known = new Map<string, NationalNumbers | undefined>()

/** A look at the pattern of the country: parsing costs fifty times as much, and most countries are the wrong one. */
function mayBeOf(region: string, digits: string): boolean {
  if (!known.has(region)) known.set(region, nationalNumbersOf(region))
  const numbers = known.get(region)
  if (numbers === undefined || numbers.pattern.test(digits)) return true
  const { pattern, prefix } = numbers
  return prefix !== '' && digits.startsWith(prefix) && pattern.test(digits.slice(prefix.length))
}

/** `undefined` for a country where parts of a number are moved about before it is dialled. */
function nationalNumbersOf(region: string): NationalNumbers | undefined {
  const metadata = new (library().Metadata)()
  metadata.selectNumberingPlan(region as Phonenumber.CountryCode)
  const plan = metadata.numberingPlan as NumberingPlan | undefined
  if (plan === undefined || plan.nationalPrefixTransformRule() !== undefined) return undefined
  return { pattern: new RegExp(`^(?:${plan.nationalNumberPattern()})$`, 'u'), prefix: plan.nationalPrefix() ?? '' }
}

/** As the library has it; its types know only a part. */
interface NumberingPlan {
  nationalNumberPattern(): string
  nationalPrefix(): string | undefined
  nationalPrefixTransformRule(): string | undefined
}

let loaded: typeof Phonenumber | undefined

/** Half of the time that everything of ours takes to load, so it is loaded with the first number that may be one. */
function library(): typeof Phonenumber {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof Phonenumber
  return loaded
}
