import { describe, expect, it } from 'vitest'
import { createTokenScope, maxTokens } from './token-scope.ts'

describe('createTokenScope', () => {
  it('numbers the values of each type, and gives the same number to the same value', () => {
    const { token } = createTokenScope()
    expect([
      token('email', 'a@x.org'),
      token('email', 'b@x.org'),
      token('phone', '1'),
      token('email', 'A@X.org'),
    ]).toEqual(['[email:1]', '[email:2]', '[phone:1]', '[email:1]'])
  })

  it('knows nothing of another scope', () => {
    const first = createTokenScope()
    first.token('email', 'a@x.org')
    expect(createTokenScope().token('email', 'b@x.org')).toBe('[email:1]')
  })

  it('numbers up to its limit, and none past it', () => {
    const { token } = createTokenScope()
    for (let index = 1; index < maxTokens; index++) token('email', String(index))
    expect(token('email', 'last')).toBe(`[email:${maxTokens}]`)
    expect(token('email', 'one more')).toBeUndefined()
    expect(token('email', 'last')).toBe(`[email:${maxTokens}]`)
  })
})
