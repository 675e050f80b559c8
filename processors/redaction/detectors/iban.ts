import { createRequire } from 'node:module'
import type * as IbanTools from 'ibantools'
import type { Detector } from '../detector.ts'
import { isWordAt } from '../text-units.ts'
import { trait } from '../traits.ts'

const beginning = /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])/giu

/**
 * International bank account numbers: the length and form of the country, and the checksum, must fit.
 *
 * @see ISO 13616
 */
export const iban: Detector = {
  type: 'iban',
  needs: trait.letter | trait.digits6,
  find(text, found) {
    for (const match of text.matchAll(beginning)) {
      const length = lengthOf(match[0].slice(0, 2).toUpperCase())
      if (length === undefined) continue
      const end = endOf(text, match.index, length)
      if (end === undefined) continue
      const compact = text.slice(match.index, end).replace(/[ -]/gu, '').toUpperCase()
      if (tools().isValidIBAN(compact)) found.push({ type: 'iban', start: match.index, end, confidence: 1 })
    }
  },
}

/** The end of `length` letters and digits, with at most one space or dash between two of them. */
function endOf(text: string, start: number, length: number): number | undefined {
  let position = start
  for (let count = 0; count < length; count++) {
    if (count > 0 && /[ -]/u.test(text.charAt(position))) position++
    if (!/[A-Za-z0-9]/u.test(text.charAt(position))) return undefined
    position++
  }
  return isWordAt(text, position) ? undefined : position
}

let loaded: typeof IbanTools | undefined

function tools(): typeof IbanTools {
  loaded ??= createRequire(import.meta.url)('ibantools') as typeof IbanTools
  return loaded
}

/** `undefined`: no country, or one that has no IBAN. */
function lengthOf(country: string): number | undefined {
  const { countrySpecs } = tools()
  return Object.hasOwn(countrySpecs, country) ? (countrySpecs[country]?.chars ?? undefined) : undefined
}
