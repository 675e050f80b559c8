import { passesMod11And10 } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isJmbg } from './jmbg.ts'

export const rsRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'rs_jmbg',
    type: 'national_id',
    title: 'Jedinstveni matični broj građana (JMBG), of Serbia and of its neighbours',
    country: 'RS',
    source: 'Zakon o jedinstvenom matičnom broju građana (Službeni glasnik RS 24/2018)',
    lengths: [13],
    alphabet: 'digits',
    shape: /^[0-3]\d{12}$/u,
    check: (number) => isJmbg(number, () => true),
    bare: false,
    words: [...personNumberWords, 'jmbg', 'embg', 'maticni broj', 'jedinstveni maticni broj'],
  },
  {
    kind: 'code',
    name: 'rs_pib',
    type: 'tax_id',
    title: 'Poreski identifikacioni broj (PIB)',
    country: 'RS',
    source: 'Poreska uprava: PIB; ISO 7064 MOD 11,10',
    lengths: [9, 11],
    alphabet: 'mixed',
    shape: /^(?:RS)?[1-9]\d{8}$/iu,
    check: (number) => passesMod11And10(number.slice(-9)),
    bare: false,
    words: [...businessNumberWords, 'pib', 'poreski broj', 'poreski identifikacioni broj'],
  },
]
