import { weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const sgRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'sg_nric',
    type: 'national_id',
    title: 'National Registration Identity Card number (NRIC), Foreign Identification Number (FIN)',
    country: 'SG',
    source: 'Immigration & Checkpoints Authority: NRIC and FIN; the M series since 2022',
    lengths: [9],
    alphabet: 'letters',
    shape: /^[STFGM]\d{7}[A-Z]$/iu,
    check: isNric,
    // in lower case it may be a piece of a hash
    bare: /^[A-Z]\d+[A-Z]$/u,
    words: [...personNumberWords, 'nric', 'fin', 'fin no', 'fin number', 'work permit', 'uinfin'],
  },
  {
    kind: 'code',
    name: 'sg_uen',
    type: 'tax_id',
    title: 'Unique Entity Number (UEN)',
    country: 'SG',
    source: 'Accounting and Corporate Regulatory Authority: Unique Entity Number, three forms',
    lengths: [9, 10],
    alphabet: 'letters',
    shape: /^\d{8}[A-EJ-MWX]$|^(?:19|20)\d{7}[CDEGHKMNRWZ]$|^[RST]\d{2}[A-Z]{2}\d{4}[A-HJ-NP-TVWX]$/iu,
    check: isUen,
    // a year and a kind of entity with a check letter; the other two are numbers with any letter behind
    bare: /^[RST]\d{2}(?:CC|CD|CH|CL|CM|CP|CS|CX|DP|FB|FC|FM|FN|GA|GB|GS|HS|LL|LP|MB|MC|MD|MH|MM|MQ|NB|NR|PA|PB|PF|RF|RP|SM|SS|TC|TU|VH|XL)/u,
    words: [...businessNumberWords, 'uen', 'unique entity', 'acra', 'gst reg'],
  },
]

/** Who was registered from 2000 on, and foreigners since then, have a sum of 4 or 3 more. */
const offsets: Readonly<Record<string, number>> = { T: 4, G: 4, M: 3 }
const checkLetters: Readonly<Record<string, string>> = {
  S: 'JZIHGFEDCBA',
  T: 'JZIHGFEDCBA',
  F: 'XWUTRQPNMLK',
  G: 'XWUTRQPNMLK',
  M: 'XWUTRQPNJLK',
}

function isNric(number: string): boolean {
  const series = number.charAt(0)
  const sum = weightedSum(number.slice(1), [2, 7, 6, 5, 4, 3, 2]) + (offsets[series] ?? 0)
  return checkLetters[series]?.charAt(sum % 11) === number.charAt(8)
}

const entityRanks = 'ABCDEFGHJKLMNPQRSTUVWX0123456789'

function isUen(number: string): boolean {
  if (number.length === 9) {
    return 'XMKECAWLJDB'.charAt(weightedSum(number, [10, 4, 9, 3, 8, 2, 7, 1]) % 11) === number.charAt(8)
  }
  if (/^\d/u.test(number)) {
    return 'ZKCMDNERGWH'.charAt(weightedSum(number, [10, 8, 6, 4, 9, 7, 5, 3, 1]) % 11) === number.charAt(9)
  }
  const sum = [4, 3, 5, 3, 10, 2, 2, 5, 7].reduce(
    (total, weight, index) => total + weight * entityRanks.indexOf(number.charAt(index)),
    0,
  )
  return entityRanks.charAt((sum + 6) % 11) === number.charAt(9)
}
