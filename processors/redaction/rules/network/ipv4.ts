import { asciiSet } from '../../scan/ascii-set.ts'
import { isLetterAt, isUpperAt, isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { Found, Groups, RowRule } from '../rule.ts'

/**
 * IPv4 addresses, with the length of a prefix if there is one. Not found are addresses that say nothing of anybody
 * (loopback, unspecified, broadcast), networks as wide as `generalise` makes them, and versions.
 */
export const ipv4: RowRule = {
  kind: 'row',
  name: 'ipv4',
  type: 'ip',
  title: 'IPv4 address',
  source: 'RFC 791, RFC 6890',
  words: [],
  minDigits: 4,
  minGroups: 4,
  find(text, groups) {
    let found: Found[] | undefined
    for (let first = 0; first + 3 < groups.count; first++) {
      if (!isOctet(text, groups, first) || !isOctet(text, groups, first + 1) || !isOctet(text, groups, first + 2))
        continue
      const span = judge(text, groups, first)
      if (span === undefined) continue
      found ??= []
      found.push(span)
      first += 3
    }
    return found ?? none
  },
}

const none: readonly Found[] = []
const dotUnit = 46
const slash = 47
const zero = 48

/** One to three digits, and a dot behind them. */
function isOctet(text: string, { starts, ends, digits }: Groups, index: number): boolean {
  const end = ends[index] ?? 0
  const length = end - (starts[index] ?? 0)
  return length <= 3 && digits[index] === length && end < text.length && text.charCodeAt(end) === dotUnit
}

function judge(text: string, groups: Groups, first: number): Found | undefined {
  const start = groups.starts[first] ?? 0
  const end = groups.ends[first + 3] ?? 0
  if (isGlued(text, start, end) || groups.digits[first + 3] !== end - (groups.starts[first + 3] ?? 0)) return undefined
  let number = 0
  for (let index = first; index < first + 4; index++) {
    const octet = octetAt(text, groups.starts[index] ?? 0, groups.ends[index] ?? 0)
    if (octet === undefined) return undefined
    number = number * 256 + octet
  }
  const prefix = prefixAt(text, end)
  if (saysNothing(number >>> 24) || (prefix !== undefined && isWideNetwork(number, prefix.bits))) return undefined
  return isVersion(text, start, number) ? undefined : { start, end: prefix?.end ?? end, confidence: 0.9 }
}

/** A part of a name, or of more than four numbers. */
function isGlued(text: string, start: number, end: number): boolean {
  if (start > 0 && (isWordUnitAt(text, start - 1) || text.charCodeAt(start - 1) === dotUnit)) return true
  if (end === text.length) return false
  return isWordUnitAt(text, end) || (text.charCodeAt(end) === dotUnit && isWordUnitAt(text, end + 1))
}

/** `undefined` for what no octet is written like: `256`, `01`. */
function octetAt(text: string, start: number, end: number): number | undefined {
  if (end - start > 3 || (end - start > 1 && text.charCodeAt(start) === zero)) return undefined
  let octet = 0
  for (let index = start; index < end; index++) octet = octet * 10 + text.charCodeAt(index) - zero
  return octet > 255 ? undefined : octet
}

/** The length of a prefix; `1.2.3.4/path5` and `/40` have none, and the address itself is found all the same. */
function prefixAt(text: string, slashAt: number): { readonly bits: number; readonly end: number } | undefined {
  if (slashAt === text.length || text.charCodeAt(slashAt) !== slash) return undefined
  const written = /^\d{1,2}(?!\w|\.\w)/u.exec(text.slice(slashAt + 1, slashAt + 5))?.[0]
  if (written === undefined || Number(written) > 32) return undefined
  return { bits: Number(written), end: slashAt + 1 + written.length }
}

/** `0.x`, loopback, multicast and reserved (all masks of a network are among these). */
function saysNothing(first: number): boolean {
  return first === 0 || first === 127 || first >= 224
}

function isWideNetwork(number: number, bits: number): boolean {
  return bits <= 24 && number % 2 ** (32 - bits) === 0
}

/** `Chrome/128.0.0.0`, `v1.2.3.4`, `version 1.2.3.4`. */
function isVersion(text: string, start: number, number: number): boolean {
  if (start === 0) return false
  if (text.charCodeAt(start - 1) === slash) return isProduct(text, start - 1) || isRounded(text, start, number)
  const limit = Math.max(0, start - maxSigns)
  let end = start
  while (end > limit && isSign(text.charCodeAt(end - 1))) end--
  // the letter or the sign that ends such a word
  if (end === start || !isLetterAt(text, end - 1)) return false
  let begin = end
  while (begin > end - maxWord && isWordUnitAt(text, begin - 1)) begin--
  return versionWords.has(text.slice(begin, end).toLowerCase())
}

/** `app/128.0.0.0`, in a word of any kind. */
function isRounded(text: string, start: number, number: number): boolean {
  return number % 65_536 === 0 && isLetterAt(text, start - 2)
}

const maxProduct = 24

/** A product as user agents name it, with its version behind the slash: `Chrome/116.0.78.69`. RFC 9110, section 10.1.5 */
function isProduct(text: string, slashAt: number): boolean {
  let begin = slashAt
  while (begin > slashAt - maxProduct && isLetterAt(text, begin - 1)) begin--
  const before = text.charCodeAt(begin - 1)
  return slashAt - begin > 2 && isUpperAt(text, begin) && (begin === 0 || before === 32 || before === 40)
}

const isSign = asciiSet(' \t\n:=."\'')
const maxSigns = 4
const maxWord = 9
const versionWords: ReadonlySet<string> = new Set([
  'v',
  'ver',
  'version',
  'release',
  'build',
  'revision',
  'section',
  'chapter',
  'clause',
])
