import type { CodeRule } from '../rule.ts'
import { businessNumberWords } from './any-country-words.ts'

/** Each state's own length: a number that follows in the text is no part of it. */
const forms = [
  '(?:CZ|DK|FI|HU|LU|MT|SI|RO)[ -]?\\d{8}',
  '(?:CZ|LT|RO)[ -]?\\d{9}',
  '(?:BG|DE|EE|EL|EU|LT|PT|XI)[ -]?\\d{3}[ .]?\\d{3}[ .]?\\d{3}',
  '(?:BE|BG|CZ|IM|PL|RO|SK)[ -]?\\d{4}[ .]?\\d{3}[ .]?\\d{3}',
  'PL[ -]?\\d{3}-\\d{3}-\\d{2}-\\d{2}',
  '(?:HR|IT|LV)[ -]?\\d{11}',
  '(?:LT|IM|SE|XI)[ -]?\\d{12}',
  'ATU[ -]?\\d{4} ?\\d{4}',
  'CY[ -]?\\d{8}[A-Z]',
  'ES[ -]?[\\dA-Z]-?\\d{7}-?[\\dA-Z]',
  'FR[ -]?[\\dA-Z]{2} ?\\d{3} ?\\d{3} ?\\d{3}',
  'IE[ -]?\\d[\\dA-Z]\\d{5}[A-Z]{1,2}',
  'NL[ -]?\\d{4}\\.?\\d{2}\\.?\\d{3}[ .]?B[ .]?\\d{2}',
]

/** What a word announces and a state's letters begin is a VAT number, whatever its check digit: one has been mistyped, too. */
export const euRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'eu_vat',
    type: 'tax_id',
    title: 'VAT number of the European Union, without its check digit',
    source: 'European Commission, VIES: structure of VAT identification numbers; EU and IM: one-stop shop',
    lengths: [10, 11, 12, 13, 14],
    alphabet: 'letters',
    shape: new RegExp(`^(?:${forms.join('|')})$`, 'iu'),
    bare: false,
    words: [
      ...businessNumberWords,
      'ust id',
      'ust id nr',
      'umsatz steuer',
      'tva',
      'iva',
      'btw',
      'moms',
      'mva',
      'alv',
      'nip',
      'dph',
      'dic',
      'pdv',
      'ddv',
      'pvm',
      'pvn',
      'fpa',
      'afa szam',
    ],
  },
]
