import { passesLuhn } from './passes-luhn.ts'
import { drawUntil, fill, type Random } from './random.ts'
import { weightedSum } from './weighted-sum.ts'

const modulo97 = (digits: string): number => Number(BigInt(digits) % 97n)

/** The account of a country, as the IBAN registry has it, with the check digits that its banks use where they have some. */
const accounts: Readonly<Record<string, (random: Random) => string>> = {
  AE: (random) => fill(random, '{033|035|026}9999999999999999'),
  AT: (random) => fill(random, '{12000|20111|32000}99999999999'),
  BE: (random) =>
    drawUntil(
      random,
      '{001|363|733}999999999',
      (number) => (modulo97(number.slice(0, 10)) || 97) === Number(number.slice(10)),
    ),
  BG: (random) => fill(random, '{BNBG|STSA|UNCR}{9661|7000}1099999999'),
  CH: (random) => fill(random, '{00762|09000|30808}999999999999'),
  CZ: (random) =>
    drawUntil(
      random,
      '{0800|0100|2010}000000{1|2}999999999',
      (number) => weightedSum(number.slice(10), [6, 3, 7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
    ),
  DE: (random) => fill(random, '{10050000|37040044|70150000|50010517}9999999999'),
  DK: (random) => fill(random, '{0040|5301}9999999999'),
  ES: (random) => drawUntil(random, '{2100|0049|0182}{0418|1500}999999999999', hasSpanishDigits),
  FI: (random) => drawUntil(random, '{123456|500015}99999999', passesLuhn),
  FR: (random) => drawUntil(random, '{20041|30004|10278}{01005|00823}9999999999999', hasFrenchKey),
  GB: (random) => fill(random, '{NWBK|BARC|HBUK|MIDL}{601613|200353|404784}99999999'),
  GR: (random) => fill(random, '{0110|0172}{125|101}9999999999999999'),
  IE: (random) => fill(random, '{AIBK|BOFI}{931152|900017}99999999'),
  LT: (random) => fill(random, '{10000|70440}99999999999'),
  LU: (random) => fill(random, '{001|002}9999999999999'),
  NL: (random) => drawUntil(random, '{ABNA|RABO|TRIO}0999999999', isElevenProof),
  NO: (random) =>
    drawUntil(
      random,
      '{8601|1503|9710}9999999',
      (number) => weightedSum(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
    ),
  PL: (random) => fill(random, '{10901014|11402004|10201026}9999999999999999'),
  PT: (random) =>
    drawUntil(
      random,
      '{0002|0035}01239999999999999',
      (number) => 98 - modulo97(`${number.slice(0, 19)}00`) === Number(number.slice(19)),
    ),
  RO: (random) => fill(random, '{AAAA|BTRL|RNCB}9999999999999999'),
  SE: (random) => fill(random, '{500|600|300}00000{05839|01234}9999999'),
  TR: (random) => fill(random, '{00061|00010|00062}09999999999999999'),
}

/** Two-letter codes, as `writeIban` knows them. */
export const ibanCountries: readonly string[] = Object.keys(accounts)

/** An IBAN without blanks. */
export function writeIban(random: Random, country: string): string {
  const account = accounts[country]?.(random)
  if (account === undefined) throw new Error(`no form of an IBAN of ${country}`)
  const digits = Array.from(`${account}${country}00`, (unit) => Number.parseInt(unit, 36)).join('')
  return `${country}${String(98 - modulo97(digits)).padStart(2, '0')}${account}`
}

/** The account behind the bank's four letters: its ten digits, weighted from 10 to 1. */
function isElevenProof(account: string): boolean {
  return account.length === 14 && weightedSum(account.slice(4), [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0
}

/** One digit for the bank and its branch, one for the account. */
function hasSpanishDigits(number: string): boolean {
  const weights = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]
  const digit = (digits: string): number => {
    const rest = 11 - (weightedSum(digits, weights) % 11)
    return rest > 9 ? 11 - rest : rest
  }
  return digit(`00${number.slice(0, 8)}`) === Number(number[8]) && digit(number.slice(10)) === Number(number[9])
}

/** The "clé RIB" of an account without letters. */
function hasFrenchKey(number: string): boolean {
  const [bank, branch, account] = [number.slice(0, 5), number.slice(5, 10), number.slice(10, 21)].map(Number)
  return 97 - ((89 * (bank ?? 0) + 15 * (branch ?? 0) + 3 * (account ?? 0)) % 97) === Number(number.slice(21))
}
