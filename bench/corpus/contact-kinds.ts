import { type CountryCode, getExampleNumber } from 'libphonenumber-js'
import examples from 'libphonenumber-js/mobile/examples'
import type { EntityKind } from './entity-kind.ts'
import { fill, hexDigits, lowerLetters, type Random } from './random.ts'

const users = [
  'bob',
  'alice.meyer',
  'j.smith',
  'maria-lopez',
  'o_neill',
  'k.nowak+news',
  'info',
  'li.wei',
  'søren',
  'buchhaltung',
]
const hosts = [
  'example.com',
  'mail.example.org',
  'uni-muster.de',
  'firma.co.uk',
  'exemple.fr',
  'correo.es',
  'posta.it',
  'müller.example',
]
const countries: readonly CountryCode[] = [
  'US',
  'GB',
  'DE',
  'FR',
  'ES',
  'IT',
  'NL',
  'PL',
  'SE',
  'CH',
  'AT',
  'IN',
  'BR',
  'AU',
  'JP',
  'MX',
]

function email(random: Random): string {
  const user = random.pick(users)
  return `${user}${random.below(3) === 0 ? random.digits(2) : ''}@${random.pick(hosts)}`
}

/** Another number of the same length: the last digits are subscribers' in every country. */
function phoneOf(random: Random, write: 'international' | 'national' | 'e164'): string {
  const number = getExampleNumber(random.pick(countries), examples)
  if (number === undefined) throw new Error('no example of a telephone number')
  const written =
    write === 'e164' ? number.number : write === 'national' ? number.formatNational() : number.formatInternational()
  return written.replace(/\d{3}$/u, () => random.digits(3))
}

function ipv6(random: Random): string {
  const groups = Array.from({ length: 6 }, () => random.units(hexDigits, 4).replace(/^0+(?=.)/u, ''))
  return random.below(2) === 0
    ? `2a02:${random.units(hexDigits.slice(1), 3)}:${groups.join(':')}`
    : `2a02:${groups[0]}::${groups[1]}:${groups[2]}`
}

export const contactKinds: readonly EntityKind[] = [
  { type: 'email', write: email, keys: ['email', 'e_mail', 'contactEmail', 'to', 'login', 'reply_to'] },
  {
    type: 'phone',
    write: (random) => phoneOf(random, 'international'),
    keys: ['phone', 'mobile', 'contact', 'phoneNumber'],
  },
  { type: 'phone', write: (random) => phoneOf(random, 'e164'), keys: ['tel', 'msisdn', 'caller', 'phone_number'] },
  {
    type: 'phone',
    write: (random) => phoneOf(random, 'national'),
    called: [
      'phone number',
      'mobile',
      'Telefonnummer',
      'numéro de téléphone',
      'teléfono',
      'numero di telefono',
      'cell',
    ],
    keys: ['phone', 'mobile_phone', 'telefon', 'homePhone', 'cellphone'],
  },
  {
    type: 'ip',
    write: (random) =>
      `${random.pick([23, 45, 62, 81, 93, 151, 178, 203])}.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`,
    keys: ['ip', 'client_ip', 'remoteAddr', 'peer', 'x_forwarded_for'],
  },
  { type: 'ip', write: ipv6, keys: ['ip', 'clientIp', 'remote_address', 'source'] },
  {
    type: 'mac',
    write: (random) =>
      `${random.pick(['00', '3c', 'a4', 'f0'])}${Array.from({ length: 5 }, () => `:${random.units(hexDigits, 2)}`).join('')}`,
    keys: ['mac', 'hwaddr', 'macAddress', 'bssid', 'station'],
  },
  {
    type: 'mac',
    write: (random) => `3C${Array.from({ length: 5 }, () => `-${random.units(hexDigits, 2).toUpperCase()}`).join('')}`,
    keys: ['mac', 'physical_address', 'adapter'],
  },
  {
    type: 'coordinates',
    write: (random) =>
      `${fill(random, '{48|51|40|52|-33|37}.99999')}9, ${fill(random, '{2|11|13|-73|-122|151}.99999')}1`,
    keys: ['location', 'geo', 'position', 'coordinates', 'lastSeenAt'],
  },
  {
    type: 'date_of_birth',
    write: (random) =>
      `${1945 + random.below(58)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`,
    called: [
      'date of birth',
      'birthday',
      'Geburtsdatum',
      'date de naissance',
      'fecha de nacimiento',
      'data di nascita',
      'DOB',
    ],
    keys: ['dob', 'birth_date', 'dateOfBirth', 'birthday', 'geburtsdatum'],
  },
  {
    type: 'date_of_birth',
    write: (random) =>
      `${1 + random.below(28)} ${random.pick(['January', 'March', 'May', 'August', 'October'])} ${1945 + random.below(58)}`,
    called: ['date of birth', 'birthday', 'birth date', 'DOB'],
    keys: ['date_of_birth', 'birthdate', 'dob'],
  },
  {
    type: 'url_query',
    write: (random) => random.units(lowerLetters, 6 + random.below(6)),
    keys: [],
  },
]
