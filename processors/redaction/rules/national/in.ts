import { isOneDigitOnly, passesLuhn, passesVerhoeff } from '../../checksums.ts'
import type { CodeRule } from '../rule.ts'
import { businessNumberWords, personNumberWords } from './any-country-words.ts'

export const inRules: readonly CodeRule[] = [
  {
    kind: 'code',
    name: 'in_aadhaar',
    type: 'national_id',
    title: 'Aadhaar',
    country: 'IN',
    source: 'Unique Identification Authority of India: A UID numbering scheme; Verhoeff',
    lengths: [12],
    alphabet: 'digits',
    shape: /^[2-9]\d{11}$|^[2-9]\d{3} \d{4} \d{4}$|^[2-9]\d{3}-\d{4}-\d{4}$/u,
    check: (number) => passesVerhoeff(number) && !isPalindrome(number),
    // as it is printed on the letter, and as next to nobody else writes twelve digits
    bare: /[ -]/u,
    words: [...personNumberWords, 'aadhaar', 'aadhar', 'adhaar', 'uidai', 'uid', 'uid no', 'uid number'],
  },
  {
    kind: 'code',
    name: 'in_vid',
    type: 'national_id',
    title: 'Virtual ID of an Aadhaar',
    country: 'IN',
    source: 'Unique Identification Authority of India: Virtual ID, circular of January 2018; Verhoeff',
    lengths: [16],
    alphabet: 'digits',
    shape: /^[2-9]\d{15}$|^[2-9]\d{3} \d{4} \d{4} \d{4}$|^[2-9]\d{3}-\d{4}-\d{4}-\d{4}$/u,
    check: (number) => passesVerhoeff(number) && !isPalindrome(number),
    bare: false,
    words: ['aadhaar', 'aadhar', 'vid', 'virtual id', 'uidai'],
  },
  {
    kind: 'code',
    name: 'in_gstin',
    type: 'tax_id',
    title: 'Goods and Services Tax Identification Number (GSTIN)',
    country: 'IN',
    source: 'Goods and Services Tax Network: GSTIN, state code, PAN and check character of modulus 36',
    lengths: [15],
    alphabet: 'letters',
    shape: /^(?:0[1-9]|[12]\d|3[0-8]|9[79])[A-Z]{3}[ABCFGHJLPT][A-Z](?!0000)\d{4}[A-Z][1-9A-Z]Z[\dA-Z]$/iu,
    check: isGstin,
    bare: true,
    words: [...businessNumberWords, 'gstin', 'gst', 'gst no', 'gst number'],
  },
  {
    kind: 'code',
    name: 'in_pan',
    type: 'national_id',
    title: 'Permanent Account Number (PAN)',
    country: 'IN',
    source: 'Income Tax Department: structure of the PAN, the fourth character is the holder’s status',
    lengths: [10],
    alphabet: 'letters',
    shape: /^[A-Z]{3}[ABCFGHJLPT][A-Z] ?\d{4} ?[A-Z]$/iu,
    check: (number) => number.slice(5, 9) !== '0000',
    // in lower case it may be a piece of a token
    bare: /^[A-Z]{5}\d{4}[A-Z]$/u,
    words: [...personNumberWords, 'pan', 'pan no', 'pan number', 'pan card', 'permanent account number', 'income tax'],
  },
  {
    kind: 'code',
    name: 'in_epic',
    type: 'national_id',
    title: 'Elector’s Photo Identity Card number (EPIC)',
    country: 'IN',
    source: 'Election Commission of India: functionally unique serial number and its check digit',
    lengths: [10],
    alphabet: 'letters',
    shape: /^[A-Z]{3}[ /]?\d{7}$/iu,
    check: (number) => passesLuhn(number.slice(3)),
    bare: false,
    words: ['epic no', 'epic number', 'voter id', 'voter card', 'voter', 'elector', 'election card'],
  },
]

function isPalindrome(digits: string): boolean {
  return isOneDigitOnly(digits) || digits === [...digits].reverse().join('')
}

/** Products of ranks with 1 and 2 in turn count as the sums of their digits to the base of 36. */
function isGstin(code: string): boolean {
  let sum = 0
  for (let index = 0; index < 14; index++) {
    const product = rank36(code.charCodeAt(index)) * (1 + (index % 2))
    sum += Math.floor(product / 36) + (product % 36)
  }
  return (36 - (sum % 36)) % 36 === rank36(code.charCodeAt(14))
}

function rank36(unit: number): number {
  return unit >= 65 ? unit - 55 : unit - 48
}
