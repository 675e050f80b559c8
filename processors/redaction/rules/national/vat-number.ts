import type { CodeRule, Words } from '../rule.ts'
import { businessNumberWords } from './any-country-words.ts'

interface VatNumber {
  readonly country: string
  /** The letters before it: those of the country, but for Greece, and with a third for Austria. */
  readonly prefix?: string
  readonly title: string
  readonly source: string
  /** How what follows the prefix is written: an expression without anchors. */
  readonly written: string
  /** How many letters and digits follow the prefix. */
  readonly lengths: readonly number[]
  /** Of what follows the prefix. */
  readonly check: (compact: string) => boolean
  /** Beside those of any country. */
  readonly words: Words
}

/**
 * A VAT number with the letters of its country, which make it known by themselves where they are capitals. Where it is also
 * written without, as a number that the state has a name for, that is a rule of its own.
 */
export function vatNumber({
  country,
  prefix = country,
  written,
  lengths,
  check,
  words,
  ...facts
}: VatNumber): CodeRule {
  return {
    kind: 'code',
    name: `${country.toLowerCase()}_vat`,
    type: 'tax_id',
    country,
    ...facts,
    alphabet: 'letters',
    lengths: lengths.map((length) => prefix.length + length),
    shape: new RegExp(`^${prefix}[ -]?(?:${written})$`, 'iu'),
    check: (compact) => check(compact.slice(prefix.length)),
    bare: new RegExp(`^${prefix}`, 'u'),
    words: [...businessNumberWords, ...words],
  }
}
