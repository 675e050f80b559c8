import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isJmbg } from './jmbg.ts'
import { vatNumber } from './vat-number.ts'

export const siRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'si_emso',
    type: 'national_id',
    title: 'Enotna matična številka občana (EMŠO)',
    country: 'SI',
    source: 'Zakon o centralnem registru prebivalstva (ZCRP-1): EMŠO',
    lengths: [13],
    alphabet: 'digits',
    shape: /^[0-3]\d{12}$/u,
    check: (number) => isJmbg(number, (region) => region >= 50 && region <= 59),
    bare: false,
    words: [...personNumberWords, 'emso', 'maticna stevilka', 'enotna maticna stevilka'],
  },
  {
    kind: 'code',
    name: 'si_davcna_stevilka',
    type: 'tax_id',
    title: 'Davčna številka',
    country: 'SI',
    source: 'Finančna uprava: davčna številka, modulus 11',
    lengths: [8],
    alphabet: 'digits',
    shape: /^[1-9]\d{7}$/u,
    check: isDavcnaStevilka,
    bare: false,
    words: [...businessNumberWords, 'davcna stevilka', 'davcna st', 'davcna'],
  },
  vatNumber({
    country: 'SI',
    title: 'ID za DDV',
    source: 'Finančna uprava: davčna številka; European Commission, VIES: Slovenia',
    written: '[1-9]\\d{7}',
    lengths: [8],
    check: isDavcnaStevilka,
    words: ['davcna stevilka', 'davcna st', 'ddv', 'id za ddv'],
  }),
]

function isDavcnaStevilka(number: string): boolean {
  const check = 11 - (weightedSum(number, [8, 7, 6, 5, 4, 3, 2]) % 11)
  return check !== 11 && check % 10 === digitAt(number, 7)
}
