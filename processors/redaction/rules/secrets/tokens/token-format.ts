import type { UnitSet } from '../unit-sets.ts'

/** A run of units of one set. */
export interface Run {
  readonly set: UnitSet
  readonly min: number
  readonly max: number
}

/** Digits at the end of a token that follow from what stands before them. */
export interface Checksum {
  readonly length: number
  /** @param token all of it but the checksum; @param prefix what it begins with */
  readonly of: (token: string, prefix: string) => string
}

/** How a provider writes a kind of token. */
export interface TokenFormat {
  /** What such tokens begin with. */
  readonly prefixes: readonly string[]
  /** What follows: runs, and literal text between them. A run takes all that it can, so the next part must not begin with its units. */
  readonly parts: readonly (Run | string)[]
  /** What does not match may still be a token that somebody has changed or misspelt: it is reported, with less confidence. */
  readonly checksum?: Checksum
  /** The form alone is not telling enough: a token is only what passes this, too. */
  readonly isToken?: (token: string) => boolean
}

export interface TokenProvider {
  readonly provider: string
  /** Where it writes its formats down, or a list that has them. */
  readonly source: string
  readonly formats: readonly TokenFormat[]
}

export function provider(name: string, source: string, ...formats: readonly TokenFormat[]): TokenProvider {
  return { provider: name, source, formats }
}

/** @param prefixes with spaces between */
export function format(prefixes: string, ...parts: readonly (Run | string)[]): TokenFormat {
  return { prefixes: prefixes.split(' '), parts }
}

function runOf(set: UnitSet): (min: number, max?: number) => Run {
  return (min, max = min) => ({ set, min, max })
}

export const digits = runOf('digit')
export const hex = runOf('hex')
export const hexOfAnyCase = runOf('hexOfAnyCase')
export const base32 = runOf('base32')
export const base36 = runOf('base36')
export const upper36 = runOf('upper36')
export const base62 = runOf('base62')
export const base64 = runOf('base64')
export const base64url = runOf('base64url')
export const joined = runOf('joined')
export const padded = runOf('padded')

/** RFC 9562, in lower case. */
export const uuid: readonly (Run | string)[] = [hex(8), '-', hex(4), '-', hex(4), '-', hex(4), '-', hex(12)]

/** For prefixes that say little: no name of so many units has a digit. */
export function withDigit(form: TokenFormat): TokenFormat {
  return { ...form, isToken: (token) => /\d/u.test(restOf(token, form)) }
}

/** For prefixes that say less: digits, capitals and small letters. */
export function withMixedUnits(form: TokenFormat): TokenFormat {
  const isToken = (token: string): boolean => {
    const rest = restOf(token, form)
    return /\d/u.test(rest) && /[a-z]/u.test(rest) && /[A-Z]/u.test(rest)
  }
  return { ...form, isToken }
}

function restOf(token: string, { prefixes }: TokenFormat): string {
  return token.slice(prefixes.find((prefix) => token.startsWith(prefix))?.length)
}
