import type { EntityKind } from './entity-kind.ts'
import { base62, hexDigits, type Random, upperLetters } from './random.ts'

const base64url = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url')

function jwt(random: Random): string {
  const payload = { sub: random.digits(10), iat: 1_700_000_000 + random.below(9_000_000) }
  return `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(payload)}.${random.units(base62, 43)}`
}

/** No file holds a token as its provider writes it: scanners of code would take it for a leak. */
const joined = (...parts: readonly string[]): string => parts.join('')

function password(random: Random): string {
  return `${random.pick(['Sommer', 'hunter', 'qwErty', 'Blue', 'tr0ub4dor', 'correct'])}${random.pick(['!', '$', '#', '-', '_'])}${random.digits(3)}${random.units(base62, 4)}`
}

export const secretKinds: readonly EntityKind[] = [
  {
    type: 'secret',
    write: (random) => joined('AK', 'IA', random.units('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)),
    keys: ['aws_access_key_id', 'accessKey'],
  },
  { type: 'secret', write: (random) => joined('gh', 'o_', random.units(base62, 36)), keys: ['token', 'github_token'] },
  {
    type: 'secret',
    write: (random) => joined('gl', 'pat-', random.units(base62, 20)),
    keys: ['token', 'GITLAB_TOKEN'],
  },
  {
    type: 'secret',
    write: (random) => joined('xo', 'xb-', random.digits(12), '-', random.digits(12), '-', random.units(base62, 24)),
    keys: ['slack_token'],
  },
  {
    type: 'secret',
    write: (random) => joined('sk', '_live_', random.units(base62, 24)),
    keys: ['stripe_key', 'apiKey'],
  },
  { type: 'secret', write: (random) => joined('AI', 'za', 'Sy', random.units(base62, 33)), keys: ['google_api_key'] },
  { type: 'secret', write: (random) => joined('np', 'm_', random.units(base62, 36)), keys: ['npm_token'] },
  {
    type: 'secret',
    write: (random) => joined('SG', '.', random.units(base62, 22), '.', random.units(base62, 43)),
    keys: ['sendgrid_key'],
  },
  {
    type: 'secret',
    write: (random) => joined('sk', '-ant-', 'api03-', random.units(base62, 93), 'AA'),
    keys: ['anthropic_key'],
  },
  { type: 'secret', write: jwt, keys: ['jwt', 'id_token', 'session'] },
  {
    type: 'secret',
    write: (random) =>
      `-----BEGIN PRIVATE KEY-----\n${random.units(base62, 64)}\n${random.units(base62, 64)}\n-----END PRIVATE KEY-----`,
    keys: [],
  },
  {
    type: 'secret',
    write: password,
    called: ['password', 'Passwort', 'mot de passe', 'contraseña', 'pwd'],
    keys: ['password', 'db_password', 'userPassword', 'passwd'],
  },
  {
    type: 'secret',
    write: (random) => random.units(hexDigits, 32),
    called: ['API key', 'secret key', 'access token'],
    keys: ['api_key', 'client_secret', 'secretKey', 'auth_token'],
  },
  {
    type: 'secret',
    write: (random) => random.units(base62, 40),
    called: ['API key', 'access token', 'client secret'],
    keys: ['apiKey', 'access_token', 'clientSecret', 'refresh_token'],
  },
  {
    type: 'secret',
    write: (random) => `${random.units(upperLetters, 4)}-${random.digits(6)}`.slice(5),
    called: ['one-time code', 'verification code', 'OTP'],
    keys: ['otp', 'verification_code'],
  },
]
