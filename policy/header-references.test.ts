// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how a policy refers to a variable
import { describe, expect, it } from 'vitest'
import { checkPolicy, parsePolicy } from './parse-policy.ts'

function issuesOf(input: unknown, env: Record<string, string> = {}) {
  const result = checkPolicy(input, { env })
  return 'issues' in result ? result.issues : []
}

describe('secrets in a policy', () => {
  it.each([
    { flows: { security: { to: { otlp: { headers: { authorization: 'canary\n7f3a' } } } } } },
    { flows: { security: { to: { otlp: { headers: { 'canary 7f3a': 'x' } } } } } },
    { flows: { security: { to: { otlp: { headers: 'canary 7f3a' } } } } },
    { flows: { security: { to: { otlp: { headers: ['canary 7f3a'] } } } } },
    { flows: { security: { to: { otlp: { endpoint: 'https://canary:7f3a@h.example' } } } } },
    { flows: { security: { to: { otlp: { endpoint: 'https://h.example/?canary=7f3a' } } } } },
    { flows: { security: { to: { otlp: { endpoint: 'canary 7f3a' } } } } },
    { flows: { security: { to: { otlp: { protocol: 'canary 7f3a' } } } } },
    { flows: { security: { to: { otlp: 'https://canary:7f3a@h.example' } } } },
    { flows: { security: { to: 'https://canary:7f3a@h.example' } } },
    { flows: { security: 'https://canary:7f3a@h.example' } },
    { flows: { operations: 'https://canary:7f3a@h.example' } },
    'flows: { security: { to: { otlp: { headers: { a: "canary 7f3a } } } } }',
    'flows: { security: { to: { otlp: { headers: { a: *canary7f3a } } } } }',
    'flows: { security: { to: { otlp: { headers: { a: !canary7f3a b } } } } }',
    'flows: @canary7f3a',
  ])('stay out of the issues: %j', (input) => {
    const issues = issuesOf(input)
    expect(issues.length).toBeGreaterThan(0)
    expect(JSON.stringify(issues)).not.toMatch(/canary|7f3a/)
  })

  it('come from the environment', () => {
    const input = 'flows: { security: { to: { otlp: { headers: { Authorization: "Bearer ${env:TOKEN}" } } } } }'
    expect(parsePolicy(input, { env: { TOKEN: 'abc' } }).flows.security?.to.otlp.headers).toEqual({
      authorization: 'Bearer abc',
    })
    expect(parsePolicy(input, { env: 'keep' }).flows.security?.to.otlp.headers).toEqual({
      authorization: 'Bearer ${env:TOKEN}',
    })
  })

  it('are not looked up again inside of what was looked up', () => {
    const input = { flows: { security: { to: { otlp: { headers: { a: '${env:A}' } } } } } }
    const env = { A: '${env:B}', B: 'b' }
    expect(parsePolicy(input, { env }).flows.security?.to.otlp.headers).toEqual({ a: '${env:B}' })
  })
})
