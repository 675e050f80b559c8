import { digitAt, isOneDigitOnly, weightedSum } from '../../checksums.ts'
import { isCompactDate } from '../compact-date.ts'
import type { Rule } from '../rule.ts'
import { bankAccountWords } from './bank-account-words.ts'
import { bic } from './bic.ts'

const facts = { kind: 'code', type: 'bank_account', bare: false } as const

const routingWords = ['routing no', 'routing number', 'routing num', 'routing code', 'aba no', 'aba number']

/** Numbers of accounts, of banks and of their branches, within one country. All need a word: they are short. */
export const bankAccountRules: readonly Rule[] = [
  {
    ...facts,
    name: 'us_routing_number',
    title: 'Routing transit number (RTN) of a bank',
    country: 'US',
    source: 'American Bankers Association: Routing Number Policy, ranges and check digit',
    lengths: [9],
    alphabet: 'digits',
    // the districts of the Federal Reserve, those of thrifts and of electronic payments, and travellers' cheques
    shape: /^(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$|^\d{4}-\d{4}-\d$/u,
    check: (number) => weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
    words: [
      ...routingWords,
      'routing',
      'aba',
      'routing transit',
      'routing transit number',
      'rtn',
      'transit routing',
      'fedwire',
    ],
  },
  {
    ...facts,
    name: 'gb_sort_code',
    title: 'Sort code, and number of the account',
    country: 'GB',
    source: 'Pay.UK: Extended Industry Sorting Code Directory; six digits, and eight of the account',
    lengths: [6, 8, 14],
    alphabet: 'digits',
    shape: /^\d{2}-\d{2}-\d{2}$|^\d{2} \d{2} \d{2}$|^\d{6}$|^\d{8}$|^(?:\d{2}-\d{2}-\d{2}|\d{6})[ /-]\d{8}$/u,
    check: isNumber,
    words: ['sort code', 'sort code number', 'sorting code'],
  },
  {
    ...facts,
    name: 'in_ifsc',
    title: 'Indian Financial System Code (IFSC) of a branch',
    country: 'IN',
    source: 'Reserve Bank of India: four letters of the bank, a zero, and six units of the branch',
    lengths: [11],
    alphabet: 'letters',
    shape: /^[A-Z]{4}0[A-Z\d]{6}$/iu,
    words: ['ifsc', 'ifsc code', 'ifs code', 'rtgs', 'neft', 'imps', 'bank branch'],
  },
  {
    ...facts,
    name: 'au_bsb',
    title: 'Bank state branch number (BSB)',
    country: 'AU',
    source: 'Australian Payments Network: BSB numbers in Australia; two digits of the bank, one of the state',
    lengths: [6],
    alphabet: 'digits',
    shape: /^\d{2}[2-9][ -]?\d{3}$/u,
    words: ['bsb', 'bsb no', 'bsb number', 'bsb code', 'bank state branch'],
  },
  {
    ...facts,
    name: 'ca_transit_number',
    title: 'Transit number of a branch with the number of its institution, and of the account',
    country: 'CA',
    source: 'Payments Canada: Rule F1, and Standard 006 with the forms on paper and in records',
    lengths: [8, 9, 15, 16, 17, 18, 19, 20],
    alphabet: 'digits',
    shape: /^\d{5}[ -][0-8]\d{2}(?:[ -]\d{7,12})?$|^0[0-8]\d{7}$/u,
    words: ['transit', 'transit no', 'transit number', 'branch transit', 'institution no', 'institution number'],
  },
  {
    ...facts,
    name: 'mx_clabe',
    title: 'Clave Bancaria Estandarizada (CLABE)',
    country: 'MX',
    source: 'Banco de México and Asociación de Bancos de México: weights 3 7 1, each product modulo 10',
    lengths: [18],
    alphabet: 'digits',
    shape: /^\d{18}$|^\d{3}[ -]\d{3}[ -]\d{11}[ -]\d$/u,
    check: isClabe,
    words: ['clabe', 'clabe interbancaria', 'cuenta clabe', 'spei', 'cuenta interbancaria', ...bankAccountWords],
  },
  {
    ...facts,
    name: 'bank_account_number',
    title: 'Number of a bank account, in no form of its own',
    source:
      'Nacha Operating Rules, DFI account number: seventeen digits at most; the forms on paper of other countries',
    lengths: [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
    alphabet: 'digits',
    shape: /^\d{6,17}$|^\d{1,8}(?:[ -]\d{1,8}){1,3}$/u,
    check: isNumber,
    words: [...bankAccountWords, ...routingWords, 'bsb', 'ifsc', 'ifsc code'],
  },
  bic,
]

/** Whoever fills a field with one digit has none. */
function isNumber(number: string): boolean {
  return !isOneDigitOnly(number) && !isCompactDate(number)
}

function isClabe(account: string): boolean {
  let sum = 0
  for (let index = 0; index < 17; index++) sum += (digitAt(account, index) * ([3, 7, 1][index % 3] ?? 0)) % 10
  return (10 - (sum % 10)) % 10 === digitAt(account, 17)
}
