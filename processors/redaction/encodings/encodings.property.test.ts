import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../../policy/entities.ts'
import { createDetector } from '../create-detector.ts'
import { redactText } from '../redact-text.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

/** Masks until nothing is left, as a flow does; twice is enough. */
function redact(text: string): string {
  const mask = (written: string): string => redactText(written, detect(written), ({ type }) => `[${type}]`)
  return mask(mask(text))
}

const samples = fc.constantFrom(
  'write to bob@example.com, please',
  'card 4111 1111 1111 1111 was used',
  'pan 5555555555554444 declined',
  'to IBAN DE89 3704 0044 0532 0130 00 today',
  'SSN 078-05-1120 on file',
  'call +49 30 901820 now',
  'from 203.0.113.77 again',
  'Authorization: Bearer 3f2a9c1b7dAx',
)

/** How a text gets into another, and out again. */
interface Encoding {
  readonly name: string
  encode(text: string): string
  decode(text: string): string
}

const everyCharacter = (text: string, write: (character: string) => string): string => Array.from(text, write).join('')
const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('hex')
const shifted = (name: string, from: RegExp, offset: number): Encoding => ({
  name,
  encode: (text) => text.replace(from, (character) => String.fromCodePoint(character.charCodeAt(0) + offset)),
  decode: (text) =>
    everyCharacter(text, (character) => {
      const folded = String.fromCodePoint(Math.max(0, (character.codePointAt(0) ?? 0) - offset))
      return folded.length === 1 && new RegExp(from.source, 'u').test(folded) ? folded : character
    }),
})
const base64 = (encoding: 'base64' | 'base64url', isPadded: boolean): Encoding => ({
  name: `${encoding} ${isPadded ? 'with' : 'without'} padding`,
  encode: (text) => {
    const units = Buffer.from(text, 'utf8').toString(encoding).replace(/=+$/u, '')
    return isPadded ? units.padEnd(Math.ceil(units.length / 4) * 4, '=') : units
  },
  decode: (text) => {
    expect(text).toMatch(encoding === 'base64' ? /^[\w+/]+={0,2}$/u : /^[\w-]+={0,2}$/u)
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, encoding))
  },
})

const encodings: readonly Encoding[] = [
  { name: 'percent', encode: encodeURIComponent, decode: decodeURIComponent },
  {
    name: 'percent of all characters',
    encode: (text) => bytesOf(text).toUpperCase().replace(/../gu, '%$&'),
    decode: decodeURIComponent,
  },
  {
    name: 'percent in lower case',
    encode: (text) => bytesOf(text).replace(/../gu, '%$&'),
    decode: decodeURIComponent,
  },
  base64('base64', true),
  base64('base64', false),
  base64('base64url', true),
  base64('base64url', false),
  { name: 'hex', encode: bytesOf, decode: (text) => Buffer.from(text, 'hex').toString('utf8') },
  { name: 'JSON', encode: (text) => JSON.stringify(text), decode: (text) => JSON.parse(text) },
  { name: 'JSON object', encode: (text) => JSON.stringify({ a: [text] }), decode: (text) => JSON.parse(text).a[0] },
  {
    name: 'escapes of all units',
    encode: (text) =>
      text.replace(/[\s\S]/gu, (all) =>
        all
          .split('')
          .map((u) => `\\u${u.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join(''),
      ),
    decode: (text) => JSON.parse(`"${text}"`),
  },
  {
    name: 'character references',
    encode: (text) => everyCharacter(text, (character) => `&#${character.codePointAt(0)};`),
    decode: (text) => text.replace(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code))),
  },
  {
    name: 'named references',
    encode: (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('@', '&commat;'),
    decode: (text) => text.replaceAll('&commat;', '@').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
  },
  shifted('full-width digits', /[0-9]/gu, 0xff10 - 48),
  shifted('mathematical digits', /[0-9]/gu, 0x1d7ce - 48),
  shifted('Arabic-Indic digits', /[0-9]/gu, 0x660 - 48),
  shifted('Devanagari digits', /[0-9]/gu, 0x966 - 48),
  shifted('full-width @', /@/gu, 0xff20 - 64),
]

describe('an entity', () => {
  it('survives no encoding, nor three of them, and all else does', () => {
    fc.assert(
      fc.property(samples, fc.array(fc.constantFrom(...encodings), { minLength: 1, maxLength: 3 }), (sample, chain) => {
        const encoded = chain.reduce((text: string, { encode }) => encode(text), sample)
        const decoded = chain.reduceRight((text: string, { decode }) => decode(text), redact(encoded))
        expect(decoded, `${chain.map(({ name }) => name).join(', ')}: ${encoded}`).toBe(redact(sample))
        expect(detect(redact(encoded))).toEqual([])
      }),
      { numRuns: 5_000 },
    )
  }, 60_000)
})
