import { ipAddress } from '../../ip-address.ts'
import { isWordUnitAt } from '../../scan/unit-kinds.ts'
import type { AnchorRule, Span } from '../rule.ts'
import { colonsInAddresses } from './colons-in-addresses.ts'

/** IPv6 addresses with zone and prefix length; not found are loopback, multicast and networks as wide as `generalise` makes them. */
export const ipv6: AnchorRule = {
  kind: 'anchor',
  name: 'ipv6',
  type: 'ip',
  title: 'IPv6 address',
  source: 'RFC 4291, RFC 5952',
  anchors: colonsInAddresses,
  caseSensitive: false,
  atWordStart: false,
  confidence: 0.95,
  find(text, colon) {
    const behind = text.charCodeAt(colon + 1)
    const limit = Math.max(0, colon - 5)
    let start = colon
    while (start > limit && isHex(text.charCodeAt(start - 1))) start--
    // the first colon of an address, with at most four digits before it
    if (colon - start > 4 || (colon === start && behind !== colonUnit)) return undefined
    if (start > 0 && isPartBefore(text, start - 1)) return undefined
    const end = hexEnd(text, start)
    if (end < 0) return { start: -end, end: -end }
    address.lastIndex = start
    const written = address.exec(text)?.[0]
    if (written === undefined) return undefined
    return judge(start, written) ?? { start: start + written.length, end: start + written.length }
  },
}

function isPartBefore(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit === colonUnit || unit === dot || unit === underscore || isWordUnitAt(text, index)
}

const colonUnit = 58
const dot = 46
const underscore = 95

const address =
  /(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{1,4})?(?:%[\w.-]{1,16})?(?:\/\d{1,3})?(?![\w:]|\.\w)/iuy

/** An address has seven colons, six before an IPv4 address, or two side by side. */
const minColons = 6
const maxUnits = 48

/** Where what is written like an address ends; negative if it has too few colons, as the time of day has. */
function hexEnd(text: string, start: number): number {
  let colons = 0
  let isShort = false
  const limit = Math.min(text.length, start + maxUnits)
  let index = start
  for (; index < limit; index++) {
    const unit = text.charCodeAt(index)
    if (unit === colonUnit) {
      colons++
      isShort ||= index + 1 < text.length && text.charCodeAt(index + 1) === colonUnit
    } else if (!isHex(unit)) break
  }
  return isShort || colons >= minColons ? index : -index
}

function isHex(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || ((unit | 32) >= 97 && (unit | 32) <= 102)
}

/** `a::1` is more often a name in C++ than an address. */
const minLength = 6

function judge(start: number, written: string): Span | undefined {
  const [withZone = '', length] = written.split('/')
  const [address = ''] = withZone.split('%')
  if (address.length < minLength || !/\d/u.test(address) || isTime(address)) return undefined
  const bytes = bytesOf(address)
  if (bytes === undefined || saysNothing(bytes)) return undefined
  const bits = length === undefined ? 128 : Number(length)
  if (bits <= 48 && areZero(bytes, Math.ceil(bits / 8), bytes.length)) return undefined
  return { start, end: start + written.length }
}

function bytesOf(address: string): readonly number[] | undefined {
  try {
    return ipAddress().IPv6.parse(address).toByteArray()
  } catch {
    return undefined
  }
}

/** Multicast, unspecified and loopback: the prefixes of RFC 4291, section 2.4. */
function saysNothing(bytes: readonly number[]): boolean {
  return bytes[0] === 0xff || ((bytes[15] ?? 0) < 2 && areZero(bytes, 0, 15))
}

function areZero(bytes: readonly number[], from: number, to: number): boolean {
  for (let index = from; index < to; index++) if (bytes[index] !== 0) return false
  return true
}

function isTime(address: string): boolean {
  return /^\d\d?:\d\d(?::\d\d)?:?$/u.test(address)
}
