// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a policy refers to a variable
import { describe, expect, it } from 'vitest'
import { checkPolicy } from './parse-policy.ts'
import type { PolicyIssueCode } from './policy-error.ts'

function issuesOf(input: unknown, env: Record<string, string> = {}) {
  const result = checkPolicy(input, { env })
  return 'issues' in result ? result.issues : []
}

function codesOf(input: unknown): PolicyIssueCode[] {
  return issuesOf(input).map((issue) => issue.code)
}

describe('what a policy may not say', () => {
  const flow = (fields: object) => ({ flows: { flow: fields } })
  const otlp = (fields: object) => ({ flows: { security: { to: { otlp: fields } } } })
  const custom = (fields: object) => ({ redaction: { custom: [{ name: 'own', pattern: 'x', ...fields }] } })

  const propagation = (fields: object) => ({ propagation: { trustDomain: 'acme.internal', ...fields } })
  const tcf = (fields: object) => ({ consent: { signals: { tcf: fields } } })
  const gpp = (fields: object) => ({ consent: { signals: { gpp: fields } } })

  it.each<[string, unknown, PolicyIssueCode]>([
    ['a list', [], 'wrong_type'],
    ['a number for the version', { version: 2026 }, 'wrong_type'],
    ['an empty section', { flows: null }, 'wrong_type'],
    ['a key that it does not know', { retention: '30d' }, 'unknown_key'],
    ['the key __proto__', JSON.parse('{"flows": {"__proto__": {}}}'), 'wrong_type'],
    ['an unknown basis', { purposes: { security: { basis: 'whim' } } }, 'unknown_value'],
    ['a purpose with capitals', { purposes: { Sales: {} } }, 'invalid_name'],
    ['a flow with a hyphen', { flows: { 'my-flow': { purposes: ['security'] } } }, 'invalid_name'],
    [
      'a flow named like what every object inherits',
      { flows: { constructor: { purposes: ['security'] } } },
      'invalid_name',
    ],
    ['a flow without purposes', flow({}), 'missing'],
    ['a flow with an empty list of purposes', flow({ purposes: [] }), 'missing'],
    ['an unknown purpose', flow({ purposes: ['sales'] }), 'unknown_purpose'],
    [
      'a recipient that the purpose does not name',
      flow({ purposes: ['personalization'], recipient: 'mailer' }),
      'unknown_recipient',
    ],
    ['an unknown purpose for GPC', { consent: { signals: { gpc: { denies: ['sales'] } } } }, 'unknown_purpose'],
    ['an unknown purpose for the TCF', tcf({ purposes: { sales: [1] } }), 'unknown_purpose'],
    ['an unknown purpose for the GPP', gpp({ purposes: { sales: ['SaleOptOut'] } }), 'unknown_purpose'],
    ['a purpose that asks nothing of the TCF', tcf({ purposes: { personalization: [] } }), 'missing'],
    ['a purpose that the TCF does not have', tcf({ purposes: { personalization: [12] } }), 'out_of_range'],
    ['a special feature alone', tcf({ specialFeatures: { personalization: [1] } }), 'missing'],
    ['a vendor that the Global Vendor List cannot have', tcf({ vendor: 65_536 }), 'out_of_range'],
    ['a field that the GPP does not have', gpp({ purposes: { personalization: ['SaleOptIn'] } }), 'unknown_value'],
    ['purposes with and without consent', flow({ purposes: ['security', 'personalization'] }), 'mixed_basis'],
    ['raw operations', { flows: { operations: { form: 'raw' } } }, 'form_not_allowed'],
    ['pseudonymous operations', { flows: { operations: { form: 'pseudonymous' } } }, 'form_not_allowed'],
    ['raw without consent', { flows: { security: { form: 'raw' } } }, 'form_not_allowed'],
    ['an unknown class', { classification: { 'a.*': 'private' } }, 'unknown_class'],
    ['an empty key pattern', { classification: { '': 'content' } }, 'invalid_pattern'],
    ['secret accepted', flow({ purposes: ['personalization'], form: 'raw', accepts: ['secret'] }), 'class_not_allowed'],
    ['identifiers in anonymous', flow({ purposes: ['personalization'], accepts: ['identifier'] }), 'class_not_allowed'],
    [
      'sensitive in aggregate',
      flow({ purposes: ['personalization'], form: 'aggregate', accepts: ['sensitive'] }),
      'class_not_allowed',
    ],
    [
      'sensitive without consent',
      { flows: { security: { form: 'pseudonymous', accepts: ['sensitive'] } } },
      'class_not_allowed',
    ],
    ['an unknown entity', { redaction: { entities: ['emial'] } }, 'unknown_entity'],
    ['an action for an unknown entity', { redaction: { actions: { emial: 'mask' } } }, 'unknown_entity'],
    ['hashed secrets', { redaction: { actions: { secret: 'hash' } } }, 'action_not_allowed'],
    ['hashed secrets of its own', custom({ class: 'secret', action: 'pseudonymise' }), 'action_not_allowed'],
    ['a custom entity without a name', { redaction: { custom: [{ pattern: 'x' }] } }, 'missing'],
    ['a custom entity named like a built-in one', custom({ name: 'email' }), 'duplicate_name'],
    ['a pattern that is none', custom({ pattern: '(' }), 'invalid_pattern'],
    ['a pattern with look-ahead', custom({ pattern: '(?=x)x' }), 'invalid_pattern'],
    ['a pattern that matches nothing at all', custom({ pattern: 'x*' }), 'invalid_pattern'],
    ['a pattern of a word boundary', custom({ pattern: '\\b' }), 'invalid_pattern'],
    ['a pattern that is short and huge', custom({ pattern: 'x{1000}x{1000}' }), 'invalid_pattern'],
    ['a pattern past the limit', custom({ pattern: 'x'.repeat(1_001) }), 'pattern_too_long'],
    ['minutes, which look like months', { flows: { security: { retention: '30m' } } }, 'invalid_duration'],
    ['no time at all', { flows: { security: { retention: '0d' } } }, 'invalid_duration'],
    ['more than ten years', { flows: { security: { retention: '3651d' } } }, 'invalid_duration'],
    ['an endpoint without scheme', otlp({ endpoint: 'localhost:4318' }), 'invalid_endpoint'],
    ['an endpoint in a file', otlp({ endpoint: 'file:///etc/passwd' }), 'invalid_endpoint'],
    ['an endpoint with credentials', otlp({ endpoint: 'https://u:p@h.example' }), 'invalid_endpoint'],
    ['an endpoint with a query', otlp({ endpoint: 'https://h.example/?key=1' }), 'invalid_endpoint'],
    ['an endpoint with an empty query', otlp({ endpoint: 'https://h.example/?' }), 'invalid_endpoint'],
    ['a header name with a space', otlp({ headers: { 'a b': 'c' } }), 'invalid_header'],
    ['a header value with a line break', otlp({ headers: { a: 'b\r\nc: d' } }), 'invalid_header'],
    ['a header twice', otlp({ headers: { A: 'b', a: 'c' } }), 'duplicate_name'],
    ['a header from a variable that is not set', otlp({ headers: { a: '${env:NOT_SET}' } }), 'missing_variable'],
    ['everybody as authority', propagation({ to: ['*'] }), 'invalid_authority'],
    ['a URL as authority', propagation({ to: ['https://acme.example'] }), 'invalid_authority'],
    ['a trust domain with capitals', { propagation: { trustDomain: 'Acme' } }, 'invalid_name'],
    ['no trust domain', { propagation: { to: ['localhost'] } }, 'missing'],
    ['a key of baggage with a space', propagation({ carry: ['user id'] }), 'invalid_name'],
    ['a token that holds for an hour', propagation({ tokenSeconds: 3_600 }), 'out_of_range'],
    ['a limit past its bound', { limits: { depth: 33 } }, 'out_of_range'],
    ['a limit below its bound', { limits: { attributeBytes: 63 } }, 'out_of_range'],
    ['half a limit', { limits: { depth: 1.5 } }, 'wrong_type'],
    ['true for operations', { flows: { operations: true } }, 'wrong_type'],
    ['false for another flow', { flows: { security: false } }, 'wrong_type'],
  ])('%s', (_name, input, code) => {
    expect(codesOf(input)).toEqual([code])
    for (const issue of issuesOf(input)) expect(issue).toMatchObject({ hint: /./, expected: /./, received: /./ })
  })

  it.each([
    ['patterns of 1000 characters', custom({ pattern: `[${'x'.repeat(998)}]` })],
    ['masked secrets', { redaction: { actions: { secret: 'mask' } } }],
    ['repeats of 900', custom({ pattern: 'x{900}' })],
    ['retention of ten years', { flows: { security: { retention: '3650d' } } }],
    ['limits at their bounds', { limits: { depth: 32, attributeBytes: 64, pendingTraces: 0 } }],
    ['pseudonymous security', { flows: { security: { form: 'pseudonymous' } } }],
    ['sensitive with consent', flow({ purposes: ['personalization'], form: 'raw', accepts: ['sensitive'] })],
    ['a token of five minutes', propagation({ to: ['*.acme.example', 'kafka:orders'], tokenSeconds: 300 })],
    ['two flows with one purpose', { flows: { a: { purposes: ['security'] }, b: { purposes: ['security'] } } }],
  ])('but it may say: %s', (_name, input) => {
    expect(issuesOf(input)).toEqual([])
  })

  it('refuses one too many of everything that is counted', () => {
    const many = (count: number, value: (i: number) => unknown) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, value(i)]))
    const flows = (count: number) => ({ flows: many(count, () => ({ purposes: ['security'] })) })
    const rules = (count: number) => ({ classification: many(count, () => 'content') })
    const headers = (count: number) => otlp({ headers: many(count, () => 'v') })
    const customs = (count: number) => ({
      redaction: { custom: Array.from({ length: count }, (_, i) => ({ name: `x${i}`, pattern: 'x' })) },
    })
    const uses = (count: number) => tcf({ purposes: { personalization: Array.from({ length: count }, () => 1) } })
    expect([flows(32), rules(1_000), headers(64), customs(100), uses(16)].flatMap(codesOf)).toEqual([])
    expect([flows(33), rules(1_001), headers(65), customs(101), uses(17)].map(codesOf)).toEqual(
      Array(5).fill(['too_many']),
    )
  })

  it('reports problems of all sections at once, also beside a section of the wrong shape', () => {
    const input = { redaction: 'none', flows: { security: { form: 'raw', retention: 7 } }, limits: { dpeth: 3 } }
    expect(new Set(codesOf(input))).toEqual(new Set(['wrong_type', 'form_not_allowed', 'unknown_key']))
    expect(codesOf(input)).toHaveLength(4)
  })

  it('does not blame a flow for a purpose whose own entry is wrong', () => {
    const input = { purposes: { sales: { basis: 'whim' } }, flows: { sales: { form: 'raw' } } }
    expect(codesOf(input)).toEqual(['unknown_value'])
  })
})

it('never shows the credentials of an authority', () => {
  const issues = issuesOf({ propagation: { trustDomain: 'acme', to: ['bob:hunter2@acme.example'] } })
  expect(issues).toHaveLength(1)
  expect(JSON.stringify(issues)).not.toContain('hunter2')
})

describe('hints', () => {
  it.each([
    [{ flow: {} }, 'flows'],
    [{ flows: { security: { retension: '30d' } } }, 'retention'],
    [{ consent: { unknown_subject: 'withhold' } }, 'unknownSubject'],
    [{ flows: { security: { form: 'anonymos' } } }, 'anonymous'],
    [{ flows: { a: { purposes: ['secruity'] } } }, 'security'],
    [{ redaction: { entities: ['creditcard'] } }, 'credit_card'],
    [{ redaction: { custom: [{ name: 'a', patern: 'x', pattern: 'x' }] } }, 'pattern'],
    [{ consent: { signals: { tcf: { purposes: { personalisation: [1] } } } } }, 'personalization'],
    [{ consent: { signals: { gpp: { purposes: { model_training: ['SaleOptout'] } } } } }, 'SaleOptOut'],
    [{ flows: { operations: { to: { otlp: { endpont: 'http://h.example' } } } } }, 'endpoint'],
  ])('%j asks whether %s was meant', (input, meant) => {
    expect(issuesOf(input)[0]?.hint).toBe(`Did you mean \`${meant}\`?`)
  })
})
