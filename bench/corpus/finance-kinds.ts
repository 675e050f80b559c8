import { base58Check } from './base58-check.ts'
import type { EntityKind } from './entity-kind.ts'
import { isIssued } from './is-issued.ts'
import { passesLuhn } from './passes-luhn.ts'
import { drawUntil, fill, hexDigits, type Random } from './random.ts'
import { weightedSum } from './weighted-sum.ts'
import { writeIban } from './write-iban.ts'

const cards = [
  '4999999999999999',
  '5199999999999999',
  '5599999999999999',
  '2221999999999999',
  '379999999999999',
  '6011999999999999',
  '3530999999999999',
  '6229999999999999',
]

/** The digits in fours, or as American Express has them, with `joint` between. */
function card(random: Random, joint: string): string {
  const number = drawUntil(random, random.pick(cards), passesLuhn)
  const groups = number.length === 15 ? /^.{4}|.{6}|.{5}$/gu : /.{4}/gu
  return (number.match(groups) ?? []).join(joint)
}

function iban(random: Random): string {
  return writeIban(random, random.pick(['DE', 'GB', 'CH', 'AT', 'NL', 'SE']))
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
  { type: 'iban', write: (random) => iban(random), keys: ['iban', 'account', 'creditorAccount'] },
  {
    type: 'iban',
    write: (random) => iban(random).replaceAll(/(.{4})(?=.)/gu, '$1 '),
    keys: ['iban', 'bank_details', 'payout_account'],
  },
  {
    type: 'bank_account',
    write: (random) => random.digits(10).replace(/^0/u, '7'),
    called: ['account number', 'bank account number', 'acct no', 'Kontonummer'],
    keys: ['account_number', 'bankAccountNumber', 'acct_no', 'accountNo'],
  },
  {
    type: 'bank_account',
    write: (random) =>
      drawUntil(random, '0{2|3|6|7}9999999', (number) => weightedSum(number, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0),
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
  { type: 'crypto_wallet', write: (random) => base58Check(random, 0), keys: ['wallet', 'payout_address', 'btc'] },
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
