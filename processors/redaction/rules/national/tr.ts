import { digitAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const trRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'tr_kimlik',
    type: 'national_id',
    title: 'T.C. kimlik numarası',
    country: 'TR',
    source: 'Nüfus ve Vatandaşlık İşleri: T.C. kimlik numarası; OECD, Tax identification numbers: Türkiye',
    lengths: [11],
    alphabet: 'digits',
    shape: /^[1-9]\d{9}[02468]$/u,
    check: isKimlik,
    // two check digits: one of a hundred numbers of eleven digits passes
    bare: true,
    words: [
      ...personNumberWords,
      'tckn',
      'tc kimlik',
      'tc kimlik no',
      'kimlik',
      'kimlik no',
      'tc no',
      'kimlik numarasi',
    ],
  },
  {
    kind: 'code',
    name: 'tr_vkn',
    type: 'tax_id',
    title: 'Vergi kimlik numarası (VKN)',
    country: 'TR',
    source: 'Gelir İdaresi Başkanlığı: vergi kimlik numarası',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{10}$|^\d{3} \d{3} \d{4}$/u,
    check: isVkn,
    bare: false,
    words: [...businessNumberWords, 'vkn', 'vergi no', 'vergi numarasi', 'vergi kimlik', 'vergi kimlik no'],
  },
]

function isKimlik(number: string): boolean {
  const odd = weightedSum(number, [1, 0, 1, 0, 1, 0, 1, 0, 1])
  const even = weightedSum(number, [0, 1, 0, 1, 0, 1, 0, 1])
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return tenth === digitAt(number, 9) && (odd + even + tenth) % 10 === digitAt(number, 10)
}

/** Each digit is moved by its place, and then doubled as often as digits follow it, modulo nine. */
function isVkn(number: string): boolean {
  let sum = 0
  for (let index = 0; index < 9; index++) {
    const moved = (digitAt(number, index) + 9 - index) % 10
    const product = (moved * 2 ** (9 - index)) % 9
    sum += product === 0 && moved !== 0 ? 9 : product
  }
  return (10 - (sum % 10)) % 10 === digitAt(number, 9)
}
