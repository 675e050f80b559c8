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

describe('objects that are no plain data', () => {
  class Version {}
  const loop: Record<string, unknown> = {}
  loop.flows = loop
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  it.each<[string, unknown]>([
    ['a function', { version: () => '1' }],
    ['a symbol', { version: Symbol('1') }],
    ['a bigint', { limits: { depth: 3n } }],
    ['NaN', { limits: { depth: Number.NaN } }],
    ['a class instance', { version: new Version() }],
    ['a date', { version: new Date() }],
    ['a map', new Map([['version', '1']])],
    ['a loop', loop],
    [
      'a getter that throws',
      {
        get version() {
          throw new Error('canary')
        },
      },
    ],
    ['a revoked proxy', revoked.proxy],
    ['a list with holes', { redaction: { entities: new Array(2) } }],
  ])('are refused: %s', (_name, input) => {
    expect(codesOf(input)).toContain('wrong_type')
    expect(JSON.stringify(issuesOf(input))).not.toContain('canary')
  })

  it('are refused when they have no end', () => {
    expect(codesOf({ redaction: { entities: new Array(200_000).fill('email') } })).toEqual(['too_large'])
  })

  it('fill no log with their problems', () => {
    const keys = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]))
    expect(codesOf(keys(100))).toHaveLength(100)
    expect(codesOf(keys(101))).toEqual(['too_many', ...Array(100).fill('unknown_key')])
    expect(codesOf(new Array(50_000))).toHaveLength(101)
  })
})
