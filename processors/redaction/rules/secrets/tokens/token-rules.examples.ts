import type { RuleExamples } from '../../rule-examples.ts'
import type { UnitSet } from '../unit-sets.ts'
import type { TokenFormat, TokenProvider } from './token-format.ts'
import { tokenProviders } from './token-providers.ts'
import { tokenRules } from './token-rules.ts'

/** An order of units that has some of every kind early on, and that no generator of tokens has. */
const units: Readonly<Record<UnitSet, string>> = {
  digit: '0123456789',
  hex: '0a1b2c3d4e5f6789',
  hexOfAnyCase: '0a1b2c3d4e5f6789',
  base32: 'EXAMPLE234567KEY',
  base36: 'e0x1a2m3p4l5e6k7y8',
  upper36: 'E0X1A2M3P4L5E6K7Y8',
  base62: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
  base64: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
  base64url: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
  joined: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
  padded: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
  bearer: 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ',
}

/** Made here, so that no text that looks like a token stands in a file. */
export const examples: Readonly<Record<string, RuleExamples>> = Object.fromEntries(
  tokenProviders.flatMap((provider) => {
    const [certain, doubtful] = tokenRules(provider)
    const entries = certain === undefined ? [] : [[certain.name, examplesOf(provider)] as const]
    return doubtful === undefined ? entries : [...entries, [doubtful.name, doubtfulExamplesOf(provider)] as const]
  }),
)

function examplesOf({ formats }: TokenProvider): RuleExamples {
  const tokens = formats.flatMap((format) => format.prefixes.map((prefix) => exampleToken(format, prefix)))
  return {
    found: [...tokens.map((token) => `using ⟦${token}⟧ for it`), `url=/x?key=⟦${tokens[0]}⟧&page=2`],
    notFound: [
      ...formats.map((format) => `using ${cut(format, format.prefixes[0] ?? '')} for it`),
      ...formats.map((format) => `using x${exampleToken(format, format.prefixes[0] ?? '')}`),
    ],
  }
}

function doubtfulExamplesOf({ formats }: TokenProvider): RuleExamples {
  const checked = formats.filter(({ checksum }) => checksum !== undefined)
  const tokens = checked.flatMap((format) => format.prefixes.map((prefix) => exampleToken(format, prefix)))
  return {
    found: tokens.flatMap((token) => [`using ⟦${otherEnd(token)}⟧ for it`, `⟦${otherEnd(token)}⟧`]),
    notFound: tokens.flatMap((token) => [`using ${token} for it`, `x${otherEnd(token)}`]),
  }
}

/** Not what the checksum of any example ends with, but of its alphabet. */
function otherEnd(token: string): string {
  return `${token.slice(0, -2)}${token.endsWith('00') ? '11' : '00'}`
}

function exampleToken(format: TokenFormat, prefix: string): string {
  const { parts, checksum } = format
  const body = parts.map((part) => (typeof part === 'string' ? part : repeat(part.set, part.min))).join('')
  if (checksum === undefined) return prefix + body
  const token = prefix + body.slice(0, -checksum.length)
  return token + checksum.of(token, prefix)
}

/** The prefix, and half of what must follow. */
function cut(format: TokenFormat, prefix: string): string {
  const [first] = format.parts
  return first === undefined || typeof first === 'string'
    ? prefix
    : prefix + repeat(first.set, Math.floor(first.min / 2))
}

function repeat(set: UnitSet, length: number): string {
  const from = units[set]
  return from.repeat(Math.ceil(length / from.length)).slice(0, length)
}
