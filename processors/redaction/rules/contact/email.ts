import { asciiSet } from '../../scan/ascii-set.ts'
import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule } from '../rule.ts'

const maxLocalLength = 64
const maxDomainLength = 253

/** E-mail addresses, with quoted local parts, domains and local parts of any script, and addresses in brackets as domains. */
export const email: AnchorRule = {
  kind: 'anchor',
  name: 'email',
  type: 'email',
  title: 'E-mail address',
  source: 'RFC 5321, RFC 5322, RFC 6531',
  anchors: ['@', '%40'],
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.98,
  find(text, at, domainStart) {
    if (at === 0) return undefined
    const start = text.charCodeAt(at - 1) === quote ? quotedStart(text, at) : localStart(text, at)
    if (start === undefined || start === at) return undefined
    const end = text.startsWith('[', domainStart) ? literalEnd(text, domainStart) : domainEnd(text, domainStart)
    if (end === undefined || isUrlCredentials(text, start)) return undefined
    return isTechnical(text, start, at, end) ? undefined : { start, end }
  },
}

const quote = 34

function localStart(text: string, at: number): number {
  const limit = Math.max(0, at - maxLocalLength)
  let start = at
  while (start > limit && isLocalUnitAt(text, start - 1)) start--
  // `'bob@…`, `…bob@…`, `-bob@…`: punctuation around the address
  while (start < at && isPunctuation(text.charCodeAt(start))) start++
  return start
}

const isPunctuation = asciiSet("'.-")
const isLocalSign = asciiSet("._+'-")

/** Not `=`, `/` and their like, though RFC 5322 has them: they are what stands before addresses. */
function isLocalUnitAt(text: string, index: number): boolean {
  return isWordUnitAt(text, index) || isLocalSign(text.charCodeAt(index))
}

/** `"ada lovelace"@example.com`. */
function quotedStart(text: string, at: number): number | undefined {
  const from = Math.max(0, at - maxLocalLength)
  const opening = text.slice(from, at - 1).lastIndexOf('"')
  if (opening === -1) return undefined
  const start = from + opening
  // the quote of a JSON string before, not the one that this local part begins with
  return /^[\w !#$%&'*+/=?^`{|}~.@()<>[\]:;,\\-]{1,62}$/u.test(text.slice(start + 1, at - 1)) ? start : undefined
}

/** `[192.0.2.1]`, `[IPv6:2001:db8::1]`. */
function literalEnd(text: string, from: number): number | undefined {
  const match = /^\[(?:(?:\d{1,3}\.){3}\d{1,3}|IPv6:[0-9a-fA-F:.]{2,45})\]/u.exec(text.slice(from, from + 56))
  return match === null ? undefined : from + match[0].length
}

/** The end of a domain with at least two labels, the last of letters; `undefined` if there is none. */
function domainEnd(text: string, from: number): number | undefined {
  if (!isWordUnitAt(text, from)) return undefined
  const limit = Math.min(text.length, from + maxDomainLength)
  let end = from
  let dot = -1
  while (end < limit) {
    const unit = text.charCodeAt(end)
    if (unit === 46) {
      // a run of dots belongs to the sentence: `bob@example.com...`
      if (!isWordUnitAt(text, end + 1)) break
      dot = end
    } else if (unit !== 45 && !isWordUnitAt(text, end)) break
    end++
  }
  while (end > from && text.charCodeAt(end - 1) === 45) end--
  if (dot === -1) return undefined
  const top = text.slice(dot + 1, end)
  return /^(?:\p{L}[\p{L}\p{M}]{1,24}|xn--[a-z0-9-]{2,40})$/iu.test(top) ? end : undefined
}

/** `https://bob:pw@example.com`: no address, but credentials and a host. */
function isUrlCredentials(text: string, start: number): boolean {
  if (start === 0 || isNotOfUser(text.charCodeAt(start - 1))) return false
  const limit = Math.max(0, start - maxUserLength)
  let from = start
  while (from > limit && !endsAuthority(text, from - 1)) from--
  return from >= 3 && text.startsWith('://', from - 3)
}

/** What may stand between `//` and the password. */
const maxUserLength = 64
/** What separates addresses in a list. */
const isNotOfUser = asciiSet('(,;')
const isAuthorityEnd = asciiSet('/?#"\'<> \t\n\v\f\r')

function endsAuthority(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return isAuthorityEnd(unit) || (unit >= 0xa0 && /\s/u.test(text.charAt(index)))
}

/** Endings of files and units, none of them a top-level domain: `icon@2x.png`, `user@1000.service`. */
const noTopLevel = new Set(
  `png jpg jpeg gif svg webp ico css scss less js mjs cjs ts mts cts jsx tsx json html htm txt map yaml yml xml log lock
  class jar war dll exe service socket mount timer target slice scope automount swap device`.split(/\s+/u),
)

/** What only looks like an address: file names, systemd units, `git@github.com:owner/name`. */
function isTechnical(text: string, start: number, at: number, end: number): boolean {
  if (noTopLevel.has(text.slice(text.lastIndexOf('.', end - 1) + 1, end).toLowerCase())) return true
  return text.slice(start, at) === 'git' && /[:/]/u.test(text.charAt(end))
}
