import type { CanaryKind } from './canaries.ts'

/** One way in which a secret may be written, and what to search for. Each unit of `text` is one byte. */
export interface Encoding {
  readonly encoding: string
  readonly text: string
  /** Letters may be of either case. */
  readonly foldCase: boolean
}

/** All ways in which a leaked secret is likely to be written in OTLP, in a log line or in a URL. */
export function encodingsOf(secret: string, kind: CanaryKind): Encoding[] {
  const bytes = Buffer.from(secret)
  const found: Encoding[] = [
    { encoding: 'plain', text: latin1(secret), foldCase: true },
    { encoding: 'percent', text: encodeURIComponent(secret), foldCase: true },
    { encoding: 'form', text: new URLSearchParams({ '': secret }).toString().slice(1), foldCase: true },
    { encoding: 'json', text: latin1(JSON.stringify(secret).slice(1, -1)), foldCase: true },
    { encoding: 'unicode escapes', text: unicodeEscapes(secret), foldCase: true },
    { encoding: 'hex', text: bytes.toString('hex'), foldCase: true },
    { encoding: 'utf-16le', text: Buffer.from(secret, 'utf16le').toString('latin1'), foldCase: false },
    { encoding: 'utf-16be', text: Buffer.from(secret, 'utf16le').swap16().toString('latin1'), foldCase: false },
    { encoding: 'reversed', text: latin1([...secret].reverse().join('')), foldCase: true },
    ...base64(bytes),
  ]
  if (kind === 'phone' || kind === 'card' || kind === 'iban') {
    const compact = secret.replaceAll(/[ +]/gu, '')
    found.push(
      { encoding: 'without separators', text: compact, foldCase: true },
      { encoding: 'with dashes', text: secret.replaceAll(' ', '-'), foldCase: true },
    )
  }
  if (kind === 'person' || kind === 'email') {
    // half of a name is a leak, too
    for (const part of secret.split(/[ .@]/u)) {
      if (part.length >= 7 && part !== 'example') found.push({ encoding: 'a part', text: part, foldCase: true })
    }
  }
  return unique(found)
}

/**
 * A secret inside of a longer text starts at one of three places of a base64 group; the characters at both ends that it
 * shares with its neighbours are left out.
 */
function base64(bytes: Buffer): Encoding[] {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replaceAll('=', '')
    const shared = (offset + bytes.length) % 3 === 0 ? 0 : 1
    const text = encoded.slice(offset === 0 ? 0 : offset + 1, encoded.length - shared)
    const urlText = text.replaceAll('+', '-').replaceAll('/', '_')
    return [
      { encoding: `base64+${offset}`, text, foldCase: false },
      { encoding: `base64url+${offset}`, text: urlText, foldCase: false },
    ]
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
  for (const encoding of encodings) if (!byText.has(encoding.text)) byText.set(encoding.text, encoding)
  return [...byText.values()]
}
