import type { Entity } from './detect.ts'
import { encodeSegment } from './encodings/encode-segment.ts'
import { type TextStructure, textStructure } from './encodings/text-structure.ts'
import type { UrlHost } from './encodings/url-hosts.ts'
import { hostLabel } from './marks.ts'

/**
 * Says what stands in the place of an entity: a mark, a pseudonym, something less exact. `undefined`: it stays.
 *
 * @param value as it reads, without the escapes it is written with
 */
export type Replace = (entity: Entity, value: string) => string | undefined

/**
 * A copy of `text` in which every entity is replaced. What parsed as JSON or as a URL still does, with the same types: a
 * number becomes `0`, a host a name that nobody has. Encoded text is redacted, and encoded again.
 *
 * @param entities as `Detect` gives them: sorted, not overlapping
 * @example redactText('to bob@example.com', [{ type: 'email', start: 3, end: 18, confidence: 1 }], () => '[email]') // 'to [email]'
 * @see RFC 2606, section 2, for the names that nobody has
 */
export function redactText(text: string, entities: readonly Entity[], replace: Replace): string {
  if (entities.length === 0) return text
  const structure = textStructure(text, entities)
  let redacted = ''
  let position = 0
  for (const entity of entities) {
    const piece = pieceFor(text, entity, structure, replace)
    if (piece === undefined || piece.end <= position) continue
    redacted += text.slice(position, Math.max(position, piece.start)) + piece.text
    position = piece.end
  }
  return redacted + text.slice(position)
}

/** What takes the place of a part of the text. */
interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
}

function pieceFor(text: string, entity: Entity, structure: TextStructure, replace: Replace): Piece | undefined {
  const { start, end, encoded } = entity
  const value = structure.read(entity)
  const tokens = structure.jsonAcross(entity)
  if (encoded !== undefined && tokens.length === 0) {
    const inner = redactText(encoded.text, encoded.entities, replace)
    if (inner === encoded.text) return undefined
    const segment = encodeSegment(inner, encoded.encoding, value)
    return { start, end, text: percentEncode(segment, percentLayers(text.slice(start, end), value)) }
  }
  const replacement = replace(entity, value)
  if (replacement === undefined) return undefined
  if (tokens.length > 0) return jsonPiece(text, entity, tokens, replacement)
  const url = structure.urlAround(entity)
  return url === undefined ? { start, end, text: replacement } : urlPiece(text, entity, url, replacement)
}

/** Each value on its own, and what stands between them as it is. */
function jsonPiece(
  text: string,
  entity: Entity,
  tokens: ReturnType<TextStructure['jsonAcross']>,
  replacement: string,
): Piece {
  const start = Math.min(entity.start, tokens[0]?.start ?? entity.start)
  let position = start
  let redacted = ''
  for (const token of tokens) {
    // a number goes as a whole, a string as far as the entity reaches
    const from = token.isNumber ? token.start : Math.max(token.start, entity.start)
    redacted += text.slice(position, from) + (token.isNumber ? '0' : replacement)
    position = token.isNumber ? token.end : Math.min(token.end, entity.end)
  }
  const end = Math.max(position, entity.end)
  return { start, end, text: redacted + text.slice(position, end) }
}

/** Marks are fine everywhere in a URL but in the host and the port, and the scheme must stay. */
function urlPiece(text: string, { type, start, end }: Entity, url: UrlHost, replacement: string): Piece {
  const { authorityStart, host } = url
  // the URL itself is the value, of a password or a field
  if (start < authorityStart && start <= url.start) return { start, end, text: replacement }
  const scheme = start < authorityStart ? text.slice(start, authorityStart) : ''
  if (end <= host.start) return { start, end, text: scheme + replacement }
  if (start >= host.end) return { start: Math.max(start, host.end + 1), end, text: '0' }
  // half of an address in brackets parses no better than a mark
  const isBracketed = text.charAt(host.start) === '['
  const last = isBracketed ? Math.max(end, host.end) : end
  const name = `${hostName(type, replacement)}.invalid`
  const path = last > host.end && /[^/?#:,\s"'\\]/u.test(text.charAt(last)) ? '/' : ''
  return { start: isBracketed ? Math.min(start, host.start) : start, end: last, text: scheme + name + path }
}

/** `[ip:1]` is `ip-1`; pseudonyms can stand as they are, and of anything else only the type is left. */
function hostName(type: string, replacement: string): string {
  if (/^[hp]s1_[\w-]{1,60}$/u.test(replacement)) return replacement
  const [, mark = type] = /^\[([\w:]{1,80})\]$/u.exec(replacement) ?? []
  return hostLabel(mark)
}

const maxPercentLayers = 4

/** How often `written` is percent-encoded over `value`. */
function percentLayers(written: string, value: string): number {
  let decoded = written
  for (let layers = 0; layers < maxPercentLayers; layers++) {
    if (decoded === value || !decoded.includes('%')) return layers
    try {
      decoded = decodeURIComponent(decoded)
    } catch {
      return layers
    }
  }
  return maxPercentLayers
}

function percentEncode(text: string, layers: number): string {
  let encoded = text
  for (let layer = 0; layer < layers; layer++) encoded = encodeURIComponent(encoded)
  return encoded
}
