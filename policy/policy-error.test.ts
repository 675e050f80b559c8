import { describe, expect, it } from 'vitest'
import { formatPolicyIssues, formatPolicyPath, PolicyError, type PolicyIssue } from './policy-error.ts'

const issue: PolicyIssue = {
  code: 'unknown_class',
  path: ['classification', 'app.*'],
  expected: 'one of technical, interaction',
  received: '"tecnical"',
  hint: 'Did you mean `technical`?',
}

describe('formatPolicyIssues', () => {
  it('prints all parts of an issue, with file and position', () => {
    expect(formatPolicyIssues([{ ...issue, line: 3, column: 5 }], 'policy.yaml')).toBe(
      [
        'The policy has 1 problem:',
        '  policy.yaml:3:5: classification["app.*"]: unknown_class',
        '    expected  one of technical, interaction',
        '    received  "tecnical"',
        '    hint      Did you mean `technical`?',
      ].join('\n'),
    )
  })

  it('does without file and position', () => {
    expect(formatPolicyIssues([issue])).toContain('\n  classification["app.*"]: unknown_class\n')
    expect(formatPolicyIssues([{ ...issue, path: [] }])).toContain('\n  policy: unknown_class\n')
    expect(formatPolicyIssues([{ ...issue, line: 3, column: 5 }])).toContain('\n  3:5: classification["app.*"]:')
    expect(formatPolicyIssues([{ ...issue, path: [] }], 'policy.yaml')).toContain('\n  policy.yaml: unknown_class\n')
  })

  it('counts the problems, and shows each', () => {
    const text = new PolicyError([issue, { ...issue, path: ['limits'] }]).message
    expect(text).toContain('2 problems')
    expect(text).toContain('\n  limits: unknown_class\n')
  })

  it('keeps control characters of a key out of the terminal', () => {
    expect(formatPolicyPath(['flows', '\u001b[31m', 0, 'to'])).toBe('flows["\\u001b[31m"][0].to')
  })
})
