import { createRequire } from 'node:module'
import type * as Phonenumber from 'libphonenumber-js/min'
import type { Detector } from '../detector.ts'
import { continuesWord } from '../digit-groups.ts'
import { hasBefore } from '../text-units.ts'
import { trait } from '../traits.ts'

/** Digits with up to three separators between two of them. What follows may not go on with a word or a decimal. */
const candidate = /(?<![\w+])(?:(?:\+|%2[bB]) ?)?\(?\d(?:[ .\-/()\u00a0]{0,3}\d){6,14}(?!\w|[.:]\d)/gu

/**
 * Telephone numbers: those with a country code that the country can have, those that a word announces (`tel.`, `call`),
 * and those in a national way of writing that is used for nothing else.
 *
 * @see ITU-T E.164
 */
export const phone: Detector = {
  type: 'phone',
  needs: trait.digits6,
  find(text, found) {
    for (const match of text.matchAll(candidate)) {
      const number = match[0]
      const start = match.index
      const isInternational = /^[+%]/u.test(number)
      if (
        !isInternational &&
        (continuesWord(text, start) || isDateLike(text, start, number) || text.charAt(start - 1) === '/')
      )
        continue
      const confidence = isInternational
        ? internationalConfidence(number.replace(/^%2B/iu, '+'))
        : nationalConfidence(text, start, number)
      if (confidence > 0) found.push({ type: 'phone', start, end: start + number.length, confidence })
    }
  },
}

const phoneWords =
  /\b(?:tel|tele?phones?|teléfono|téléphone|telefon|telefoon|telefono|puhelin|ph|phone|phones|mobile|mobil|móvil|cell|cellular|handy|fax|whatsapp|signal|sms|call(?:ed|ing|er|back)?|dial(?:led|ing)?|ring|text(?:ed)?|contact|reach|rufnummer|numéro|msisdn)\b[^\n\d]{0,24}$/iu

function internationalConfidence(number: string): number {
  const parsed = parse(number)
  if (parsed === undefined) return 0
  if (parsed.isValid()) return 0.98
  return parsed.isPossible() ? 0.8 : 0
}

/** Where people write their numbers without the country: where a number is tried that a word announces. */
const regions = 'US GB DE FR ES IT NL BE CH AT PL SE DK NO FI IE PT IN AU BR JP MX ZA'.split(
  ' ',
) as readonly Phonenumber.CountryCode[]

/** Countries whose national numbers begin with `0` and are written in groups. */
const zeroRegions = 'GB FR DE NL BE CH AT SE IE AU JP ZA IN'.split(' ') as readonly Phonenumber.CountryCode[]

function nationalConfidence(text: string, start: number, number: string): number {
  // an IP address, or a network of them
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?:\D|$)/u.test(number)) return 0
  if (hasBefore(text, start, 48, phoneWords)) {
    if (/^[2-9]\d{2}[ .-]\d{4}$/u.test(number)) return 0.8
    if (number.startsWith('00') && isValidIn(`+${number.slice(2)}`, ['US'])) return 0.9
    return isValidIn(number, regions) ? 0.9 : 0
  }
  // (415) 555-0132, 415-555-0132, 1-415-555-0132: numbers for examples have areas that nobody has
  if (/^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}$/u.test(number)) return 0.8
  if (/^00[1-9]\d?[ -]/u.test(number)) return isValidIn(`+${number.slice(2)}`, ['US']) ? 0.85 : 0
  // 020 7946 0958, 06 12 34 56 78, 0151-23456789, (030) 901820
  if (zeroNational.test(number)) {
    const digits = number.replace(/\D/gu, '').length
    return digits >= 9 && digits <= 12 && isValidIn(number, zeroRegions) ? 0.75 : 0
  }
  return 0
}

const zeroNational = /^(?:\(0[1-9]\d{1,4}\) ?\d{3,8}|0[1-9]\d{0,3}[ /-]\d{2,8}(?:([ -])\d{2,4}(?:\1\d{2,4}){0,2})?)$/u

/** A date somewhere in it, or the end of a time right before it. */
function isDateLike(text: string, start: number, number: string): boolean {
  return (
    /(?:^|\D)(?:(?:19|20)\d\d[-./ ](?:0[1-9]|1[0-2])[-./ ][0-3]\d|[0-3]\d[-./](?:0[1-9]|1[0-2])[-./](?:19|20)\d\d)(?:\D|$)/u.test(
      number,
    ) || /\d:$/u.test(text.slice(Math.max(0, start - 2), start))
  )
}

function isValidIn(number: string, countries: readonly Phonenumber.CountryCode[]): boolean {
  return countries.some((country) => parse(number, country)?.isValid() === true)
}

function parse(number: string, country?: Phonenumber.CountryCode): Phonenumber.PhoneNumber | undefined {
  return library().parsePhoneNumberFromString(number, country)
}

let loaded: typeof Phonenumber | undefined

/** Half of the time that everything of ours takes to load, so it is loaded with the first number that may be one. */
function library(): typeof Phonenumber {
  loaded ??= createRequire(import.meta.url)('libphonenumber-js/min') as typeof Phonenumber
  return loaded
}
