import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { hasBefore } from '../text-units.ts'
import { trait } from '../traits.ts'

/**
 * E-mail addresses, also with `%40` for the `@`, and with letters of any script.
 *
 * @see RFC 5321 (lengths), RFC 6531 (other scripts)
 */
export const email: Detector = {
  type: 'email',
  needs: trait.letter | trait.dot,
  find(text, found) {
    findAround(text, '@', found)
    findAround(text, '%40', found)
  },
}

const maxLocalLength = 64
const maxDomainLength = 253

function findAround(text: string, at: string, found: Entity[]): void {
  for (let index = text.indexOf(at); index !== -1; index = text.indexOf(at, index + 1)) {
    const start = localStart(text, index)
    const end = domainEnd(text, index + at.length)
    if (start === index || end === undefined) continue
    if (hasBefore(text, start, maxLocalLength, urlCredentials)) continue
    const local = text.slice(start, index)
    const domain = text.slice(index + at.length, end)
    if (isTechnical(text, local, domain, end)) continue
    found.push({ type: 'email', start, end, confidence: at === '@' ? 0.98 : 0.95 })
  }
}

/** `https://bob:pw@example.com`: no address, but credentials and a host. */
const urlCredentials = /:\/\/(?:[^\s/?#@"'<>]{0,64})$/u

/** Not `=`, `/` and their like, though RFC 5321 has them: they are what stands before addresses. */
const localUnit = /[\p{L}\p{N}\p{M}._+'-]/u
const domainUnit = /[\p{L}\p{N}\p{M}.-]/u

function localStart(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < maxLocalLength && localUnit.test(text.charAt(start - 1))) start--
  // `'bob@…`, `…bob@…`, `-bob@…`: punctuation around the address
  while (start < at && /['.-]/u.test(text.charAt(start))) start++
  return start
}

/** The end of a domain with at least two labels, the last of letters; `undefined` if there is none. */
function domainEnd(text: string, from: number): number | undefined {
  let end = from
  while (end < text.length && end - from < maxDomainLength && domainUnit.test(text.charAt(end))) end++
  while (end > from && /[.-]/u.test(text.charAt(end - 1))) end--
  const domain = text.slice(from, end)
  // a run of dots belongs to the sentence: `bob@example.com...`
  const length = domain.search(/\.\./u)
  const name = length === -1 ? domain : domain.slice(0, length)
  const dot = name.lastIndexOf('.')
  const top = name.slice(dot + 1)
  if (dot <= 0 || !/^[\p{L}\p{N}]/u.test(name)) return undefined
  return /^(?:\p{L}[\p{L}\p{M}]{1,24}|xn--[a-z0-9-]{2,40})$/iu.test(top) ? from + name.length : undefined
}

/** Endings of files and units, none of them a top-level domain: `icon@2x.png`, `user@1000.service`. */
const noTopLevel = new Set(
  `png jpg jpeg gif svg webp ico css scss less js mjs cjs ts mts cts jsx tsx json html htm txt map yaml yml xml log lock
  class jar war dll exe service socket mount timer target slice scope automount swap device`.split(/\s+/u),
)

/** What only looks like an address: file names, systemd units, `git@github.com:owner/name`. */
function isTechnical(text: string, local: string, domain: string, end: number): boolean {
  const top = domain.slice(domain.lastIndexOf('.') + 1).toLowerCase()
  return noTopLevel.has(top) || (local === 'git' && /[:/]/u.test(text.charAt(end)))
}
