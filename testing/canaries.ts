import { createHmac } from 'node:crypto'
import { coreDigits, type Encoding, encodingsOf, isNumber, withoutSeparators } from './encodings.ts'

/** What a canary looks like. */
export const canaryKinds = ['token', 'email', 'phone', 'card', 'iban', 'api_key', 'person'] as const
export type CanaryKind = (typeof canaryKinds)[number]

/** One planted secret: the carrier is whatever the test calls the place that it stands in. */
export interface Canary {
  readonly carrier: string
  readonly kind: CanaryKind
  readonly secret: string
}

/** A canary that was found, and how it was written: `plain`, `base64`, `hex` and so on. */
export interface Leak extends Canary {
  readonly encoding: string
}

export interface Canaries {
  /** The secret for one carrier: always the same one for the same carrier and kind. */
  secret(carrier: string, kind?: CanaryKind): string
  planted(): readonly Canary[]
  /** Searches for every planted canary, however it is encoded. */
  leaks(bytes: Uint8Array | string): readonly Leak[]
}

/**
 * Makes unique secrets to plant in telemetry, and finds them in whatever comes out.
 *
 * @param seed the same seed gives the same secrets
 * @example
 * const planted = canaries(1)
 * const address = planted.secret('span attribute', 'email')
 * planted.leaks(`user=${encodeURIComponent(address)}`).length > 0 // true: it got out
 */
export function canaries(seed: number): Canaries {
  const planted = new Map<string, Canary>()
  // a test searches many times for the same
  const known = new Map<Canary, readonly Encoding[]>()
  const encodings = (canary: Canary): readonly Encoding[] => {
    const found = known.get(canary) ?? encodingsOf(canary.secret, canary.kind)
    known.set(canary, found)
    return found
  }
  return {
    secret(carrier, kind = 'token') {
      const key = JSON.stringify([carrier, kind])
      let canary = planted.get(key)
      if (canary === undefined) {
        const random = createHmac('sha256', `canary ${seed}`).update(key).digest()
        canary = { carrier, kind, secret: makers[kind](random) }
        planted.set(key, canary)
      }
      return canary.secret
    },
    planted: () => [...planted.values()],
    leaks(bytes) {
      const haystack =
        typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      // latin1 keeps every byte as one character, and lower case then folds ASCII letters only where they are letters
      const exact = haystack.toString('latin1')
      const folded = exact.toLowerCase()
      const compact = withoutSeparators(exact).toLowerCase()
      return [...planted.values()].flatMap((canary): Leak[] => {
        const found = encodings(canary)
          .filter(({ text, foldCase }) => (foldCase ? folded : exact).includes(text))
          .map(({ encoding }) => ({ ...canary, encoding }))
        if (found.length > 0 || !isNumber(canary.kind)) return found
        const regrouped = compact.includes(coreDigits(canary.secret, canary.kind))
        return regrouped ? [{ ...canary, encoding: 'in other groups' }] : []
      })
    },
  }
}

const makers: Record<CanaryKind, (random: Buffer) => string> = {
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
