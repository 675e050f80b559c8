import { weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBalticPersonCode, passesTwoStageModulus11 } from './baltic-person-code.ts'
import { vatNumber } from './vat-number.ts'

export const eeRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ee_isikukood',
    type: 'national_id',
    title: 'Isikukood',
    country: 'EE',
    source: 'EVS 585:2007, Isikukood. Struktuur',
    lengths: [11],
    alphabet: 'digits',
    shape: /^[3-6]\d{10}$/u,
    check: isBalticPersonCode,
    bare: true,
    words: [...personNumberWords, 'isikukood', 'ik', 'isikukoodi'],
  },
  {
    kind: 'code',
    name: 'ee_registrikood',
    type: 'tax_id',
    title: 'Registrikood',
    country: 'EE',
    source: 'Registrite ja Infosüsteemide Keskus: registrikood',
    lengths: [8],
    alphabet: 'digits',
    shape: /^[17-9]\d{7}$/u,
    check: passesTwoStageModulus11,
    bare: false,
    words: [...businessNumberWords, 'registrikood', 'aregistri kood'],
  },
  vatNumber({
    country: 'EE',
    title: 'Käibemaksukohustuslase number (KMKR)',
    source: 'Maksu- ja Tolliamet: KMKR number; European Commission, VIES: Estonia',
    written: '10\\d{7}',
    lengths: [9],
    check: (number) => weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
    words: ['kmkr', 'kmkr nr', 'kaibemaks', 'kaibemaksukohustuslase number'],
  }),
]
