import { describe, expect, it } from 'vitest'
import { ipNetwork } from './ip-network.ts'

describe('ipNetwork', () => {
  it.each([
    ['192.0.2.17', '192.0.2.0/24'],
    ['10.255.255.255', '10.255.255.0/24'],
  ])('keeps the first three octets of an IPv4 address: %s', (address, network) => {
    expect(ipNetwork(address)).toBe(network)
  })

  it.each([
    ['2001:db8::1', '2001:db8::/48'],
    ['2001:0db8:aaaa:bbbb:cccc:dddd:eeee:ffff', '2001:db8:aaaa::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
  ])('keeps the first three groups of an IPv6 address: %s', (address, network) => {
    expect(ipNetwork(address)).toBe(network)
  })

  it('treats an IPv4-mapped IPv6 address as IPv4', () => {
    expect(ipNetwork('::ffff:192.0.2.17')).toBe('192.0.2.0/24')
  })

  it('is idempotent on the network address', () => {
    expect(ipNetwork('192.0.2.0/24')).toBe('192.0.2.0/24')
    expect(ipNetwork('2001:db8::/48')).toBe('2001:db8::/48')
  })

  it('keeps a wider network, and widens a narrower one', () => {
    expect(ipNetwork('10.1.2.3/8')).toBe('10.0.0.0/8')
    expect(ipNetwork('10.1.2.3/32')).toBe('10.1.2.0/24')
  })

  it.each([
    '',
    '5',
    '1.2.3',
    '1.2.3.4.5',
    '300.1.1.1',
    '1.2.3.4:80',
    '[::1]',
    'localhost',
    '1.2.3.4/33',
    '1.2.3.4/x',
    '1.2.3.4, 5.6.7.8',
  ])('gives nothing for what is no address, so that the caller removes it: %s', (text) => {
    expect(ipNetwork(text)).toBeUndefined()
  })
})
