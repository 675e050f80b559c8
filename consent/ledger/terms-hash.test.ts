import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../../policy/parse-policy.ts'
import { termsHash } from './terms-hash.ts'

const flows = { personalization: { form: 'pseudonymous', retention: '30d' }, model_training: {} } as const
const hashes = (input: unknown): readonly string[] =>
  ['personalization', 'model_training'].map((purpose) => termsHash(parsePolicy(input), purpose))

describe('termsHash', () => {
  const [before, other] = hashes({ flows })

  it.each([
    ['its description', { flows, purposes: { personalization: { description: 'Another' } } }],
    ['its recipients', { flows, purposes: { personalization: { recipients: ['mailer'] } } }],
    ['its basis', { flows, purposes: { personalization: { basis: 'contract' } } }],
    ['the form of its flow', { flows: { ...flows, personalization: { ...flows.personalization, form: 'anonymous' } } }],
    [
      'what its flow accepts',
      { flows: { ...flows, personalization: { ...flows.personalization, accepts: ['technical'] } } },
    ],
    [
      'how long its data is kept',
      { flows: { ...flows, personalization: { ...flows.personalization, retention: '60d' } } },
    ],
    ['a further flow', { flows: { ...flows, extra: { purposes: ['personalization'] } } }],
  ])('changes with %s, and for no other purpose', (_name, input) => {
    const [after, unchanged] = hashes(input)
    expect(after).not.toBe(before)
    expect(unchanged).toBe(other)
  })

  it.each([
    ['the version', { version: '2', flows }],
    [
      'where the flow is sent',
      {
        flows: {
          ...flows,
          personalization: { ...flows.personalization, to: { otlp: { endpoint: 'http://127.0.0.1:1' } } },
        },
      },
    ],
    ['the order of the flows', { flows: { model_training: {}, personalization: flows.personalization } }],
  ])('does not change with %s', (_name, input) => {
    expect(hashes(input)).toEqual([before, other])
  })
})
