import { digitAt, passesGs1, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const chRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ch_ahv',
    type: 'national_id',
    title: 'AHV-Nummer, numéro AVS, numero AVS',
    country: 'CH',
    source: 'Zentrale Ausgleichsstelle: AHV-Nummer (NAVS13); GS1 check digit',
    lengths: [13],
    alphabet: 'digits',
    shape: /^756[. -]?\d{4}[. -]?\d{4}[. -]?\d{2}$/u,
    check: passesGs1,
    // of all numbers of 13 digits one in ten thousand passes, and no time in milliseconds begins with 756
    bare: true,
    words: [
      ...personNumberWords,
      'ahv',
      'ahv nr',
      'ahv nummer',
      'avs',
      'no avs',
      'numero avs',
      'oasi',
      'sozial versicherungs nummer',
    ],
  },
  {
    kind: 'code',
    name: 'ch_uid',
    type: 'tax_id',
    title: 'Unternehmens-Identifikationsnummer (UID, IDE, IDI)',
    country: 'CH',
    source: 'Bundesamt für Statistik: UID, eCH-0097, modulus 11',
    lengths: [12, 14, 15, 16],
    alphabet: 'letters',
    shape: /^CHE[- ]?\d{3}[. ]?\d{3}[. ]?\d{3}(?: (?:MWST|TVA|IVA|TPV|HR|RC))?$/iu,
    check: (code) => (11 - (weightedSum(code.slice(3), [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === digitAt(code, 11),
    bare: true,
    words: [...businessNumberWords, 'uid nr', 'uid nummer', 'mwst', 'mwst nr', 'tva', 'iva', 'unternehmens nummer'],
  },
]
