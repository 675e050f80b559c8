import { createHash } from 'node:crypto'
import { bech32Address } from './bech32-address.ts'
import { drawUntil, hexDigits, type Random } from './random.ts'
import { ibanCountries, writeIban } from './write-iban.ts'
import type { Value } from './write-text.ts'

const weighted = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0)

/** ISO/IEC 7812-1, annex B. */
function luhnSum(digits: string): number {
  let sum = 0
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index])
    sum += index % 2 === 0 ? digit : Math.floor((2 * digit) / 10) + ((2 * digit) % 10)
  }
  return sum
}
const passesLuhn = (number: string): boolean => luhnSum(number.replaceAll(/\D/gu, '')) % 10 === 0

const card = (...forms: readonly string[]): Value => ({
  type: 'credit_card',
  write: (random) => drawUntil(random, random.pick(forms), passesLuhn),
})
const account = (form: string, isRight: (value: string) => boolean = () => true): Value => ({
  type: 'bank_account',
  write: (random) => drawUntil(random, form, isRight),
})
const wallet = (write: (random: Random) => string): Value => ({ type: 'crypto_wallet', write })

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Twenty bytes with the version of a coin before them and four bytes of a checksum behind them. */
function base58Check(random: Random, version: number): string {
  const payload = Buffer.from(version.toString(16).padStart(2, '0') + random.units(hexDigits, 40), 'hex')
  const digest = createHash('sha256').update(createHash('sha256').update(payload).digest()).digest()
  let rest = BigInt(`0x${Buffer.concat([payload, digest.subarray(0, 4)]).toString('hex')}`)
  let written = ''
  while (rest > 0n) {
    written = base58.charAt(Number(rest % 58n)) + written
    rest /= 58n
  }
  return version === 0 ? `1${written}` : written
}

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
  routing: account('{02|06|11|31}9999999', (number) => weighted(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0),
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
