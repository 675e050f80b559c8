import { base58Check } from './base58-check.ts'
import { bech32Address } from './bech32-address.ts'
import { passesLuhn } from './passes-luhn.ts'
import { drawUntil, hexDigits, type Random } from './random.ts'
import { weightedSum } from './weighted-sum.ts'
import { ibanCountries, writeIban } from './write-iban.ts'
import type { Value } from './write-text.ts'

const card = (...forms: readonly string[]): Value => ({
  type: 'credit_card',
  write: (random) => drawUntil(random, random.pick(forms), passesLuhn),
})
const account = (form: string, isRight: (value: string) => boolean = () => true): Value => ({
  type: 'bank_account',
  write: (random) => drawUntil(random, form, isRight),
})
const wallet = (write: (random: Random) => string): Value => ({ type: 'crypto_wallet', write })

/** Values with which people pay, by the names that forms use. */
export const financeValues: Readonly<Record<string, Value>> = {
  card: card(
    '4999999999999999',
    '5{1|3|5}99999999999999',
    '2{3|5}99999999999999',
    '6011999999999999',
    '62{2|4}9999999999999',
  ),
  'card.spaced': card('4999 9999 9999 9999', '5{2|4}99 9999 9999 9999', '35{28|67} 9999 9999 9999'),
  'card.dashed': card('4999-9999-9999-9999', '5{1|5}99-9999-9999-9999'),
  'card.amex': card('3{4|7}99 999999 99999', '3{4|7}9999999999999'),
  ...Object.fromEntries(
    ibanCountries.flatMap((country): [string, Value][] => [
      [`iban.${country}`, { type: 'iban', write: (random) => writeIban(random, country) }],
      [
        `iban.${country}.spaced`,
        { type: 'iban', write: (random) => writeIban(random, country).replaceAll(/(.{4})(?=.)/gu, '$1 ') },
      ],
    ]),
  ),
  iban: { type: 'iban', write: (random) => writeIban(random, random.pick(ibanCountries)) },
  'iban.lower': { type: 'iban', write: (random) => writeIban(random, 'DE').toLowerCase() },
  'account.us': account('{2|4|7}99999999{9|}'),
  'account.gb': account('{1|3|7}9999999'),
  'account.de': account('{1|3|7}999999999'),
  'account.jp': account('{1|3|7}999999'),
  'account.in': account('{1|3|5}9999999999{9|}'),
  'sort-code': account('{20|40|60|09}-{1|4}9-99'),
  routing: account('{02|06|11|31}9999999', (number) => weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0),
  bic: account('{COBA|HSBC|NTSB|SOGE|UNCR|ABNA}{DE|GB|FR|IT|NL}{FF|22|2L|M1|2A}{XXX|}'),
  blz: account('{100|500|700}{500|700|400}{00|10|24}'),
  bsb: account('{062|063|732|484}-9{0|2}9'),
  ifsc: account('{HDFC|ICIC|SBIN|UTIB}0{00|01}9999'),
  // Banco de México: weights 3, 7, 1 modulo 10, each product by itself
  clabe: account('{002|012|072}{180|320}999999999999', (number) => {
    const sum = Array.from(number.slice(0, 17), (digit, index) => (Number(digit) * ([3, 7, 1][index % 3] ?? 0)) % 10)
    return (10 - (sum.reduce((total, part) => total + part, 0) % 10)) % 10 === Number(number[17])
  }),
  'wallet.btc': wallet((random) => base58Check(random, 0x00)),
  'wallet.p2sh': wallet((random) => base58Check(random, 0x05)),
  'wallet.segwit': wallet((random) => bech32Address(random.units(hexDigits, 40))),
  'wallet.eth': wallet((random) => `0x${random.units(hexDigits, 40)}`),
  'wallet.tron': wallet((random) => base58Check(random, 0x41)),
  'wallet.doge': wallet((random) => base58Check(random, 0x1e)),
  'wallet.ltc': wallet((random) => base58Check(random, 0x30)),
}
