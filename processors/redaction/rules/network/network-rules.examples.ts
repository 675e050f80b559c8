import type { RuleExamples } from '../rule-examples.ts'

export const examples: Readonly<Record<string, RuleExamples>> = {
  ipv4: {
    found: [
      '⟦192.0.2.17⟧:443',
      'http://⟦10.1.2.3⟧/x',
      '/⟦10.251.73.220⟧:50010',
      'host/⟦10.190.173.170⟧',
      'from ⟦192.168.1.77/24⟧.',
      'dns ⟦8.8.8.8⟧',
    ],
    notFound: [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.78.69 Mobile',
      '127.0.0.1:3000',
      '0.0.0.0',
      '255.255.255.0',
      '192.0.2.0/24',
      'Chrome/128.0.0.0',
      'version 1.2.3.4',
      '10.4.0-beta.1',
      '1.2.3.4.5',
    ],
  },
  ipv6: {
    found: [
      '[⟦2001:db8::8a2e:370:7334⟧]:443',
      '⟦::ffff:192.0.2.17⟧',
      '⟦fe80::1ff:fe23:4567:890a%eth0⟧',
      'peer ⟦2001:0db8:85a3:0000:0000:8a2e:0370:7334⟧ left',
    ],
    notFound: ['::1', '::', '2001:db8::/48', 'std::vector<int>', 'Foo::bar', '12:34:56', 'a::1'],
  },
  mac: {
    found: ['⟦00:1b:44:11:3a:b7⟧', 'wlan0 ⟦AC:DE:48:00:11:22⟧ up'],
    notFound: ['00:00:00:00:00:00', 'ff:ff:ff:ff:ff:ff', 'SHA1 00:1b:44:11:3a:b7:01:02', '12:34:56'],
  },
  mac_field: {
    found: ['mac=⟦3C-CB-A6-AC-A4-A3⟧', '{"hwAddr":"⟦3c-eb-b3-ad-f4-a0⟧"}'],
    notFound: ['mac=ab-cd-ef-ab-cd-ef-ab', 'mac add-a-be-cd', 'mac ff-ff-ff-ff-ff-ff'],
  },
  mac_dashes: {
    found: ['(⟦00-1B-44-11-3A-B7⟧)', '⟦001b.4411.3ab7⟧'],
    notFound: ['1001.4411.3007', '00-1B-44-11-3A-B7-01', '00-00-00-00-00-00'],
  },
}
