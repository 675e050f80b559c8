import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allRules } from '../rules/all-rules.ts'
import type { CodeRule } from '../rules/rule.ts'
import { mayBeUnbroken } from './unbroken.ts'

const rule: CodeRule = {
  kind: 'code',
  name: 'x',
  type: 'national_id',
  title: '',
  source: '',
  lengths: [9],
  alphabet: 'digits',
  shape: /^\d{3}-?\d{2}-?\d{4}$/u,
  bare: true,
  words: [],
}

describe('mayBeUnbroken', () => {
  it('is so where no separator is needed', () => {
    expect(mayBeUnbroken(rule, 9)).toBe(true)
    expect(mayBeUnbroken({ ...rule, shape: /^756\.?\d{4}[12]\d$/u }, 9)).toBe(true)
  })

  it('is not so where shape or bare form have one', () => {
    expect(mayBeUnbroken({ ...rule, shape: /^\d{3}([- ])\d{2}\1\d{4}$/u }, 9)).toBe(false)
    expect(mayBeUnbroken({ ...rule, bare: /[ -]/u }, 9)).toBe(false)
    expect(mayBeUnbroken({ ...rule, shape: /^\d{10}$/u }, 9)).toBe(false)
  })

  it('never denies what a shipped rule takes', () => {
    const codes = allRules.filter((candidate) => candidate.kind === 'code' && candidate.alphabet === 'digits')
    expect(codes.length).toBeGreaterThan(20)
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.stringMatching(/^\d{6,20}$/u), (candidate, digits) => {
        if (candidate.kind !== 'code' || !candidate.shape.test(digits)) return
        const isBare = typeof candidate.bare === 'boolean' ? candidate.bare : candidate.bare.test(digits)
        if (isBare) expect(mayBeUnbroken(candidate, digits.length)).toBe(true)
      }),
      { seed: 20_261_123, numRuns: 5_000 },
    )
  })
})
