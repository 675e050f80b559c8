import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { examples as infixExamples } from './infix-tokens.examples.ts'
import { examples as otherExamples } from './secret-rules.examples.ts'
import { secretRules } from './secret-rules.ts'
import { tokenProviders } from './tokens/token-providers.ts'
import { examples as tokenExamples } from './tokens/token-rules.examples.ts'

const scan = createScanner(compileRules(secretRules))
const examples = { ...otherExamples, ...infixExamples, ...tokenExamples }

/** What rules of a name, or all, have found, between ⟦ and ⟧. */
function marked(text: string, rule?: string): string {
  const spans = (scan(text) ?? []).filter((entity) => rule === undefined || entity.rule === rule)
  let out = ''
  let position = 0
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (start < position) continue
    out += `${text.slice(position, start)}⟦${text.slice(start, end)}⟧`
    position = end
  }
  return out + text.slice(position)
}

describe.each(secretRules.map(({ name }) => name))('%s', (name) => {
  const { found, notFound } = examples[name] ?? { found: [], notFound: [] }

  it('finds what it is for', () => {
    expect(found.map((text) => marked(text.replaceAll(/[⟦⟧]/gu, ''), name))).toEqual(found)
    expect(found.length).toBeGreaterThanOrEqual(2)
  })

  it('leaves the rest alone', () => {
    expect(notFound.map((text) => marked(text, name))).toEqual(notFound)
    expect(notFound.length).toBeGreaterThanOrEqual(2)
  })
})

describe('the rules for secrets', () => {
  it('have names of their own', () => {
    const names = secretRules.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(Object.keys(examples).filter((name) => !names.includes(name))).toEqual([])
  })

  it('know the tokens of more than a hundred providers', () => {
    expect(new Set(tokenProviders.map(({ provider }) => provider)).size).toBeGreaterThan(110)
  })

  it.each([
    '4bf92f3577b34da6a3ce929d0e0e4736',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    '550e8400-e29b-41d4-a716-446655440000',
    'commit e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
    'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'alpine@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    'etag: W/"33a64df551425fcc55e4d42a148795d9f25f89d4"',
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7',
    's3://bucket/AKIA/2026/11/23/part-00000-c000.snappy.parquet',
    'arn:aws:iam::123456789012:role/AROAEXAMPLE',
    'pip install scikit-learn sk-learn',
    'key-value store, key-0123',
    'sk-something-long-with-dashes-in-it',
    'gh_pages ghp_pages npm_config_registry npm_lifecycle_event',
    'pk_live_' + 'eX0aM1pL2eK3eY4tO5kE6nQ7',
    'pat.smith live_streaming_of_something_very_long_indeed',
    'task-1 risk-2 disk-3 re_export re_2 SG.A hf_model',
    'traceparent 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    'pod-7d4b9c6f5-x2x9k api-7d4b9c6f5d-x2x9k',
    'Mon, 23 Nov 2026 10:36:18 GMT',
    'http://localhost:3000/api/tickets?sort=asc#top',
    'org.springframework.security.authentication.BadCredentialsException: Bad credentials',
    'AuthenticationToken expired after 3600 s; tokenizer=bpe; tokens/s: 41.2',
    'git@github.com:owner/name.git',
    'SELECT password_hash FROM users WHERE id = $1',
    'GET /oauth/token 200 12ms',
    'POST /reset-password 204',
    'the secret of good coffee is fresh water',
    'api key not found; api key: not set',
    'Cookie policy accepted',
    '-----------------------------------------------',
    'a -- b --- c --',
    'authorization-service: ready',
  ])('leave telemetry alone: %s', (text) => {
    expect(marked(text)).toBe(text)
    expect(marked(`seen ${text} there`)).toBe(`seen ${text} there`)
  })

  it.each([
    '--a ',
    '--token ',
    'eyJ',
    'eyJ.',
    'Bearer ',
    '://a:b@',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN PRIVATE KEY',
    'password=',
    'token: ',
    'cookie: a=',
    'cookie: ',
    'sk-',
    'Q~',
    ':AA',
    '-us',
    '_secret_',
    '!A',
    '$6$a',
    'glpat-',
    'glpat-a.',
    'is your ',
    '123456 is your ',
    'MTkw',
    'mnemonic: abandon ',
    'pin 123-',
    ' -u a:',
    'PuTTY-User-Key-File-2: ',
    // backtracking would take minutes: the limit of the test is what it has to keep
  ])('read a megabyte of %j to its end', { timeout: 20_000 }, (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length))
    expect(() => scan(text)).not.toThrow()
  })
})
