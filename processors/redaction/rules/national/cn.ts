import { numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'
import { isBirthDate } from './birth-date.ts'

export const cnRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'cn_resident_id',
    type: 'national_id',
    title: 'Citizen identification number (gōngmín shēnfèn hàomǎ)',
    country: 'CN',
    source: 'GB 11643-1999: province, day of birth, order, check character of ISO 7064 MOD 11-2',
    lengths: [18],
    alphabet: 'mixed',
    // 81 to 83 are on residence permits for people from Hong Kong, Macao and Taiwan
    shape: /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4} ?(?:19|20)\d{6} ?\d{3}[\dX]$/iu,
    check: (number) =>
      isBirthDate(numberAt(number, 6, 10), numberAt(number, 10, 12), numberAt(number, 12, 14)) &&
      '10X98765432'.charAt(weightedSum(number, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) ===
        number.charAt(17),
    bare: true,
    words: [
      ...personNumberWords,
      'shenfenzheng',
      'shenfen zhenghao',
      'resident id',
      'resident identity',
      'sfz',
      'id card no',
    ],
  },
  {
    kind: 'code',
    name: 'cn_uscc',
    type: 'tax_id',
    title: 'Unified social credit code (USCC)',
    country: 'CN',
    source: 'GB 32100-2015: authority, kind, region, organisation, check character of modulus 31',
    lengths: [18],
    alphabet: 'mixed',
    shape:
      /^(?:1[1239]|5[1239]|9[123]|[2-46-8A-GY]1)(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12]|10)\d{4}[\dA-HJ-NP-RTUWXY]{10}$/iu,
    check: isCreditCode,
    // digits alone, or in lower case, it may be an offset or a piece of a hash
    bare: /^\d*[A-Z][\dA-Z]*$/u,
    words: [...businessNumberWords, 'uscc', 'social credit code', 'unified social credit', 'credit code'],
  },
]

const ranks = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Each place counts three times the one before it. */
function isCreditCode(code: string): boolean {
  let sum = 0
  let weight = 1
  for (let index = 0; index < 17; index++) {
    sum += ranks.indexOf(code.charAt(index)) * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === ranks.indexOf(code.charAt(17))
}
