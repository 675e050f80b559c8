import { createHash } from 'node:crypto'
import type { EntityKind } from './entity-kind.ts'
import { isIssued } from './is-issued.ts'
import { drawUntil, fill, hexDigits, type Random } from './random.ts'

function luhnDigit(body: string): string {
  const sum = Array.from(body, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return String((10 - (sum % 10)) % 10)
}

const brands = ['4{}', '51{}', '55{}', '2221{}', '37{}', '6011{}', '3530{}', '62{}']

function card(random: Random, joint: string): string {
  const start = random.pick(brands).replace('{}', '')
  const length = start === '37' ? 15 : 16
  const body = start + random.digits(length - 1 - start.length)
  const number = body + luhnDigit(body)
  return length === 15
    ? [number.slice(0, 4), number.slice(4, 10), number.slice(10)].join(joint)
    : (number.match(/.{4}/gu) ?? []).join(joint)
}

/** Forms of the countries in the IBAN registry: `9` a digit, `A` a capital. */
const ibanForms: Readonly<Record<string, string>> = {
  DE: '999999999999999999',
  GB: 'AAAA99999999999999',
  NL: 'AAAA9999999999',
  CH: '99999999999999999',
  AT: '9999999999999999',
  SE: '99999999999999999999',
}

function iban(random: Random, isSpaced: boolean): string {
  const country = random.pick(['DE', 'GB', 'CH', 'AT', 'NL', 'SE'])
  const account = fill(random, ibanForms[country] ?? '')
  const digits = Array.from(`${account}${country}00`, (unit) => String(Number.parseInt(unit, 36))).join('')
  const check = String(98n - (BigInt(digits) % 97n)).padStart(2, '0')
  const number = `${country}${check}${account}`
  return isSpaced ? (number.match(/.{1,4}/gu) ?? []).join(' ') : number
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

function bitcoinAddress(random: Random): string {
  const payload = Buffer.concat([Buffer.of(0), Buffer.from(random.units(hexDigits, 40), 'hex')])
  const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
  let number = BigInt(`0x${Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]).toString('hex')}`)
  let text = ''
  for (; number > 0n; number /= 58n) text = base58.charAt(Number(number % 58n)) + text
  return `1${text}`
}

function isRouting(number: string): boolean {
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1]
  return weights.reduce((sum, weight, index) => sum + weight * Number(number[index]), 0) % 10 === 0
}

const taxNumbers: readonly (readonly [path: string, form: string, called: readonly string[], key: string])[] = [
  ['DE/vat', 'DE{1|2|3}99999999', ['USt-IdNr.', 'VAT number', 'Umsatzsteuer-ID'], 'vat_id'],
  ['FR/tva', 'FR99999999999', ['numéro de TVA', 'VAT number'], 'vatNumber'],
  ['NL/btw', 'NL999999999B01', ['btw-nummer', 'VAT number'], 'btw'],
  ['AT/uid', 'ATU99999999', ['UID', 'VAT number'], 'uid_nummer'],
  ['BE/vat', '0999999999', ['VAT number', 'numéro de TVA'], 'vat'],
  ['FR/siret', '99999999999999', ['SIRET', 'numéro SIRET'], 'siret'],
  ['IT/iva', '99999999999', ['partita IVA'], 'partita_iva'],
  ['ES/cif', 'B99999999', ['CIF', 'NIF de la empresa'], 'cif'],
  ['PL/nip', '{5|6|7|8}999999999', ['NIP', 'numer NIP'], 'nip'],
  ['BR/cnpj', '99999999000199', ['CNPJ'], 'cnpj'],
  ['AU/abn', '99999999999', ['ABN', 'Australian Business Number'], 'abn'],
  ['GB/vat', 'GB999999999', ['VAT number', 'VAT registration'], 'vat_no'],
  ['US/ein', '99-9999999', ['EIN', 'employer identification number'], 'ein'],
  ['IN/gstin', '27AAAPA9999A1Z9', ['GSTIN'], 'gstin'],
]

export const financeKinds: readonly EntityKind[] = [
  { type: 'credit_card', write: (random) => card(random, ''), keys: ['card', 'pan', 'cardNumber', 'cc_number'] },
  { type: 'credit_card', write: (random) => card(random, ' '), keys: ['card_number', 'payment', 'cardNo'] },
  { type: 'credit_card', write: (random) => card(random, '-'), keys: ['card_number', 'cc'] },
  { type: 'iban', write: (random) => iban(random, false), keys: ['iban', 'account', 'creditorAccount'] },
  { type: 'iban', write: (random) => iban(random, true), keys: ['iban', 'bank_details', 'payout_account'] },
  {
    type: 'bank_account',
    write: (random) => random.digits(10).replace(/^0/u, '7'),
    called: ['account number', 'bank account number', 'acct no', 'Kontonummer'],
    keys: ['account_number', 'bankAccountNumber', 'acct_no', 'accountNo'],
  },
  {
    type: 'bank_account',
    write: (random) => drawUntil(random, '0{2|3|6|7}9999999', isRouting),
    called: ['routing number', 'ABA routing number', 'bank routing number'],
    keys: ['routing_number', 'routingNumber', 'aba'],
  },
  {
    type: 'bank_account',
    write: (random) => fill(random, '{20|30|40|60}-99-99'),
    called: ['sort code', 'bank sort code'],
    keys: ['sort_code', 'sortCode'],
  },
  {
    type: 'bank_account',
    write: (random) => fill(random, '{DEUT|BNPA|CHAS|BARC|INGB}{DE|FR|US|GB|NL}{2L|FF|33|XX}'),
    called: ['BIC', 'SWIFT code'],
    keys: ['bic', 'swift_code', 'bankBic'],
  },
  { type: 'crypto_wallet', write: bitcoinAddress, keys: ['wallet', 'payout_address', 'btc'] },
  {
    type: 'crypto_wallet',
    write: (random) => `0x${random.units(hexDigits, 40)}`,
    called: ['wallet', 'Ethereum address', 'ETH wallet'],
    keys: ['wallet', 'walletAddress', 'eth_address'],
  },
  ...taxNumbers.map(
    ([path, form, called, key]): EntityKind => ({
      type: 'tax_id',
      write: (random) => drawUntil(random, form, (value) => isIssued(path, value)),
      called,
      keys: [key, `company_${key}`],
    }),
  ),
]
