import { createHash } from 'node:crypto'

/** What a canary looks like: a word that nothing is known of, and one for each type of entity. */
export const canaryKinds = [
  'token',
  'email',
  'phone',
  'card',
  'iban',
  'api_key',
  'person',
  'address',
  'bank_account',
  'crypto_wallet',
  'tax_id',
  'national_id',
  'passport',
  'driving_licence',
  'vin',
  'ip',
  'mac',
  'device_id',
  'coordinates',
  'date_of_birth',
] as const
export type CanaryKind = (typeof canaryKinds)[number]

/** The words that announce what is not known by its form alone. */
export const announcements: Readonly<Partial<Record<CanaryKind, string>>> = {
  bank_account: 'account number ',
  device_id: 'imei ',
  date_of_birth: 'born ',
}

/**
 * Makes a secret of each kind out of random bytes, with the check digits that its kind has.
 *
 * @see the sources of the rules in docs/entities.md
 */
export const canaryMakers: Readonly<Record<CanaryKind, (random: Buffer) => string>> = {
  token: (random) => `cnry${letters(random, 0, 6)}${digits(random, 6, 4)}${letters(random, 10, 6)}`,
  email: (random) => `${letters(random, 0, 7)}.${letters(random, 7, 8)}@${letters(random, 15, 8)}.example.com`,
  phone: (random) => `+49 171 ${digits(random, 0, 3)} ${digits(random, 3, 5)}`,
  card: (random) => {
    const body = `4${digits(random, 0, 14)}`
    return groups(`${body}${luhnDigit(body)}`, 4)
  },
  iban: (random) => {
    const account = digits(random, 0, 18)
    // ISO 13616: 98 minus the remainder of account, country (D=13, E=14) and 00
    const check = 98n - (BigInt(`${account}131400`) % 97n)
    return `DE${check.toString().padStart(2, '0')}${account}`
  },
  api_key: (random) => `ghp_${alphanumerics(random.toString('hex') + random.toString('hex'), 36)}`,
  person: (random) => `${capital(letters(random, 0, 7))} ${capital(letters(random, 7, 9))}`,
  address: (random) => `${100 + at(random, 0, 900)} ${capital(letters(random, 2, 9))} Street`,
  bank_account: (random) => `${announcements.bank_account}${1 + at(random, 0, 9)}${digits(random, 1, 12)}`,
  crypto_wallet: (random) => base58Check(Buffer.concat([Buffer.of(0), random.subarray(0, 20)])),
  tax_id: (random) => {
    const body = `${digits(random, 0, 8)}0001`
    const first = mod11Digit(body, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
    const second = mod11Digit(body + first, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])
    return `${body.slice(0, 2)}.${body.slice(2, 5)}.${body.slice(5, 8)}/${body.slice(8)}-${first}${second}`
  },
  national_id: (random) => {
    const [area, group, serial] = [100 + at(random, 0, 500), 10 + at(random, 2, 90), 1000 + at(random, 4, 9000)]
    return `${area}-${group}-${serial}`
  },
  passport: (random) => {
    const number = `${capital(letters(random, 0, 1))}${digits(random, 1, 8)}`
    const [born, until] = [`${dateOf(random, 9)}`, `${dateOf(random, 12)}`]
    const parts = [number, born, until].map((part) => part + mrzDigit(part))
    const [document = '', birth = '', expiry = ''] = parts
    const optional = '<'.repeat(14)
    const whole = `${document}${birth}${expiry}${optional}${mrzDigit(optional)}`
    return `${document}UTO${birth}F${expiry}${optional}${mrzDigit(optional)}${mrzDigit(whole)}`
  },
  driving_licence: (random) => {
    const name = letters(random, 0, 5).toUpperCase()
    const [decade, month, day, year] = [
      at(random, 5, 10),
      1 + at(random, 6, 9),
      10 + at(random, 7, 18),
      at(random, 8, 10),
    ]
    return `${name}${decade}0${month}${day}${year}${letters(random, 9, 2).toUpperCase()}9${letters(random, 11, 2).toUpperCase()}`
  },
  vin: (random) => {
    const body = `1M8GDM9A?${letters(random, 0, 2)
      .toUpperCase()
      .replaceAll(/[IOQUZ]/gu, 'K')}${digits(random, 2, 6)}`
    return body.replace('?', vinDigit(body))
  },
  ip: (random) => [45, 1 + at(random, 0, 254), 1 + at(random, 1, 254), 1 + at(random, 2, 254)].join('.'),
  mac: (random) => ['02', ...(random.subarray(0, 5).toString('hex').match(/../gu) ?? [])].join(':'),
  device_id: (random) => {
    const body = `49${digits(random, 0, 12)}`
    return `${announcements.device_id}${body}${luhnDigit(body)}`
  },
  coordinates: (random) =>
    `48.${1 + at(random, 0, 9)}${digits(random, 1, 5)}, 11.${1 + at(random, 6, 9)}${digits(random, 7, 5)}`,
  date_of_birth: (random) => {
    const [year, month, day] = [1930 + at(random, 0, 70), 1 + at(random, 1, 12), 1 + at(random, 2, 28)]
    return `${announcements.date_of_birth}${year}-${padded(month)}-${padded(day)}`
  },
}

/** A number below `limit`. */
function at(random: Buffer, from: number, limit: number): number {
  return random.readUInt16BE(from) % limit
}

function padded(number: number): string {
  return String(number).padStart(2, '0')
}

/** Year, month and day as travel documents have them. */
function dateOf(random: Buffer, from: number): string {
  return `${padded(at(random, from, 100))}${padded(1 + at(random, from + 1, 12))}${padded(1 + at(random, from + 2, 28))}`
}

/** ICAO 9303-3, section 4.9: weights 7, 3, 1; letters count from 10, fillers nothing. */
function mrzDigit(text: string): string {
  const sum = Array.from(text, (unit, index) => {
    return (unit === '<' ? 0 : Number.parseInt(unit, 36)) * ([7, 3, 1][index % 3] ?? 0)
  }).reduce((total, value) => total + value, 0)
  return String(sum % 10)
}

function mod11Digit(body: string, weights: readonly number[]): string {
  const rest = weights.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11
  return String(rest < 2 ? 0 : 11 - rest)
}

/** 49 CFR 565.15: letters by their place in the rows of a keyboard of EBCDIC. */
function vinDigit(body: string): string {
  const values = '0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ'
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
  const sum = weights.reduce((total, weight, index) => total + weight * (values.indexOf(body.charAt(index)) % 10), 0)
  return '0123456789X'.charAt(sum % 11)
}

const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** A version and a hash, with the first four bytes of their double SHA-256 behind them. */
function base58Check(payload: Buffer): string {
  const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
  let number = BigInt(`0x${Buffer.concat([payload, sha256(sha256(payload)).subarray(0, 4)]).toString('hex')}`)
  let text = ''
  for (; number > 0n; number /= 58n) text = base58.charAt(Number(number % 58n)) + text
  const zeros = payload.findIndex((byte) => byte !== 0)
  return '1'.repeat(zeros) + text
}

// Rare consonants, and vowels enough to look like a name; what they make is in no dictionary.
const alphabet = 'bazexivoqu'

function letters(random: Buffer, from: number, count: number): string {
  return Array.from(random.subarray(from, from + count), (byte) => alphabet[byte % 10]).join('')
}

function digits(random: Buffer, from: number, count: number): string {
  return Array.from(random.subarray(from, from + count), (byte) => byte % 10).join('')
}

function alphanumerics(hex: string, count: number): string {
  return Array.from({ length: count }, (_, index) => {
    const value = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16) % 62
    return value < 10 ? String(value) : String.fromCharCode(value < 36 ? value + 55 : value + 61)
  }).join('')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function groups(text: string, size: number): string {
  return text.replace(new RegExp(`(.{${size}})(?=.)`, 'gu'), '$1 ')
}

/** ISO/IEC 7812-1, annex B. */
function luhnDigit(body: string): number {
  const sum = Array.from(body, Number)
    .reverse()
    .reduce((total, digit, index) => total + (index % 2 === 1 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0)
  return (10 - (sum % 10)) % 10
}
