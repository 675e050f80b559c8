import { createRequire } from 'node:module'
import type * as IbanTools from 'ibantools'
import { isLetterAt, isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { Found, Groups, RowRule } from '../rule.ts'

/** International bank account numbers: length and form of the country, and the checksum, must fit. */
export const iban: RowRule = {
  kind: 'row',
  name: 'iban',
  type: 'iban',
  title: 'Bank account number (IBAN)',
  source: 'ISO 13616-1, IBAN registry of SWIFT',
  words: [],
  minDigits: 8,
  minGroups: 1,
  find(text, groups) {
    let found: Found[] | undefined
    for (let first = 0; first < groups.count; first++) {
      const last = lastOfAccount(text, groups, first)
      if (last === undefined) continue
      found ??= []
      found.push({ start: groups.starts[first] ?? 0, end: groups.ends[last] ?? 0, confidence: 1 })
      first = last
    }
    return found ?? none
  },
}

const none: readonly Found[] = []
const maxLength = 34

/** The group that ends the account that begins with `first`. */
function lastOfAccount(text: string, groups: Groups, first: number): number | undefined {
  const start = groups.starts[first] ?? 0
  // `DE89…`: most groups do not begin so
  if (!isLetterAt(text, start) || !isLetterAt(text, start + 1) || isWordUnitAt(text, start - 1)) return undefined
  const country = text.slice(start, start + 2).toUpperCase()
  const length = lengthOf(country)
  if (length === undefined) return undefined
  let units = 0
  for (let last = first; last < groups.count && units < maxLength; last++) {
    units += (groups.ends[last] ?? 0) - (groups.starts[last] ?? 0)
    if (units < length) continue
    if (units > length || isWordUnitAt(text, groups.ends[last] ?? 0)) return undefined
    const compact = text
      .slice(start, groups.ends[last])
      .replaceAll(/[^A-Z0-9]/giu, '')
      .toUpperCase()
    return passesMod97(compact) && hasForm(compact, country) ? last : undefined
  }
  return undefined
}

/** ISO 7064 MOD 97-10 of the account with its first four units moved to the end; letters count from 10. */
function passesMod97(compact: string): boolean {
  let rest = 0
  for (let count = 0; count < compact.length; count++) {
    const unit = compact.charCodeAt((count + 4) % compact.length)
    rest = unit >= 65 ? (rest * 100 + unit - 55) % 97 : (rest * 10 + unit - 48) % 97
  }
  return rest === 1
}

let loaded: typeof IbanTools | undefined

let lengths: ReadonlyMap<string, number> | undefined

/** `undefined`: no country, or one that has no IBAN. */
function lengthOf(country: string): number | undefined {
  lengths ??= new Map(
    Object.entries(tools().countrySpecs).flatMap(([code, { chars }]) => (chars ? [[code, chars]] : [])),
  )
  return lengths.get(country)
}

/** The checks that some countries have within the number are left out: a misspelt account is somebody's, too. */
function hasForm(compact: string, country: string): boolean {
  const { bban_regexp: form } = tools().countrySpecs[country] ?? {}
  return form !== undefined && form !== null && new RegExp(form, 'u').test(compact.slice(4))
}

/** Knows the form of each country; loaded with the first code that has the check digits. */
function tools(): typeof IbanTools {
  loaded ??= createRequire(import.meta.url)('ibantools') as typeof IbanTools
  return loaded
}
