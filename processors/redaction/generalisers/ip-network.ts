import { ipAddress } from '../ip-address.ts'

/**
 * The network that an IP address belongs to: `192.0.2.17` becomes `192.0.2.0/24`, `2001:db8::1` becomes `2001:db8::/48`.
 *
 * A network can still point to one household, so this is a generalisation, not an anonymisation: the policy decides
 * which flows accept it.
 *
 * @param text an IPv4 or IPv6 address, without port or brackets, or such a network
 * @returns CIDR notation, as in the semantic convention `client.prefix`; `undefined` if `text` is no address, and the
 *   caller removes the value
 * @see RFC 4632 (CIDR), RFC 5952 (IPv6 text)
 * @example ipNetwork('192.0.2.17') // '192.0.2.0/24'
 */
export function ipNetwork(text: string): string | undefined {
  if (text.length > maxAddressLength) return undefined
  const [addressText = '', length] = text.split('/')
  const ipaddr = ipAddress()
  const { IPv4, IPv6 } = ipaddr
  // not ipaddr.isValid: it takes '5' for 0.0.0.5
  if (!IPv4.isValidFourPartDecimal(addressText) && !IPv6.isValid(addressText)) return undefined
  const address = ipaddr.process(addressText) // an IPv4-mapped IPv6 address counts as IPv4: the shorter prefix would reveal all of it
  const isIPv4 = address.kind() === 'ipv4'
  const prefix = isIPv4 ? 24 : 48
  // a network given as such may be wider than ours, never narrower
  const given = length === undefined ? prefix : Number(length)
  if (length !== undefined && (!/^\d{1,3}$/u.test(length) || given > (isIPv4 ? 32 : 128))) return undefined
  const kept = Math.min(prefix, given)
  const cidr = `${withoutZone(address.toString())}/${kept}`
  return `${isIPv4 ? IPv4.networkAddressFromCIDR(cidr) : IPv6.networkAddressFromCIDR(cidr)}/${kept}`
}

/** IPv6 with a mapped IPv4 address, a zone and a prefix length. */
const maxAddressLength = 64

function withoutZone(address: string): string {
  const zone = address.indexOf('%')
  return zone === -1 ? address : address.slice(0, zone)
}
