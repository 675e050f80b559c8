import { announcements, type CanaryKind } from './canary-makers.ts'

/** One way in which a secret may be written, and what to search for. Each unit of `text` is one byte. */
export interface Encoding {
  readonly encoding: string
  readonly text: string
  /** Letters may be of either case; `text` is in lower case then. */
  readonly foldCase: boolean
}

/** All ways in which a leaked secret is likely to be written in OTLP, in a log line or in a URL. */
export function encodingsOf(planted: string, kind: CanaryKind): Encoding[] {
  const secret = withoutAnnouncement(planted, kind)
  const found: Encoding[] = [
    ...textEncodings(secret, ''),
    { encoding: 'reversed', text: latin1([...secret].reverse().join('')), foldCase: true },
    // code and normalisers change the case before they encode
    ...[secret, secret.toLowerCase(), secret.toUpperCase()].flatMap(byteEncodings),
  ]
  if (isNumber(kind)) {
    const compact = withoutSeparators(secret)
    found.push(...textEncodings(compact, ', without separators'), ...byteEncodings(compact))
    found.push({ encoding: 'with dashes', text: secret.replaceAll(' ', '-'), foldCase: true })
  }
  if (kind === 'person' || kind === 'email') {
    // half of a name is a leak, too
    for (const part of secret.split(/[ .@]/u)) {
      if (part.length >= 7 && part !== 'example') found.push({ encoding: 'a part', text: part, foldCase: true })
    }
  }
  return unique(found)
}

/** What people write in groups, each country and form in its own way. */
export function isNumber(kind: CanaryKind): boolean {
  return numbers.has(kind)
}

const numbers: ReadonlySet<CanaryKind> = new Set([
  'phone',
  'card',
  'iban',
  'bank_account',
  'tax_id',
  'national_id',
  'passport',
  'driving_licence',
  'vin',
  'mac',
  'device_id',
])

/** The word before a number is no secret. */
function withoutAnnouncement(secret: string, kind: CanaryKind): string {
  return secret.slice(announcements[kind]?.length ?? 0)
}

/** Digits and letters alone, as numbers are compared whatever groups they are written in. */
export function withoutSeparators(text: string): string {
  // the space that does not break is two bytes in UTF-8
  return text.replaceAll(/\u00c2\u00a0|[ ()+./_-]/gu, '')
}

/** The part of a number that all ways of writing it share: a phone number may be without its country code. */
export function coreDigits(secret: string, kind: CanaryKind): string {
  const compact = withoutSeparators(withoutAnnouncement(secret, kind)).toLowerCase()
  return kind === 'phone' ? compact.slice(2) : compact
}

function textEncodings(secret: string, suffix: string): Encoding[] {
  const percent = encodeURIComponent(secret)
  const written: Record<string, string> = {
    plain: latin1(secret),
    percent,
    form: new URLSearchParams([['', secret]]).toString().slice(1),
    'percent twice': encodeURIComponent(percent),
    'percent throughout': Buffer.from(secret).toString('hex').replaceAll(/../gu, '%$&'),
    json: latin1(JSON.stringify(secret).slice(1, -1)),
    'unicode escapes': unicodeEscapes(secret),
    'html entities': Array.from(secret, (letter) => `&#${letter.codePointAt(0)};`).join(''),
  }
  return Object.entries(written).map(([encoding, text]) => ({ encoding: encoding + suffix, text, foldCase: true }))
}

function byteEncodings(secret: string): Encoding[] {
  const bytes = Buffer.from(secret)
  const utf16 = Buffer.from(secret, 'utf16le')
  return [
    { encoding: 'hex', text: bytes.toString('hex'), foldCase: true },
    { encoding: 'utf-16le', text: utf16.toString('latin1'), foldCase: false },
    { encoding: 'utf-16be', text: Buffer.from(utf16).swap16().toString('latin1'), foldCase: false },
    ...base64(bytes),
  ]
}

/**
 * A secret inside of a longer text starts at one of three places of a base64 group; the characters at both ends that it
 * shares with its neighbours are left out.
 */
function base64(bytes: Buffer): Encoding[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    // the alphabet for URLs differs in two letters, which the ASCII of the secrets never needs
    return {
      encoding: `base64+${offset}`,
      text: encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared),
      foldCase: false,
    }
  })
}

function unicodeEscapes(secret: string): string {
  return Array.from({ length: secret.length }, (_, index) => {
    return `\\u${secret.charCodeAt(index).toString(16).padStart(4, '0')}`
  }).join('')
}

function latin1(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function unique(encodings: readonly Encoding[]): Encoding[] {
  const byText = new Map<string, Encoding>()
  for (const { encoding, text: written, foldCase } of encodings) {
    const text = foldCase ? written.toLowerCase() : written
    if (!byText.has(text)) byText.set(text, { encoding, text, foldCase })
  }
  return [...byText.values()]
}
