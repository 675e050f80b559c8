import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { type Form, forms, redactionActions } from '../../policy/policy.ts'
import { createDetector } from './create-detector.ts'
import { createEntityRedactor, createTokenScope } from './entity-action.ts'
import { createPseudonyms } from './pseudonyms.ts'

const pseudonyms = createPseudonyms({ key: 'a secret of at least thirty-two characters' })
const digit = fc.constantFrom(...'0123456789')
const hexDigit = fc.constantFrom(...'0123456789abcdef')
const word = fc.constantFrom(
  'the',
  'ticket',
  'of',
  'user',
  'from',
  'call',
  'card',
  'SSN',
  'token',
  'password',
  'is',
  'Mr',
  'at',
)

/** Pieces of texts: values, halves of values, what stands around them, and what redaction leaves. */
const piece = fc.oneof(
  word,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[a-z.]{1,8}@[a-z]{1,8}\.(?:com|de|example)$/u),
  fc.ipV4(),
  fc.ipV6(),
  fc.string({ unit: digit, minLength: 3, maxLength: 20 }),
  fc.string({ unit: hexDigit, minLength: 8, maxLength: 40 }),
  fc.constantFrom(
    '4111 1111 1111 1111',
    'DE89 3704 0044 0532 0130 00',
    '123-45-6789',
    '+49 30 901820',
    '(415) 555-0132',
  ),
  fc.constantFrom(
    'password=',
    'token: ',
    '"apiKey":"',
    'Bearer ',
    'https://',
    '://a:b@',
    '/x?q=',
    '&',
    '=',
    '@',
    '%40',
    '--token ',
  ),
  fc.constantFrom(
    '[email]',
    '[email:1]',
    '[secret]',
    '[',
    ']',
    '[ip',
    'ps1_',
    'ps1_k1_0123456789abcdefABCDEF',
    '[removed]',
  ),
  fc.constantFrom(' ', '\n', '-', '.', ':', '/', ',', '"', "'", '\\', '\u00a0', '🙂'),
)
const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
const form = fc.constantFrom(...forms)
const actions = fc.record(
  {
    email: fc.constantFrom(...redactionActions),
    ip: fc.constantFrom(...redactionActions),
    phone: fc.constantFrom(...redactionActions),
    url_query: fc.constantFrom(...redactionActions),
    national_id: fc.constantFrom(...redactionActions),
  },
  { requiredKeys: [] },
)

function redact(form: Form, policy: ReturnType<typeof parsePolicy>, value: string): string {
  const accepts = ['technical', 'content'] as const
  const flow = { name: 'f', purposes: ['personalization'], form, accepts, to: { otlp: {} }, retentionSeconds: 60 }
  return createEntityRedactor({ policy, flow, pseudonyms })(value, {
    tenant: 't',
    tokens: createTokenScope(),
    remark: () => {},
  })
}

describe('redaction', () => {
  it('is idempotent, in every form and with every action', () => {
    fc.assert(
      fc.property(form, actions, text, (form, actions, value) => {
        const policy = parsePolicy({ redaction: { actions } })
        const once = redact(form, policy, value)
        expect(redact(form, policy, once)).toBe(once)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('leaves nothing that detection finds', () => {
    fc.assert(
      fc.property(form, actions, text, (form, actions, value) => {
        const policy = parsePolicy({ redaction: { actions } })
        expect(createDetector(policy.redaction)(redact(form, policy, value))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('does not change a text in which detection finds nothing', () => {
    const policy = parsePolicy({})
    const detect = createDetector(policy.redaction)
    fc.assert(
      fc.property(form, text, (form, value) => {
        fc.pre(detect(value).length === 0)
        expect(redact(form, policy, value)).toBe(value)
      }),
      { numRuns: 1_000 },
    )
  }, 60_000)
})

describe('detection', () => {
  const detect = createDetector(parsePolicy({}).redaction)

  it('gives entities that are sorted, apart, inside of the text and not empty', () => {
    fc.assert(
      fc.property(text, (value) => {
        let position = 0
        for (const { start, end, confidence } of detect(value)) {
          expect(start).toBeGreaterThanOrEqual(position)
          expect(end).toBeGreaterThan(start)
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          position = end
        }
        expect(position).toBeLessThanOrEqual(value.length)
      }),
      { numRuns: 2_000 },
    )
  }, 60_000)

  it('finds what is at the end of a long text as at its beginning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (length) => {
        const value = `${'lorem ipsum '.repeat(length / 12)}bob@example.com`
        expect(detect(value)).toMatchObject([{ type: 'email', end: value.length }])
      }),
      { numRuns: 20 },
    )
  })
})
