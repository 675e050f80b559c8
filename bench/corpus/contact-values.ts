import { fill, hexDigits, type Random } from './random.ts'
import type { Value } from './write-text.ts'

const users = [
  'hannah.vogel',
  'tomek.zielinski',
  'm.dupont',
  'giulia_ferri',
  'pvandenberg',
  'x.wu',
  'ana-sofia.lima',
  'oleksandr',
  'k8.murphy',
  'erik.lund',
  'rose',
  'nuria.p',
]
const hosts = [
  'example.com',
  'example.org',
  'example.net',
  'example.de',
  'example.co.uk',
  'example.com.br',
  'example.io',
]

const email = (write: (random: Random) => string): Value => ({ type: 'email', write })
const user = (random: Random): string => `${random.pick(users)}${random.below(2) === 0 ? random.digits(2) : ''}`

/** Mobile numbers of a country, in its numbering plan: with its code, and as people of the country write them. */
const phoneForms: Readonly<Record<string, readonly [abroad: string, athome: string]>> = {
  at: ['+43 664 9999999', '0664 9999999'],
  au: ['+61 4{12|19|38} 999 999', '04{12|19|38} 999 999'],
  be: ['+32 47{0|3|8} 99 99 99', '047{0|3|8}/99.99.99'],
  br: ['+55 {11|21|31} {98|99}999-9999', '({11|21|31}) {98|99}999-9999'],
  ch: ['+41 7{6|8|9} 999 99 99', '07{6|8|9} 999 99 99'],
  cz: ['+420 7{24|77|31} 999 999', '7{24|77|31} 999 999'],
  de: ['+4{9} 1{60|70|75} 9999999', '01{60|70|75}/9999999'],
  dk: ['+45 {20|40|51|60} 99 99 99', '{20|40|51|60} 99 99 99'],
  es: ['+34 6{1|2|5}9 99 99 99', '6{1|2|5}9 999 999'],
  fi: ['+358 4{0|4|5} 9999999', '04{0|4} 9999999'],
  fr: ['+33 6 {12|22|61|75} 99 99 99', '06.{12|22|61|75}.99.99.99'],
  gb: ['+44 7{712|834|955} 999999', '07{712|834|955} 999999'],
  ie: ['+353 8{5|6|7} 999 9999', '08{5|6|7} 999 9999'],
  in: ['+{91} {98|97}999 99999', '0{98|97}999 99999'],
  it: ['+3{9} 3{33|47|20|28} 999 9999', '3{33|47|20|28} 9999999'],
  jp: ['+81 {90}-{3|6|8}999-9999', '0{90}-{3|6|8}999-9999'],
  kr: ['+82 10-{3|6|8}999-9999', '010-{3|6|8}999-9999'],
  mx: ['+52 55 {1|2|5}999 9999', '55 {1|2|5}999 9999'],
  nl: ['+31 6 {1|2|4|5}9999999', '06-{1|2|4|5}9999999'],
  no: ['+47 {90|91|92|95} 99 99 99', '{90|91|92|95} 99 99 99'],
  pl: ['+48 {501|602|605|790} 999 999', '{501|602|605|790}-999-999'],
  pt: ['+351 {91|93|96}9 999 999', '{91|93|96}9 999 999'],
  se: ['+46 7{0|3|6}-999 99 99', '07{0|3|6}-999 99 99'],
  tr: ['+{90} 53{2|5} 999 99 99', '053{2|5} 999 99 99'],
  us: ['+1 {212|415|617|206}-{2|4|7}{3|5|6}{2|8}-9999', '({212|415|617|206}) {2|4|7}{3|5|6}{2|8}-9999'],
  za: ['+27 8{2|3} 999 9999', '08{2|3} 999 9999'],
}
const phoneCountries = Object.keys(phoneForms)

/** By name of the country: `phone.fr` with its code, `phone.fr.home` without. */
const phones: Readonly<Record<string, Value>> = Object.fromEntries(
  Object.entries(phoneForms).flatMap(([country, [abroad, athome]]) => [
    [`phone.${country}`, { type: 'phone' as const, write: (random: Random) => fill(random, abroad) }],
    [`phone.${country}.home`, { type: 'phone' as const, write: (random: Random) => fill(random, athome) }],
  ]),
)

function anyPhone(random: Random): string {
  return fill(random, phoneForms[random.pick(phoneCountries)]?.[0] ?? '')
}

/** Blocks that providers of access give to their customers. */
function ipv4(random: Random): string {
  return `${random.pick([31, 46, 77, 84, 109, 176, 188, 212])}.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`
}

function ipv6(random: Random, isShort: boolean): string {
  const group = (): string => random.units(hexDigits, 4)
  const start = `2a0${random.pick(['0', '1', '2'])}:${random.pick(['c50', '908', '8071'])}`
  return isShort
    ? `${start}::${group()}`
    : `${start}:${Array.from({ length: 6 }, () => group().replace(/^0{1,3}/u, '')).join(':')}`
}

const macOf = (random: Random, start: string, joint: string): string =>
  [start, ...Array.from({ length: 5 }, () => random.units(hexDigits, 2))].join(joint)

/** Values by which people and their machines are reached, by the names that forms use. */
export const contactValues: Readonly<Record<string, Value>> = {
  email: email((random) => `${user(random)}@${random.pick(hosts)}`),
  'email.sub': email(
    (random) => `${user(random)}@${random.pick(['mx1', 'staff', 'eu.mail', 'cs'])}.${random.pick(hosts)}`,
  ),
  'email.plus': email(
    (random) => `${user(random)}+${random.pick(['shop', 'news', 'spam', 'gh'])}@${random.pick(hosts)}`,
  ),
  'email.idn': email((random) => `${user(random)}@${random.pick(['bücher', 'straße', 'żółw', 'пример'])}.example`),
  'email.upper': email((random) => `${user(random)}@${random.pick(hosts)}`.toUpperCase()),
  'email.utf8': email((random) => `${random.pick(['jörg.müller', 'zoë', 'françois', 'łukasz'])}@${random.pick(hosts)}`),
  ...phones,
  phone: { type: 'phone', write: anyPhone },
  'phone.e164': { type: 'phone', write: (random) => anyPhone(random).replaceAll(/[^+\d]/gu, '') },
  'phone.00': { type: 'phone', write: (random) => anyPhone(random).replace('+', '00').replaceAll(/[^\d]/gu, ' ') },
  ip: { type: 'ip', write: ipv4 },
  'ip.6': { type: 'ip', write: (random) => ipv6(random, false) },
  'ip.6.short': { type: 'ip', write: (random) => ipv6(random, true) },
  mac: { type: 'mac', write: (random) => macOf(random, random.pick(['3c', 'a4', 'd8', 'f0']), ':') },
  'mac.dashes': { type: 'mac', write: (random) => macOf(random, 'b8', '-').toUpperCase() },
  'mac.dots': {
    type: 'mac',
    write: (random) =>
      `${['00', 'd8'][random.below(2)]}${random.units(hexDigits, 10)}`.replace(/(.{4})(.{4})/u, '$1.$2.'),
  },
}
