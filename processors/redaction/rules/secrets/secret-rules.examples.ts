import type { RuleExamples } from '../rule-examples.ts'

const hex32 = '0123456789abcdef'.repeat(2)
const mixed = 'eX0aM1pL2eK3eY4tO5kE6nQ7rS8uV9wZ'
const mixed64 = mixed + mixed
const jwtHeader = encoded('{"alg":"HS256","typ":"JWT"}')
const basic = btoa('bob:hunter2')
const dashes = '-'.repeat(5)

function encoded(text: string): string {
  return btoa(text).replace(/={1,3}$/u, '')
}

function pem(label: string, body: string): string {
  return `${dashes}BEGIN ${label}${dashes}${body}${dashes}END ${label}${dashes}`
}

/** Made of parts, so that no text that looks like a key stands in a file. */
export const examples: Readonly<Record<string, RuleExamples>> = {
  spoken_secret: {
    found: [
      'here is my API key ⟦1c584be8138a7141af02ad3528b552ae⟧',
      'I would like to change my access token to ⟦tmv99zhN7z9fTR8equTJLq73KUn71b4A2GK5Colu⟧.',
    ],
    notFound: [
      'token refresh_scheduled_for_tomorrow',
      'secret santa2026',
      'API key 12345',
      'key users_by_email_and_created_at_idx',
    ],
  },
  secret_field: {
    found: [
      'password=⟦hunter2⟧',
      '{"password":"⟦hun ter2⟧","a":1}',
      '{\\"apiKey\\":\\"⟦abc123⟧\\"}',
      "db_password: '⟦x y⟧'",
      'clientSecret => ⟦s3cr3t⟧',
      'my password is ⟦hunter2⟧.',
      'the new password was ⟦Sunshine⟧',
      'SECRET_KEY=⟦abc⟧',
      'Ihr Passwort: ⟦geheim1⟧',
      'AccountKey=⟦abc/def+ghi==⟧;EndpointSuffix=x',
      'Server=db;User ID=sa;Password=⟦Abc,123!⟧;Encrypt=true',
      'jdbc:mysql://db/x?user=bob&password=⟦hunter2⟧&useSSL=false',
      '<password>⟦hunter2⟧</password>',
      'password=[secret]⟦hunter2⟧',
      'token: Bearer ⟦x1y2z3⟧',
      'password=⟦correct⟧ horse',
      'csrftoken=⟦aB3dE5⟧, path=/',
      '[password=⟦hunter2⟧]',
    ],
    notFound: [
      'password must not be empty',
      'password: required',
      'password: must not be empty',
      '{"password":"must not be empty"}',
      '{"password":"Please enter a password"}',
      'token is expired',
      'token was revoked',
      'Failed password for root',
      'max_tokens: 512',
      '"prompt_tokens": 17',
      'tokens=17',
      'token=null',
      'token: Token{41f0}',
      'secret=SecretKey@1b2c3d',
      'nextPageToken=CAoQAA',
      'Unexpected token: identifier',
      'password=[secret]',
      'password=********',
      `password=\${DB_PASSWORD}`,
      'password = readPassword(stdin)',
      'token=process.env.TOKEN',
      'type Login = { password: string }',
      'WHERE password = ? AND a = 1',
      'PWD=/home/app',
      'reset-password?step=2',
      'secretary=Bob',
      'tokenizer=gpt2',
      'token bucket',
    ],
  },
  secret_word_field: {
    found: ['user=bob pass=⟦hunter2⟧', 'mot de passe: ⟦soleil42⟧', 'PHPSESSID=⟦r2t5uvjq435r4q7ib3vtdjq120⟧; path=/'],
    notFound: ['bypass=true', 'compass: north', 'pass: 12', 'pass: ok', 'pass rate is good'],
  },
  key_field: {
    found: [
      `?sv=2024-11-04&sig=⟦${mixed}⟧&se=x`,
      `"subscription_key":"⟦${hex32}⟧"`,
      `private_key_id: ⟦${hex32}01234567⟧`,
      `X-Amz-Signature=⟦${hex32}${hex32}⟧`,
    ],
    notFound: [
      'signature: invalid',
      'method signature: resize(int,int)',
      'host key: ssh-ed25519',
      'license key: missing',
      'auth: basic',
      'credentials=include',
    ],
  },
  header_field: {
    found: [
      'Authorization: ⟦Digest username="bob", nonce="1"⟧',
      "curl -H 'Authorization: ⟦Bearer x1⟧' https://a.example",
      '{"authorization":"⟦Bearer x1⟧","a":1}',
      'cookie: ⟦sid=1; theme=dark⟧',
      'Set-Cookie: ⟦id=a3fWa; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure⟧',
      'x-api-key: ⟦abc123⟧\nhost: a.example',
    ],
    notFound: [
      'Authorization: [secret]',
      'Authorization: failed for user',
      'authorization: required',
      'cookie is set',
      'cookie: disabled',
      'authorization is needed',
    ],
  },
  one_time_code: {
    found: [
      'your verification code is ⟦123456⟧',
      'OTP: ⟦4711⟧',
      'otp ⟦815263⟧',
      '"cvv":"⟦123⟧"',
      'PIN=⟦0815⟧',
      'login code: ⟦G-123456⟧',
      'recovery code ⟦a1b2-c3d4⟧',
    ],
    notFound: [
      'gpio pin 17',
      'pin: 12',
      'verification code expired',
      'access code 404',
      'pin to 2.0',
      'passcode must have 6 digits',
      'otp 2026-11-23',
    ],
  },
  announced_code: {
    found: [
      '⟦123456⟧ is your verification code',
      'G-⟦123456⟧ is your one-time code'.replace('G-⟦', '⟦G-'),
      'use ⟦4711⟧ as your login code',
      '⟦123 456⟧ ist Ihr Sicherheitscode',
    ],
    notFound: ['404 is the status code', '1234 is the error code', 'port 5432 is the default', '123456 is your order'],
  },
  seed_phrase: {
    found: [`mnemonic: "⟦${'abandon '.repeat(11)}about⟧"`, `seed phrase=⟦${'zoo '.repeat(11)}wrong⟧`],
    notFound: ['mnemonic: add', 'seed phrase: keep it in a safe place', 'seed=42'],
  },
  command_flag: {
    found: [
      'login --password ⟦hunter2⟧ --verbose',
      "deploy --api-key '⟦a b⟧' now",
      'gh --auth-token ⟦abc⟧',
      'x --db-pass ⟦pw1⟧',
    ],
    notFound: [
      'login --password --verbose',
      'sort --key 2',
      'x --tokens 12',
      '--token-file /run/token',
      '---password x',
      'a -- password b',
      'x --password-stdin y',
      'x --bypass on',
      '--spin 4711',
    ],
  },
  command_user: {
    found: ['curl -u ⟦bob:hunter2⟧ https://a.example', 'curl -s --user "⟦bob:hun ter2⟧" https://a.example'],
    notFound: ['docker run -u 1000:1000 x', 'curl -u bob https://a.example', 'curl -u "$USER:$PASS" https://a.example'],
  },
  authorization: {
    found: [
      'Bearer ⟦3f2a9c1b7d⟧',
      `got Basic ⟦${basic}⟧ from`,
      `bearer ⟦${mixed}⟧.`,
      `Token ⟦${hex32}⟧`,
      `Negotiate ⟦${mixed64}==⟧`,
    ],
    notFound: [
      'Bearer authentication required',
      'Basic usage of tokens',
      'Basic dGhpcyBpcyBwcm9zZQ==',
      'token bucket',
      'Unexpected token version2',
      'token 550e8400-e29b-41d4-a716-446655440000',
      'Bearer token_type',
      'bot framework-version-2024',
    ],
  },
  url_credentials: {
    found: [
      'postgres://⟦app:p%40ss⟧@db.example:5432/x',
      'https://⟦token123⟧@github.com/x.git',
      'redis://⟦:pw⟧@cache:6379',
      'mongodb+srv://⟦app:p@ss⟧@c.example/?w=1',
      'amqp://⟦guest:guest⟧@mq',
    ],
    notFound: [
      'ssh://git@github.com/x.git',
      'https://git@github.com/x.git',
      'postgres://app@db.example/x',
      'https://a.example/@scope/name',
      'https://a.example/?mail=x@y.example',
      `https://${hex32}@o1.ingest.example/4711`,
      'https://user:***@a.example',
      `postgres://app:\${PASSWORD}@db`,
      'https://[secret]@x.example/',
      'std::map://x',
    ],
  },
  jwt: {
    found: [
      `⟦${jwtHeader}.${encoded('{"sub":"1234"}')}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk⟧`,
      `id_hint ⟦${jwtHeader}.${encoded('{"sub":"1"}')}⟧...`,
      `⟦${encoded('{"alg":"dir","enc":"A128GCM"}')}..48V1_ALb6US04U3b.5eym8TW_c8SuK0lt.XFBoMYUZodetZdvTiFvSkQ⟧`,
    ],
    notFound: [
      jwtHeader,
      `cursor ${encoded('{"id":4711,"dir":"next"}')}`,
      `${encoded('{"id":4711}')}.json`,
      'eyJust.a.word.of.dots.and.more.dots',
      `x${jwtHeader}.e30.abcdefgh`,
    ],
  },
  signed_value: {
    found: [
      `session ⟦${encoded('{"user":1}')}.ZxYw9A.dBjftJeZ4CVPmB92K27uhbUJU1p⟧`,
      `⟦${encoded('{"a":[1]}')}.1uGpmX.dBjftJeZ4CVP-mB92K27uhbUJU1p1r⟧ was set`,
    ],
    notFound: [`${encoded('{"id":4711}')}.json`, `${encoded('{"id":4711}')}.a.b`, 'eyJust.a.word'],
  },
  private_key: {
    found: [
      `⟦${pem('RSA PRIVATE KEY', '\nMIIEpAIBAAKCAQEA\n')}⟧ end`,
      `⟦${pem('OPENSSH PRIVATE KEY', '\\nb3BlbnNzaC1rZXk\\n')}⟧`,
      `⟦${pem('PGP PRIVATE KEY BLOCK', '\nVersion: 1\n\nlQOYBF\n=abcd\n')}⟧`,
      `{"key":"⟦${dashes}BEGIN PRIVATE KEY${dashes}\\nMIIEvQ⟧","a":1}`,
      `⟦${dashes}BEGIN EC PRIVATE KEY${dashes}\nMHcCAQEE⟧`,
    ],
    notFound: [
      pem('CERTIFICATE', '\nMIIB\n'),
      pem('PUBLIC KEY', '\nMIIB\n'),
      `${dashes}BEGIN TEST${dashes}`,
      'no PRIVATE KEY here',
    ],
  },
  putty_private_key: {
    found: [
      '⟦PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nPrivate-Lines: 1\nAAAB\nPrivate-MAC: 0123abcd⟧\n',
      '⟦PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none⟧',
    ],
    notFound: ['PuTTY-User-Key-File-format', 'PuTTY 0.81'],
  },
  password_hash: {
    found: [
      `⟦$2b$10$${mixed64.slice(0, 53)}⟧`,
      `root:⟦$6$saltsalt$${mixed64}${mixed.slice(0, 22)}⟧:19000:0`,
      `⟦$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$${mixed64.slice(0, 43)}⟧`,
      `{"hash":"⟦pbkdf2_sha256$600000$salt$${mixed64.slice(0, 43)}=⟧"}`,
    ],
    notFound: ['costs $6$ each', "replace(/x/u, '$1$2')", '$5$', '{SSHA} is old'],
  },
  discord_token: {
    // the example of the documentation
    found: [
      `⟦${['MTk4NjIyNDgzNDcxOTI1MjQ4', 'Cl2FMQ', 'ZnCjm1XVW7vRze4b7Cq4se7kKWs'].join('.')}⟧`,
      `x=⟦${encoded('1234567890123456789')}.G${mixed.slice(0, 5)}.${mixed}abcdef⟧`,
    ],
    notFound: [
      'MTIz.Cl2FMQ.short',
      `${encoded('not digits at all')}.Cl2FMQ.${mixed}`,
      'internal.nodejs.and.interfaces',
    ],
  },
  twilio_key: {
    found: [`⟦SK${hex32}⟧`, `account ⟦AC${hex32}⟧,`],
    notFound: [`SK${hex32}0`, `SK${hex32.toUpperCase()}`, `xSK${hex32}`, `MK${hex32}`],
  },
  wallet_key: {
    // https://en.bitcoin.it/wiki/Wallet_import_format and BIP-32, test vector 1
    found: [
      `⟦${['5HueCGU8rMjxEXxiPuD5BDku4M', 'kFqeZyd4dZ1jvhTVqvbTLvyTJ'].join('')}⟧`,
      `key ⟦${['xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiCh', 'kVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi'].join('')}⟧.`,
    ],
    notFound: [
      ['5HueCGU8rMjxEXxiPuD5BDku4M', 'kFqeZyd4dZ1jvhTVqvbTLvyTK'].join(''),
      'xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8',
      'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ',
    ],
  },
}
