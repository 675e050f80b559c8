import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { scanned } from './scanned-fixture.ts'

const email = 'bob@example.com'

/** An export request with one span that has the attributes. */
function otlp(...attributes: readonly (readonly [key: string, value: Readonly<Record<string, unknown>>])[]): object {
  const span = {
    traceId: '5b8aa5a2d2c872e8321cf37308d69df2',
    spanId: '051581bf3cb55c13',
    name: 'GET /users/:id',
    startTimeUnixNano: '1544712660000000000',
    attributes: attributes.map(([key, value]) => ({ key, value })),
  }
  return { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: { name: 'app' }, spans: [span] }] }] }
}

describe('a scan of text', () => {
  it('says where each finding is, in lines and columns from 1', () => {
    const { listed, lines } = scanned(`ask ${email}\n\n  ${email}, or ${email}\n`)
    expect(listed).toEqual(['1:5 email', '3:3 email', '3:23 email'])
    expect(lines).toBe(3)
  })

  it('keeps everything else in the clean copy, line ends included', () => {
    expect(scanned(`a ${email}\r\n\r\n\tb ${email}\nlast`).clean).toBe('a [email]\r\n\r\n\tb [email]\nlast')
    expect(scanned('').clean).toBe('')
    expect(scanned('\n').clean).toBe('\n')
  })

  it('knows a private key over many lines as one, and where it begins', () => {
    const dashes = '-'.repeat(5)
    const key = `${dashes}BEGIN RSA PRIVATE KEY${dashes}\nMIIEpAIBAAKCAQEA\nabcd\n${dashes}END RSA PRIVATE KEY${dashes}`
    const { listed, clean, lines } = scanned(`start\n  ${key}\nthen ${email}\n`)
    expect(listed).toEqual(['2:3 secret', '6:6 email'])
    expect(clean).toBe('start\n  [secret]\nthen [email]\n')
    expect(lines).toBe(6)
  })

  it('does not take the log behind a key that was cut off for the key', () => {
    const dashes = '-'.repeat(5)
    const { listed, clean } = scanned(
      `${dashes}BEGIN PRIVATE KEY${dashes}\nMIIEvQIBADANBg\n12:00 GET /health 200\n12:01 mail to ${email}\n`,
    )
    expect(listed).toEqual(['1:1 secret', '4:15 email'])
    expect(clean).toBe('[secret]\n12:00 GET /health 200\n12:01 mail to [email]\n')
  })

  it('looks for what the policy names, and for its own entities', () => {
    const policy = parsePolicy({
      redaction: { entities: ['iban'], custom: [{ name: 'order', pattern: 'ORD-\\d{6}' }] },
    })
    expect(scanned(`${email} has ORD-123456`, { policy }).listed).toEqual(['1:21 order'])
  })

  it('leaves out other types and what is less sure', () => {
    const text = `${email} password=hunter2secret`
    expect(scanned(text, { types: new Set(['secret']) }).listed).toEqual(['1:26 secret'])
    expect(scanned(text, { minConfidence: 0.95 }).listed).toEqual(['1:1 email'])
  })
})

describe('a scan of JSON', () => {
  it('reads escapes, and counts columns as they are written', () => {
    const { listed, clean } = scanned(`{"a":"\\u00fc\\n${email}","b":"\\u0062ob@example.com"}`)
    expect(listed).toEqual(['1:15 email', '1:37 email'])
    expect(JSON.parse(clean)).toEqual({ a: 'ü\n[email]', b: '[email]' })
  })

  it('keeps numbers numbers', () => {
    const { clean } = scanned('{"user":{"phone":4915123456789,"age":7},"ok":true}')
    expect(JSON.parse(clean)).toEqual({ user: { phone: 0, age: 7 }, ok: true })
  })

  it('judges names, too', () => {
    expect(JSON.parse(scanned(`{"${email}":1}`).clean)).toEqual({ '[email]': 1 })
  })

  it('keeps the name of a value in mind, over lists and line breaks', () => {
    const values = { password: ['hunter2secret'], name: 'authorization', value: 'Bearer q8Zt4kPw9LmX2vBn7RcY' }
    const document = JSON.stringify(values, null, 2).replace('"password": ', '"password":\n')
    const { clean, findings } = scanned(document)
    expect(findings.map(({ line, type }) => [line, type])).toEqual([
      [4, 'secret'],
      [7, 'secret'],
    ])
    expect(JSON.parse(clean)).toMatchObject({ password: ['[secret]'], value: 'Bearer [secret]' })
  })

  it('takes lines that only look like JSON for text', () => {
    const text = `[12:00] to ${email}\n{ ${email} }\n{"a":1} ${email}\n[\nto ${email}\n{"a":"${email}"}\n`
    const { clean, findings } = scanned(text)
    expect(clean).toBe(text.replaceAll(email, '[email]'))
    expect(findings).toHaveLength(5)
  })

  it('leaves valid JSON of whatever is JSON, and finds nothing in it again', () => {
    const piece = fc.constantFrom(
      email,
      '"',
      '\\',
      '\n',
      '4111 1111 1111 1111',
      'ü',
      ' ',
      '{"a":1}',
      'x',
      `\u0000`,
      '+4915123456789',
    )
    const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
    const number = fc.constantFrom(1, -2.5, 4915123456789, 4111111111111111)
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, text, number, fc.constant(null), tie('list'), tie('object')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      object: fc.dictionary(fc.oneof(text, fc.constantFrom('phone', 'card', 'password')), tie('value'), { maxKeys: 4 }),
    }))
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 1, max: 40 }),
        (document, space, pieceUnits) => {
          const { clean } = scanned(JSON.stringify({ document }, null, space), {}, pieceUnits)
          expect(() => JSON.parse(clean)).not.toThrow()
          expect(scanned(clean).listed).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('a scan of OTLP', () => {
  const request = otlp(
    ['user.email', { stringValue: email }],
    ['enduser.id', { stringValue: 'u-17' }],
    ['user.id', { intValue: '17' }],
    ['db.password', { stringValue: 'hunter2secret' }],
    ['app.contacts', { arrayValue: { values: [{ stringValue: email }] } }],
    ['http.response.status_code', { intValue: '200' }],
  )
  const types = ['email', 'class/identifier', 'class/identifier', 'secret', 'email']

  it.each([undefined, 2])('finds what key and value say together, with indentation %s', (space) => {
    const { findings, clean } = scanned(JSON.stringify(request, null, space))
    expect(findings.map(({ type }) => type)).toEqual(types)
    expect(JSON.parse(clean)).toEqual(
      otlp(
        ['user.email', { stringValue: '[email]' }],
        ['enduser.id', { stringValue: '[removed]' }],
        ['user.id', { intValue: '0' }],
        ['db.password', { stringValue: '[secret]' }],
        ['app.contacts', { arrayValue: { values: [{ stringValue: '[email]' }] } }],
        ['http.response.status_code', { intValue: '200' }],
      ),
    )
    expect(scanned(clean).listed).toEqual([])
  })

  it('reads a stream of requests', () => {
    const text = `${JSON.stringify(request)}\n`.repeat(3)
    expect(scanned(text).findings.map(({ line }) => line)).toEqual([1, 2, 3].flatMap((line) => types.map(() => line)))
  })

  it('says which rule of classification it was', () => {
    const { findings } = scanned(JSON.stringify(otlp(['enduser.id', { stringValue: 'u-17' }])))
    expect(findings).toEqual([
      { type: 'class/identifier', rule: 'semconv: enduser.id', confidence: 1, line: 1, column: expect.any(Number) },
    ])
  })

  it('takes ids, times and counts of the format for what they are', () => {
    const point = { asInt: '4111111111111111', timeUnixNano: '4111111111111111', count: 4111111111111111 }
    const metrics = {
      resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: 'x', sum: { dataPoints: [point] } }] }] }],
    }
    expect(scanned(JSON.stringify(metrics)).listed).toEqual([])
    // the same names elsewhere, and other values under these names
    expect(scanned('{"card":{"count":"4111111111111111"}}').findings).toHaveLength(1)
    expect(scanned(JSON.stringify(metrics).replace('"x"', `"x","asInt":"${email}"`)).findings).toHaveLength(1)
  })
})

describe('a scan of very long lines', () => {
  const border = 262_144 - 65_536

  it.each([border - 20, border - 8, border, border + 8])('finds what stands at the border of a window: %i', (at) => {
    const before = 'x '.repeat(at / 2)
    const { listed, clean } = scanned(`${before}${email}${' x'.repeat(1_000_000)}`)
    expect(listed).toEqual([`1:${at + 1} email`])
    expect(clean).toBe(`${before}[email]${' x'.repeat(1_000_000)}`)
  })

  it('keeps JSON and its names over the windows', () => {
    const items = Array.from({ length: 60_000 }, (_, index) => ({ index, note: `ü\\ "${email}" ` }))
    const { clean, findings } = scanned(JSON.stringify({ items }))
    expect(findings).toHaveLength(60_000)
    expect(JSON.parse(clean).items).toEqual(items.map(({ index }) => ({ index, note: 'ü\\ "[email]" ' })))
  })

  it('replaces a value by its key that is longer than a window', () => {
    const request = otlp(
      ['gen_ai.prompt.user_email', { stringValue: 'ü\n'.repeat(1_500_000) }],
      ['a.b', { stringValue: 'x' }],
    )
    const { clean, listed } = scanned(JSON.stringify(request))
    expect(listed.map((line) => line.split(' ')[1])).toEqual(['class/identifier'])
    expect(JSON.parse(clean)).toEqual(
      otlp(['gen_ai.prompt.user_email', { stringValue: '[removed]' }], ['a.b', { stringValue: 'x' }]),
    )
  })
})
