import { passesMod11And10 } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { vatNumber } from './vat-number.ts'

export const hrRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'hr_oib',
    type: 'national_id',
    title: 'Osobni identifikacijski broj (OIB)',
    country: 'HR',
    source: 'Pravilnik o osobnom identifikacijskom broju (NN 1/2009); ISO 7064 MOD 11,10',
    lengths: [11],
    alphabet: 'digits',
    shape: /^\d{11}$/u,
    check: passesMod11And10,
    bare: false,
    words: [
      ...personNumberWords,
      ...businessNumberWords,
      'oib',
      'osobni identifikacijski broj',
      'identifikacijski broj',
    ],
  },
  vatNumber({
    country: 'HR',
    title: 'PDV identifikacijski broj',
    source: 'Porezna uprava: PDV identifikacijski broj; European Commission, VIES: Croatia',
    written: '\\d{11}',
    lengths: [11],
    check: passesMod11And10,
    words: ['pdv', 'pdv id', 'porezni broj'],
  }),
]
