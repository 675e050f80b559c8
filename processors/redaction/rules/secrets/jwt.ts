import type { AnchorRule, Span } from '../rule.ts'
import { decodeBase64 } from './decode-base64.ts'
import { endOfRun } from './unit-sets.ts'

const maxHeader = 2_048
const maxLength = 16_384

const facts = {
  kind: 'anchor',
  type: 'secret',
  // `{"`, and what a header begins with that was written over several lines
  anchors: ['eyJ', 'ewog', 'eyAi'],
  caseSensitive: true,
  atWordStart: true,
} as const

/** JSON Web Tokens, signed and encrypted ones, also cut off at the end. */
export const jwt: AnchorRule = {
  ...facts,
  name: 'jwt',
  title: 'JSON Web Token',
  source: 'https://www.rfc-editor.org/rfc/rfc7515#section-4.1; https://www.rfc-editor.org/rfc/rfc7516#section-4.1',
  confidence: 1,
  find(text, start) {
    const token = partsAt(text, start)
    if (token === undefined || token.end - start < shortestToken) return undefined
    return joseHeader.test(token.header) ? { start, end: token.end } : undefined
  },
}

/** Values that a web framework has signed, as it keeps them in cookies: `eyJ1c2VyIjoxfQ.ZxYw9A.…`. */
export const signedValue: AnchorRule = {
  ...facts,
  name: 'signed_value',
  title: 'Signed session of a web framework',
  source: 'https://itsdangerous.palletsprojects.com/en/stable/concepts/',
  confidence: 0.9,
  find(text, start) {
    const token = partsAt(text, start)
    if (token === undefined || joseHeader.test(token.header)) return undefined
    const parts = text.slice(start, token.end).split('.')
    const signature = parts.at(-1) ?? ''
    return parts.length === 3 && signature.length >= 27 && signature.length <= 86
      ? { start, end: token.end }
      : undefined
  },
}

function isObject(json: string): boolean {
  return /^\{\s{0,8}"/u.test(json) && /\}\s{0,4}$/u.test(json)
}

const joseHeader = /"(?:alg|enc|typ)"\s{0,4}:\s{0,4}"/u
/** Of the shortest header, and of as much payload as anything can be. */
const shortestToken = 24

interface Parts extends Span {
  /** The first part, decoded. */
  readonly header: string
}

/** What stands there in Base64, with at least one dot in its midst; `undefined` if its first part is no object of JSON. */
function partsAt(text: string, start: number): Parts | undefined {
  const headerEnd = endOfRun(text, start, 'base64url', maxHeader)
  if (text.charAt(headerEnd) !== '.' || headerEnd - start < 8) return undefined
  let end = endOfRun(text, headerEnd, 'bearer', maxLength)
  while (text.charAt(end - 1) === '.') end--
  if (end <= headerEnd) return undefined
  const header = decodeBase64(text.slice(start, headerEnd))
  if (header === undefined || !isObject(header)) return undefined
  return { start, end, header }
}
