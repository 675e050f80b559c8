import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileKeyPattern, mostSpecific } from './key-pattern.ts'

describe('compileKeyPattern', () => {
  it.each([
    ['app.name', 'app.name', true],
    ['app.name', 'app.names', false],
    ['app.*', 'app.', true],
    ['app.*', 'app.customer.name', true],
    ['app.*', 'App.customer', false],
    ['*.id', 'app.customer.id', true],
    ['*.id', '.id', true],
    ['*.id', 'id', false],
    ['a*c', 'abc', true],
    ['a*c', 'ab', false],
    ['ab*bc', 'abc', false],
    ['ab*bc', 'abbc', true],
    ['*a*', 'bab', true],
    ['*a*b*', 'ba', false],
    ['a**b', 'ab', true],
    ['*', '', true],
    ['*', 'anything.at.all', true],
    ['a.c', 'abc', false],
    ['a[0-9]', 'a1', false],
  ])('%s and %s: %s', (pattern, key, matches) => {
    expect(compileKeyPattern(pattern).matches(key)).toBe(matches)
  })

  it('agrees with the regular expression of the same meaning', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*'), maxLength: 6 })
    fc.assert(
      fc.property(pattern, text, (pattern, key) => {
        const expression = new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`)
        expect(compileKeyPattern(pattern).matches(key)).toBe(expression.test(key))
      }),
      { numRuns: 2_000 },
    )
  })

  it('matches a key that is made from the pattern', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), fc.string(), (parts, filling) => {
        const literal = parts.map((part) => part.replaceAll('*', ''))
        expect(compileKeyPattern(literal.join('*')).matches(literal.join(filling))).toBe(true)
      }),
    )
  })
})

describe('mostSpecific', () => {
  const find = mostSpecific([
    { pattern: '*', class: 1 },
    { pattern: 'app.customer.*', class: 2 },
    { pattern: 'app.*', class: 3 },
    { pattern: 'app.*.id', class: 4 },
    { pattern: 'app.customer.name', class: 5 },
    { pattern: '*.name', class: 6 },
    { pattern: '*.eman', class: 7 },
    { pattern: 'nam.*', class: 8 },
    { pattern: 'nam.*', class: 9 },
  ])

  it.each([
    ['other', 1, 'the only one that matches'],
    ['app.x', 3, 'more literal characters than *'],
    ['app.customer.x', 2, 'more literal characters than app.*'],
    ['app.customer.id', 2, 'more literal characters than app.*.id'],
    ['app.other.id', 4, 'more literal characters than app.*'],
    ['app.customer.name', 5, 'exact'],
    ['nam.x.name', 6, 'more literal characters than nam.*'],
    ['nam.eman', 7, 'more literal characters than nam.*'],
    ['nam.x', 9, 'the later of equals'],
  ])('%s goes to rule %i: %s', (key, rule) => {
    expect(find(key)?.class).toBe(rule)
  })

  it('prefers an exact pattern to a longer one with stars', () => {
    expect(mostSpecific([{ pattern: 'a*******' }, { pattern: 'a' }])('a')).toEqual({ pattern: 'a' })
    expect(mostSpecific([{ pattern: 'ab' }, { pattern: 'a*b' }])('ab')).toEqual({ pattern: 'ab' })
  })

  it('gives nothing where nothing matches', () => {
    expect(mostSpecific([{ pattern: 'a.*' }])('b')).toBeUndefined()
  })
})
