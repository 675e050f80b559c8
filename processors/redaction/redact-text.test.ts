import { describe, expect, it } from 'vitest'
import { redactText } from './redact-text.ts'

const entity = (type: string, start: number, end: number) => ({ type, start, end, confidence: 1 })

describe('redactText', () => {
  it('replaces each entity, and keeps what stands around it', () => {
    const text = 'a bob b eve c'
    const seen: string[] = []
    const redacted = redactText(text, [entity('x', 2, 5), entity('y', 8, 11)], ({ type }, value) => {
      seen.push(value)
      return `[${type}]`
    })
    expect(redacted).toBe('a [x] b [y] c')
    expect(seen).toEqual(['bob', 'eve'])
  })

  it('replaces entities at both ends and next to each other', () => {
    expect(redactText('abcd', [entity('x', 0, 2), entity('y', 2, 4)], ({ type }) => type)).toBe('xy')
  })

  it('returns the text itself where there is nothing to replace', () => {
    expect(redactText('abc', [], () => 'x')).toBe('abc')
  })
})
