import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPolicy, parsePolicy } from './parse-policy.ts'
import { dataClasses, forms, gppFields, legalBases, type Policy } from './policy.ts'
import { PolicyError } from './policy-error.ts'

const names = fc.constantFrom(
  ...[
    'version',
    'controller',
    'purposes',
    'flows',
    'redaction',
    'consent',
    'limits',
    'classification',
    'name',
    'basis',
  ],
  ...['operations', 'security', 'personalization', 'form', 'accepts', 'to', 'otlp', 'endpoint', 'headers', 'retention'],
  ...[
    'entities',
    'custom',
    'actions',
    'pattern',
    'class',
    'action',
    'signals',
    'gpc',
    'denies',
    'depth',
    'constructor',
  ],
  ...['__proto__', 'toString', 'flow', 'Flows', ''],
)
const words = fc.oneof(names, fc.constantFrom(...dataClasses, ...forms, ...legalBases, '30d', 'http://h.example', '['))

/** Objects that look somewhat like a policy, so that they come past the first check. */
const near = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, words, fc.anything({ maxDepth: 1 }), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.dictionary(names, tie('value'), { maxKeys: 5 }),
}))

const section = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const purposes = fc.constantFrom('operations', 'security', 'personalization', 'model_training', 'own')
/** Policies of the right shape, which may still contradict themselves. */
const shaped = fc.record({
  version: section(fc.string({ minLength: 1, maxLength: 64 })),
  purposes: section(fc.record({ own: fc.record({ basis: section(fc.constantFrom(...legalBases)) }) })),
  classification: section(fc.dictionary(fc.string({ minLength: 1 }), fc.constantFrom(...dataClasses))),
  flows: section(
    fc.dictionary(
      fc.constantFrom('operations', 'security', 'own', 'x', 'constructor'),
      fc.record({
        purposes: section(fc.array(purposes, { minLength: 1, maxLength: 3 })),
        form: section(fc.constantFrom(...forms)),
        accepts: section(fc.array(fc.constantFrom(...dataClasses), { maxLength: 4 })),
        retention: section(fc.constantFrom('12h', '30d', '1y')),
      }),
    ),
  ),
  consent: section(
    fc.record({
      unknownSubject: section(fc.constantFrom('anonymous', 'withhold')),
      signals: section(
        fc.record({
          gpc: section(fc.record({ denies: section(fc.array(purposes, { maxLength: 3 })) })),
          tcf: section(
            fc.record({
              purposes: section(fc.dictionary(purposes, fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 1 }))),
              vendor: section(fc.integer({ min: 1, max: 65_535 })),
              maxAge: section(fc.constantFrom('30d', '1y')),
            }),
          ),
          gpp: section(
            fc.record({
              purposes: section(fc.dictionary(purposes, fc.array(fc.constantFrom(...gppFields), { minLength: 1 }))),
            }),
          ),
        }),
      ),
    }),
  ),
  propagation: section(
    fc.record({
      trustDomain: fc.constantFrom('acme.internal', 'acme'),
      to: section(
        fc.array(fc.constantFrom('localhost:3001', '*.acme.internal', 'kafka:orders', '*'), { maxLength: 2 }),
      ),
      carry: section(fc.array(fc.constantFrom('region', 'build'), { maxLength: 2 })),
      tokenSeconds: section(fc.integer({ min: 5, max: 300 })),
    }),
  ),
})

function settle(input: unknown): Policy | undefined {
  const result = checkPolicy(input, { env: {} })
  if ('policy' in result) return result.policy
  expect(result.issues.length).toBeGreaterThan(0)
  for (const issue of result.issues)
    expect(issue).toMatchObject({ code: /./, hint: /./, expected: /./, received: /./, path: expect.any(Array) })
  return undefined
}

/** A policy as a file would say it. */
function asFile({ classification, flows, ...rest }: Policy) {
  const { maxAgeSeconds, ...tcf } = rest.consent.signals.tcf
  return {
    version: rest.version,
    purposes: Object.fromEntries(
      Object.values(rest.purposes).map(({ name, description, ...purpose }) => [
        name,
        { ...purpose, ...(description && { description }) },
      ]),
    ),
    classification: Object.fromEntries(classification.map((rule) => [rule.pattern, rule.class])),
    redaction: rest.redaction,
    flows: Object.fromEntries(
      Object.values(flows).map(({ name, retentionSeconds, ...flow }) => [
        name,
        { ...flow, retention: `${retentionSeconds / 3_600}h` },
      ]),
    ),
    consent: {
      ...rest.consent,
      signals: { ...rest.consent.signals, tcf: { ...tcf, maxAge: `${maxAgeSeconds / 3_600}h` } },
      jurisdictions: Object.fromEntries(
        Object.entries(rest.consent.jurisdictions).map(([name, { validSeconds, askAgainSeconds }]) => [
          name,
          { validFor: `${validSeconds / 3_600}h`, askAgainAfter: `${askAgainSeconds / 3_600}h` },
        ]),
      ),
    },
    ...(rest.propagation && { propagation: rest.propagation }),
    limits: rest.limits,
  }
}

describe('any input', () => {
  it.each([
    [
      'anything',
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSet: true }),
    ],
    ['text', fc.string({ unit: 'binary', maxLength: 200 })],
    [
      'text with the signs of YAML',
      fc.string({ unit: fc.constantFrom(...'ab:-?[]{},#&*!|>\'"%@` \n\t~0'), maxLength: 60 }),
    ],
    ['JSON', fc.json()],
    ['something near a policy', near.map],
    ['a policy of the right shape', shaped],
  ])('gives a policy or issues with hints, and throws nothing else: %s', (_name, inputs: fc.Arbitrary<unknown>) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const policy = settle(input)
        if (policy === undefined) expect(() => parsePolicy(input, { env: {} })).toThrow(PolicyError)
      }),
      { numRuns: 400 },
    )
  })
})

describe('any policy that is accepted', () => {
  it('delivers no secret, nothing raw without consent, and operations without personal data', () => {
    let accepted = 0
    fc.assert(
      fc.property(shaped, (input) => {
        const policy = settle(input)
        if (policy === undefined) return
        accepted += 1
        for (const flow of Object.values(policy.flows)) {
          const bases = flow.purposes.map((purpose) => policy.purposes[purpose]?.basis)
          const onConsent = bases.every((basis) => basis === 'consent')
          const anonymous = flow.form === 'anonymous' || flow.form === 'aggregate'
          expect(flow.accepts).not.toContain('secret')
          expect(onConsent || !bases.includes('consent')).toBe(true)
          if (flow.form === 'raw' || flow.accepts.includes('sensitive')) expect(onConsent).toBe(true)
          if (flow.purposes.includes('operations')) expect(anonymous).toBe(true)
          if (anonymous) expect(flow.accepts).not.toContain('identifier')
          expect(flow.retentionSeconds).toBeGreaterThan(0)
        }
        expect(policy.redaction.entities).toContain('secret')
      }),
      { numRuns: 2_000 },
    )
    // else the claims above were never tried
    expect(accepted).toBeGreaterThan(100)
  })

  it('comes out the same when it is written out and read again, as object and as JSON', () => {
    fc.assert(
      fc.property(shaped, (input) => {
        const policy = settle(input)
        if (policy === undefined) return
        const file = asFile(policy)
        expect(parsePolicy(file)).toStrictEqual(policy)
        expect(parsePolicy(JSON.stringify(file))).toStrictEqual(policy)
      }),
    )
  })
})
