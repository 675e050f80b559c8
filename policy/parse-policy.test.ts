import { describe, expect, it } from 'vitest'
import { parsePolicy } from './parse-policy.ts'
import { PolicyError } from './policy-error.ts'

const sample = `
version: "2026-11-23"
controller: { name: Acme, contact: privacy@acme.example }
purposes:
  personalization: { basis: consent, title: Personal suggestions, description: Suggests features from how you work }
classification:
  "app.customer.*": identifier
  "app.diagnosis": sensitive
redaction:
  entities: [email, phone, iban, credit_card, national_id, ip, secret, person]
  custom: [{ name: ticket, pattern: "TCK-\\\\d{6}", class: identifier, action: tokenise }]
flows:
  operations:      { purposes: [operations], form: anonymous, to: { otlp: { endpoint: "http://localhost:4318" } }, retention: 30d }
  company_context: { purposes: [personalization], form: pseudonymous, to: { otlp: { endpoint: "http://localhost:4318" } }, retention: 180d }
consent:
  unknownSubject: anonymous
  signals: { gpc: { denies: [cross_company_insights, model_training] } }
limits: { attributeBytes: 16384, pendingTraces: 1000, pendingSeconds: 10 }
`

describe('parsePolicy', () => {
  it('reads the sample of the design', () => {
    const policy = parsePolicy(sample)
    expect(policy.version).toBe('2026-11-23')
    expect(policy.purposes.personalization).toEqual({
      name: 'personalization',
      basis: 'consent',
      title: 'Personal suggestions',
      description: 'Suggests features from how you work',
      recipients: [],
      lockedForChildren: true,
    })
    expect(policy.classification).toEqual([
      { pattern: 'app.customer.*', class: 'identifier' },
      { pattern: 'app.diagnosis', class: 'sensitive' },
    ])
    expect(policy.redaction.custom).toEqual([
      { name: 'ticket', pattern: 'TCK-\\d{6}', class: 'identifier', action: 'tokenise' },
    ])
    expect(policy.redaction.entities).not.toContain('mac')
    expect(policy.flows.company_context).toEqual({
      name: 'company_context',
      purposes: ['personalization'],
      form: 'pseudonymous',
      accepts: ['technical', 'interaction', 'content', 'identifier'],
      to: { otlp: { endpoint: 'http://localhost:4318' } },
      retentionSeconds: 180 * 86_400,
    })
    expect(policy.consent.unknownSubject).toBe('anonymous')
  })

  it.each([undefined, null, '', '# only a comment', {}])('takes %j for an empty policy', (input) => {
    expect(Object.keys(parsePolicy(input).flows)).toEqual(['operations'])
  })

  it('reads JSON with tabs, as YAML has it', () => {
    expect(parsePolicy('{\n\t"version": "7"\n}').version).toBe('7')
  })

  it('freezes all of the policy', () => {
    const policy = parsePolicy(sample)
    const check = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      expect(Object.isFrozen(value)).toBe(true)
      for (const field of Object.values(value)) check(field)
    }
    check(policy)
  })

  it('does not change with the object that it was given', () => {
    const input = { classification: { 'a.*': 'technical' }, flows: { security: { purposes: ['security'] } } }
    const policy = parsePolicy(input)
    input.flows.security.purposes.push('operations')
    expect(policy.flows.security?.purposes).toEqual(['security'])
  })

  it('finds no purpose, flow or action under a name that every object inherits', () => {
    const policy = parsePolicy({})
    expect(policy.purposes.constructor).toBeUndefined()
    expect(policy.flows.constructor).toBeUndefined()
    expect(policy.redaction.actions.constructor).toBeUndefined()
  })

  it('throws a PolicyError that holds every issue and prints them', () => {
    const parse = () => parsePolicy({ version: 3, flows: { a: {} } })
    expect(parse).toThrow(PolicyError)
    expect(parse).toThrow(/The policy has 2 problems:[\s\S]*version: wrong_type[\s\S]*flows\.a\.purposes: missing/)
  })
})

describe('defaults', () => {
  it('rests new purposes on consent, and titles them by their name', () => {
    expect(parsePolicy({ purposes: { churn_model: {} } }).purposes.churn_model).toEqual({
      name: 'churn_model',
      basis: 'consent',
      title: 'Churn model',
      description: '',
      recipients: [],
      lockedForChildren: false,
    })
  })

  it('keeps what a change to a built-in purpose does not mention', () => {
    const purpose = parsePolicy({ purposes: { security: { title: 'Safety' } } }).purposes.security
    expect(purpose).toMatchObject({ basis: 'legitimate_interest', title: 'Safety' })
    expect(purpose?.description).not.toBe('')
  })

  it('keeps the operations flow beside others, first, and drops it at false', () => {
    expect(Object.keys(parsePolicy({ flows: { security: {} } }).flows)).toEqual(['operations', 'security'])
    expect(Object.keys(parsePolicy({ flows: { security: {}, operations: false } }).flows)).toEqual(['security'])
  })

  it('gives a flow the purpose that it is named after', () => {
    expect(parsePolicy({ flows: { personalization: {} } }).flows.personalization).toEqual({
      name: 'personalization',
      purposes: ['personalization'],
      form: 'anonymous',
      accepts: ['technical', 'interaction'],
      to: { otlp: {} },
      retentionSeconds: 30 * 86_400,
    })
  })

  it.each([
    [['operations'], 'anonymous', ['technical']],
    [['security'], 'pseudonymous', ['technical']],
    [['operations', 'security'], 'aggregate', ['technical']],
    [['personalization'], 'raw', ['technical', 'interaction', 'content', 'identifier']],
    [['personalization'], 'pseudonymous', ['technical', 'interaction', 'content', 'identifier']],
    [['personalization'], 'anonymous', ['technical', 'interaction']],
    [['personalization'], 'aggregate', ['technical', 'interaction']],
  ])('accepts by purposes and form: %j %s', (purposes, form, accepts) => {
    expect(parsePolicy({ flows: { flow: { purposes, form } } }).flows.flow?.accepts).toEqual(accepts)
  })

  it('orders and dedupes what a flow accepts', () => {
    const accepts = ['content', 'technical', 'content']
    expect(parsePolicy({ flows: { personalization: { accepts } } }).flows.personalization?.accepts).toEqual([
      'technical',
      'content',
    ])
  })

  it('looks for secrets whatever the policy lists', () => {
    expect(parsePolicy({ redaction: { entities: ['email'] } }).redaction.entities).toEqual(['email', 'secret'])
    expect(parsePolicy({ redaction: { entities: [] } }).redaction.entities).toEqual(['secret'])
  })

  it('removes what a custom pattern finds, as an identifier', () => {
    const policy = parsePolicy({ redaction: { custom: [{ name: 'ticket', pattern: 'T-[0-9]+' }] } })
    expect(policy.redaction.custom[0]).toMatchObject({ class: 'identifier', action: 'remove' })
  })

  it.each([
    ['12h', 43_200],
    ['30d', 2_592_000],
    ['6w', 3_628_800],
    ['10y', 315_360_000],
  ])('keeps for %s', (retention, seconds) => {
    expect(parsePolicy({ flows: { security: { retention } } }).flows.security?.retentionSeconds).toBe(seconds)
  })
})
