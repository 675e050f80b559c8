import type { CodeRule } from '../rule.ts'
import { personNumberWords } from './any-country-words.ts'
import { isBalticPersonCode, passesTwoStageModulus11 } from './baltic-person-code.ts'
import { vatNumber } from './vat-number.ts'

export const ltRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'lt_asmens_kodas',
    type: 'national_id',
    title: 'Asmens kodas',
    country: 'LT',
    source: 'Gyventojų registro įstatymas I-2237, art. 8',
    lengths: [11],
    alphabet: 'digits',
    shape: /^[3-6]\d{10}$/u,
    check: isBalticPersonCode,
    bare: true,
    words: [...personNumberWords, 'asmens kodas', 'asmens kodo', 'a k'],
  },
  vatNumber({
    country: 'LT',
    title: 'PVM mokėtojo kodas',
    source: 'Valstybinė mokesčių inspekcija: PVM mokėtojo kodas; European Commission, VIES: Lithuania',
    written: '\\d{7}1\\d|\\d{10}1\\d',
    lengths: [9, 12],
    check: passesTwoStageModulus11,
    words: ['pvm', 'pvm kodas', 'pvm moketojo kodas'],
  }),
]
