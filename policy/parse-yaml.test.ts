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

describe('positions', () => {
  it('point to the line and column of the key or item', () => {
    const text = ['version: "1"', 'flows:', '  security:', '    purposes: [security, sale]', '    from: raw'].join('\n')
    expect(issuesOf(text)).toMatchObject([
      { code: 'unknown_purpose', line: 4, column: 26 },
      { code: 'unknown_key', line: 5, column: 5 },
    ])
  })

  it('point into what an alias stands for', () => {
    const text = 'flows:\n  a: &a { purposes: [nothing] }\n  b: *a'
    expect(issuesOf(text)).toMatchObject([{ line: 2 }, { line: 2 }])
  })

  it.each<[string, string, number, number]>([
    ['a duplicate key', 'version: "1"\nversion: "2"', 2, 1],
    ['a tab', 'flows:\n\tsecurity: {}', 2, 1],
    ['an open quote', 'version: "1', 1, 12],
    ['a second document', 'version: "1"\n---\nversion: "2"', 2, 1],
    ['a tag', 'version: !secret abc', 1, 10],
  ])('point to %s', (_name, text, line, column) => {
    expect(issuesOf(text)).toContainEqual(expect.objectContaining({ code: 'bad_yaml', line, column }))
  })

  it('are there for aliases that multiply', () => {
    const levels = Array.from({ length: 8 }, (_, i) => `x${i + 1}: &x${i + 1} [${Array(9).fill(`*x${i}`)}]`)
    expect(codesOf(['x0: &x0 [a]', ...levels].join('\n'))).toEqual(['bad_yaml'])
  })

  it('are there for a file that is too large', () => {
    expect(issuesOf(' '.repeat(1_048_577))).toMatchObject([{ code: 'too_large', line: 1 }])
    expect(issuesOf(' '.repeat(1_048_576))).toEqual([])
  })
})
