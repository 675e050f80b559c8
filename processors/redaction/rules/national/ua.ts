import { digitAt, numberAt, weightedSum } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const uaRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'ua_rnokpp',
    type: 'national_id',
    title: 'Taxpayer’s registration number (RNOKPP)',
    country: 'UA',
    source: 'Державна податкова служба: РНОКПП; OECD, Tax identification numbers: Ukraine',
    lengths: [10],
    alphabet: 'digits',
    shape: /^\d{10}$/u,
    check: isTaxpayerNumber,
    bare: false,
    words: [...personNumberWords, 'rnokpp', 'ipn', 'rntrc', 'identyfikatsiinyi kod', 'identyfikaciynyy kod'],
  },
  {
    kind: 'code',
    name: 'ua_edrpou',
    type: 'tax_id',
    title: 'Code of a legal entity (EDRPOU)',
    country: 'UA',
    source: 'Державна служба статистики: ЄДРПОУ, контрольне число',
    lengths: [8],
    alphabet: 'digits',
    shape: /^\d{8}$/u,
    check: isEntityCode,
    bare: false,
    words: [...businessNumberWords, 'edrpou', 'yedrpou', 'usreou'],
  },
]

/** The first five digits are the day of birth, counted from the end of 1899. */
function isTaxpayerNumber(number: string): boolean {
  const birth = Date.UTC(1899, 11, 31) + numberAt(number, 0, 5) * 86_400_000
  // the first weight is negative
  const rest = (weightedSum(number, [-1, 5, 7, 9, 4, 6, 10, 5, 7]) + 11) % 11
  return rest % 10 === digitAt(number, 9) && birth <= Date.now() && numberAt(number, 0, 5) > 0
}

function isEntityCode(code: string): boolean {
  const isMiddle = /^[345]/u.test(code)
  const weights = isMiddle ? [7, 1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5, 6, 7]
  const first = weightedSum(code, weights) % 11
  const second = weights.map((weight) => weight + 2)
  const check = first === 10 ? weightedSum(code, second) % 11 : first
  return check % 10 === digitAt(code, 7) && code !== '00000000'
}
