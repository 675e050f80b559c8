import type { Entity } from '../detect.ts'
import type { Detector } from '../detector.ts'
import { ipAddress } from '../ip-address.ts'
import { trait } from '../traits.ts'

/**
 * IPv4 and IPv6 addresses, with the length of a prefix if there is one. Not found are addresses that say nothing of
 * anybody (loopback, unspecified, broadcast), networks as wide as `generalise` makes them, and versions.
 */
export const ip: readonly Detector[] = [
  { type: 'ip', needs: trait.joints | trait.dot | trait.digits3, find: findIPv4 },
  { type: 'ip', needs: trait.joints | trait.colon, find: findIPv6 },
]

const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}(?!\d))?(?![\w]|\.\w)/gu

function findIPv4(text: string, found: Entity[]): void {
  for (const match of text.matchAll(ipv4)) {
    const [address = '', length] = match[0].split('/')
    const octets = address.split('.').map(Number)
    const hasLeadingZero = /(?:^|\.)0\d/u.test(address)
    if (octets.some((octet) => octet > 255) || hasLeadingZero) continue
    const bits = length === undefined ? 32 : Number(length)
    // `1.2.3.4/path5` and `/40` are no prefix lengths; the address itself is found all the same
    const end = match.index + (bits > 32 ? address.length : match[0].length)
    if (saysNothing(octets) || isWideNetwork(octets, bits) || isVersion(text, match.index, address)) continue
    found.push({ type: 'ip', start: match.index, end, confidence: 0.9 })
  }
}

/** `0.x`, loopback, multicast and reserved (all masks of a network are among these). */
function saysNothing([first = 0]: readonly number[]): boolean {
  return first === 0 || first === 127 || first >= 224
}

function isWideNetwork(octets: readonly number[], bits: number): boolean {
  if (bits > 24) return false
  const number = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  return number % 2 ** (32 - bits) === 0
}

/** `Chrome/128.0.0.0`, `v1.2.3.4`, `version 1.2.3.4`. */
function isVersion(text: string, start: number, address: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  if (/(?:\bv|\bver|\bversion|\brelease|\bbuild|\brevision)[\s:=."']{1,4}$/iu.test(before)) return true
  return /[A-Za-z]\/$/u.test(before) && /\.0\.0$/u.test(address)
}

const ipv6 =
  /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?:%[\w.-]{1,16})?(?:\/\d{1,3})?(?![\w:]|\.\w)/giu

function findIPv6(text: string, found: Entity[]): void {
  for (const match of text.matchAll(ipv6)) {
    const [withZone = '', length] = match[0].split('/')
    const [address = ''] = withZone.split('%')
    if (!/\d/u.test(address) || isTime(address) || !ipAddress().IPv6.isValid(address)) continue
    const parsed = ipAddress().IPv6.parse(address)
    const range = parsed.range()
    if (range === 'loopback' || range === 'unspecified' || range === 'multicast') continue
    const bits = length === undefined ? 128 : Number(length)
    if (
      bits <= 48 &&
      parsed
        .toByteArray()
        .slice(Math.ceil(bits / 8))
        .every((byte) => byte === 0)
    )
      continue
    // `a::1` is more often a name in C++ than an address
    if (address.length < minIPv6Length) continue
    found.push({ type: 'ip', start: match.index, end: match.index + match[0].length, confidence: 0.95 })
  }
}

const minIPv6Length = 6

function isTime(address: string): boolean {
  return /^\d\d?:\d\d(?::\d\d)?:?$/u.test(address)
}
