import type { AnchorRule, Span } from '../../rule.ts'
import { readToken } from './read-token.ts'
import type { Checksum, TokenFormat, TokenProvider } from './token-format.ts'

/**
 * The rules that find the tokens of a provider: one for those that are certain, and, where tokens have checksums, one for
 * those whose checksum is wrong.
 */
export function tokenRules({ provider, source, formats }: TokenProvider): readonly AnchorRule[] {
  const checked = formats.filter(({ checksum }) => checksum !== undefined)
  const name = `${provider.toLowerCase().replace(/[^a-z0-9]+/gu, '_')}_token`
  const facts = { kind: 'anchor', type: 'secret', source, caseSensitive: true, atWordStart: true } as const
  const certain: AnchorRule = {
    ...facts,
    name,
    title: `Token or key of ${provider}`,
    anchors: prefixesOf(formats),
    confidence: checked.length === formats.length ? 1 : 0.95,
    find: finder(formats, (checksum, token, prefix) => checksum === undefined || holds(checksum, token, prefix)),
  }
  if (checked.length === 0) return [certain]
  const doubtful: AnchorRule = {
    ...facts,
    name: `${name}_unchecked`,
    title: `Token or key of ${provider} with a wrong checksum`,
    anchors: prefixesOf(checked),
    confidence: 0.8,
    find: finder(checked, (checksum, token, prefix) => checksum !== undefined && !holds(checksum, token, prefix)),
  }
  return [certain, doubtful]
}

function prefixesOf(formats: readonly TokenFormat[]): readonly string[] {
  return [...new Set(formats.flatMap(({ prefixes }) => prefixes))]
}

function finder(
  formats: readonly TokenFormat[],
  accepts: (checksum: Checksum | undefined, token: string, prefix: string) => boolean,
): AnchorRule['find'] {
  const byPrefix = prefixesOf(formats).map((prefix) => ({
    prefix,
    formats: formats.filter(({ prefixes }) => prefixes.includes(prefix)),
  }))
  return (text, start, end) => {
    let found: Span | undefined
    for (const { prefix, formats } of byPrefix) {
      if (prefix.length !== end - start || !text.startsWith(prefix, start)) continue
      for (const format of formats) {
        const tokenEnd = readToken(text, end, format)
        if (tokenEnd === undefined || (found !== undefined && tokenEnd <= found.end)) continue
        const token = text.slice(start, tokenEnd)
        if (format.isToken?.(token) === false || !accepts(format.checksum, token, prefix)) continue
        found = { start, end: tokenEnd }
      }
    }
    return found
  }
}

function holds({ length, of }: Checksum, token: string, prefix: string): boolean {
  return of(token.slice(0, -length), prefix) === token.slice(-length)
}
