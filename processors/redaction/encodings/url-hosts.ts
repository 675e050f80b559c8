import type { Span } from '../rules/rule.ts'
import { createTouchTest } from './sorted-spans.ts'

/** A host in a URL, and what stands before it from the scheme on, and the port behind it. */
export interface UrlHost extends Span {
  /** Behind `://`: user information, if there is any. */
  readonly authorityStart: number
  /** Brackets and all. */
  readonly host: Span
}

/** What parsers take for the beginning of an authority: with schemes of the web also other slashes, or none. */
const authorityMark = /(?<![a-z0-9+.-])(?:https?|wss?|ftp):[\\/]{0,4}|:\/\//giu

/**
 * The hosts of URLs that `spans` touch in a text; where a URL has several, `mongodb://a,b`, each.
 *
 * @see https://url.spec.whatwg.org/#url-parsing
 */
export function urlHosts(text: string, spans: readonly Span[]): readonly UrlHost[] {
  if (!text.includes(':')) return []
  const isWanted = createTouchTest(spans)
  const hosts: UrlHost[] = []
  let position = 0
  for (const { index, 0: mark } of text.matchAll(authorityMark)) {
    if (index < position) continue
    const authorityStart = index + mark.length
    const authorityEnd = endOfAuthority(text, authorityStart)
    position = authorityEnd
    const start = mark.startsWith(':') ? schemeStart(text, index) : index
    if (isWanted(start, authorityEnd)) hosts.push(...hostsOf(text, start, authorityStart, authorityEnd))
  }
  return hosts
}

function hostsOf(text: string, urlStart: number, authorityStart: number, authorityEnd: number): readonly UrlHost[] {
  const hosts: UrlHost[] = []
  let start = authorityStart + text.slice(authorityStart, authorityEnd).lastIndexOf('@') + 1
  for (const written of text.slice(start, authorityEnd).split(',')) {
    const host = { start, end: start + lengthWithoutPort(written) }
    const end = start + written.length
    // only the first has a scheme before it
    if (hosts.length === 0) hosts.push({ start: urlStart, end, authorityStart, host })
    else hosts.push({ start, end, authorityStart: start, host })
    start = end + 1
  }
  return hosts
}

function lengthWithoutPort(written: string): number {
  const bracket = written.startsWith('[') ? written.indexOf(']') : -1
  const colon = written.indexOf(':', bracket + 1)
  return colon === -1 ? written.length : colon
}

const maxScheme = 32

function schemeStart(text: string, colon: number): number {
  let start = colon
  while (start > 0 && colon - start < maxScheme && /[a-z0-9+.-]/iu.test(text.charAt(start - 1))) start--
  return start
}

const endsAuthority = new Set(Array.from('/?#\\"\'<>`{}| \t\r\n\u00a0', (character) => character.charCodeAt(0)))

function endOfAuthority(text: string, start: number): number {
  let index = start
  while (index < text.length && !endsAuthority.has(text.charCodeAt(index))) index++
  return index
}
