import { crc32 } from 'node:zlib'
import { base62, fill, hexDigits, lowerLetters, type Random, upperLetters } from './random.ts'
import type { Value } from './write-text.ts'

const secret = (write: (random: Random) => string): Value => ({ type: 'secret', write })
const digits = '0123456789'
const base64 = `${base62}+/`
const base64url = `${base62}-_`
const encoded = (text: string): string => Buffer.from(text).toString('base64url')
const dashes = '-'.repeat(5)

/** Tokens of providers by their parts: no file holds one as its provider writes it, for scanners of code would take it for a leak. */
const token = (
  start: readonly string[],
  ...tail: readonly (readonly [alphabet: string, count: number] | string)[]
): Value =>
  secret(
    (random) =>
      start.join('') + tail.map((part) => (typeof part === 'string' ? part : random.units(part[0], part[1]))).join(''),
  )

/** Behind thirty characters stands their CRC-32, in six digits of base 62, as GitHub documents. */
function githubToken(random: Random): string {
  const body = random.units(base62, 30)
  const alphabet = `${digits}${upperLetters}${lowerLetters}`
  let check = ''
  for (let rest = crc32(body), count = 0; count < 6; count++, rest = Math.floor(rest / 62)) {
    check = alphabet.charAt(rest % 62) + check
  }
  return ['gh', 'p_', body, check].join('')
}

function jsonWebToken(random: Random): string {
  const head = { alg: random.pick(['RS256', 'ES256', 'HS512']), kid: random.units(hexDigits, 8) }
  const claims = {
    iss: 'https://id.example.com',
    sub: random.units(hexDigits, 12),
    exp: 1_795_000_000 + random.below(1e6),
  }
  return `${encoded(JSON.stringify(head))}.${encoded(JSON.stringify(claims))}.${random.units(base64url, 86)}`
}

function privateKey(random: Random): string {
  const label = random.pick(['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'OPENSSH PRIVATE KEY'])
  const lines = Array.from({ length: 3 }, () => random.units(base64, 64))
  return [`${dashes}BEGIN ${label}${dashes}`, ...lines, `${dashes}END ${label}${dashes}`].join('\n')
}

/** As people choose them. */
function password(random: Random): string {
  const word = random.pick([
    'Winter',
    'katze',
    'Liverpool',
    'qazwsx',
    'Pa55w0rt',
    'mariposa',
    'N0rdsee',
    'zaq1',
    'Dragon',
  ])
  return `${word}${random.pick(['_', '.', '!', '*', ''])}${fill(random, '{99|2019|2024|7|123}')}${random.pick(['!', '?', 'xY', '#1', ''])}`
}

/** Secrets, by the names that forms use. */
export const secretValues: Readonly<Record<string, Value>> = {
  password: secret(password),
  'password.random': secret(
    (random) => `${random.units(base62, 11)}${random.pick(['!', '-', '_', '.'])}${random.units(base62, 4)}`,
  ),
  pin: secret((random) => random.digits(4)),
  'one-time': secret((random) => random.digits(6)),
  jwt: secret(jsonWebToken),
  'private-key': secret(privateKey),
  basic: secret((random) =>
    Buffer.from(`svc-${random.units(lowerLetters, 4)}:${random.units(base62, 14)}`).toString('base64'),
  ),
  hex32: secret((random) => random.units(hexDigits, 32)),
  hex64: secret((random) => random.units(hexDigits, 64)),
  opaque: secret((random) => random.units(base64url, 43)),
  'aws.id': token(['AS', 'IA'], ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16]),
  'aws.secret': secret((random) => random.units(base64, 40)),
  'azure.storage': secret((random) => `${random.units(base64, 86)}==`),
  github: secret(githubToken),
  'github.fine': token(['github', '_pat_'], [base62, 22], '_', [base62, 59]),
  gitlab: token(['gl', 'pat-'], [base62, 20]),
  slack: token(['xo', 'xp-'], [digits, 12], '-', [digits, 12], '-', [digits, 13], '-', [hexDigits, 32]),
  openai: token(['sk', '-proj-'], [base62, 58], 'T3Blbk', 'FJ', [base62, 58]),
  anthropic: token(['sk', '-ant-', 'api03-'], [base64url, 93], 'AA'),
  huggingface: token(['hf', '_'], [`${upperLetters}${lowerLetters}`, 34]),
  digitalocean: token(['dop', '_v1_'], [hexDigits, 64]),
  shopify: token(['shp', 'at_'], [hexDigits, 32]),
  stripe: token(['rk', '_live_'], [base62, 24]),
  'stripe.hook': token(['wh', 'sec_'], [base62, 32]),
  pypi: token(['pypi', '-AgEIcHlwaS5vcmc'], [base64url, 150]),
  npm: token(['np', 'm_'], [base62, 36]),
  telegram: secret((random) => `${fill(random, '{5|6|7}999999999')}:AA${random.units(base64url, 33)}`),
  databricks: token(['da', 'pi'], [hexDigits, 32]),
  linear: token(['lin', '_api_'], [base62, 40]),
  grafana: token(['gl', 'sa_'], [base62, 32], '_', [hexDigits, 8]),
  vault: token(['hv', 's.'], [base62, 24]),
  doppler: token(['dp', '.pt.'], [base62, 43]),
  atlassian: token(['ATAT', 'T3xFfGF0'], [base64url, 170], '=', ['0123456789ABCDEF', 8]),
  sendgrid: token(['SG', '.'], [base62, 22], '.', [base62, 43]),
  google: token(['AI', 'za', 'Sy'], [base64url, 33]),
  'google.oauth': token(['GOC', 'SPX-'], [base64url, 28]),
  square: token(['sq0', 'atp-'], [base64url, 22]),
  age: token(['AGE', '-SECRET-KEY-1'], ['QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58]),
}
