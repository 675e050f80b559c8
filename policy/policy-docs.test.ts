import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { builtInPurposeTable } from './built-in-purposes.ts'
import { defaultPolicy } from './default-policy.ts'
import { entityTypes } from './entities.ts'
import { policyJsonSchema } from './json-schema.ts'
import { limitBounds } from './limits.ts'
import { checkPolicy, parsePolicy } from './parse-policy.ts'
import { formatPolicyIssues } from './policy-error.ts'

const docs = readFileSync(new URL('../docs/policy.md', import.meta.url), 'utf8')
const samples = [...docs.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '')

describe('docs/policy.md', () => {
  it('has samples', () => {
    expect(samples.length).toBeGreaterThan(8)
  })

  it.each(samples)('shows a policy that is accepted, and that its JSON Schema accepts:\n%s', (sample) => {
    const result = checkPolicy(sample, { env: { OTLP_TOKEN: 'abc' } })
    expect('issues' in result ? formatPolicyIssues(result.issues) : '').toBe('')
    expect(new Ajv2020().validate(policyJsonSchema(), parse(sample))).toBe(true)
  })

  it('shows the words of a real issue', () => {
    const result = checkPolicy('flows:\n  security:\n    retension: 30d')
    const text = formatPolicyIssues('issues' in result ? result.issues : [], '/srv/app/privity.policy.yaml')
    expect(docs).toContain(`$ privity policy check\n${text}\n`)
  })

  it('gives the basis of every built-in purpose', () => {
    for (const [name, { basis }] of Object.entries(builtInPurposeTable))
      expect(docs).toContain(`| \`${name}\` | \`${basis}\` |`)
  })

  it('gives every limit with default and bounds', () => {
    for (const [name, limit] of Object.entries(limitBounds))
      expect(docs).toMatch(
        new RegExp(`\\| \`${name}\` \\|.*\\| ${limit.default} \\| ${limit.min} \\| ${limit.max} \\|`),
      )
  })

  it('lists the entity types', () => {
    expect(docs).toContain(entityTypes.map((entity) => `\`${entity.type}\``).join(', '))
  })

  it('tells the truth about its example in code', () => {
    const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous', retention: '180d' } } })
    expect(Object.keys(policy.flows)).toEqual(['operations', 'personalization'])
    expect(policy.flows.operations).toEqual(defaultPolicy.flows.operations)
  })
})
