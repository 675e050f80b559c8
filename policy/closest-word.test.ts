import { describe, expect, it } from 'vitest'
import { closestWord } from './closest-word.ts'

describe('closestWord', () => {
  it.each([
    ['retension', 'retention'],
    ['retentoin', 'retention'],
    ['emial', 'email'],
    ['unknown_subject', 'unknownSubject'],
    ['UNKNOWN-SUBJECT', 'unknownSubject'],
    ['forms', 'form'],
  ])('finds that %s means %s', (word, meant) => {
    expect(closestWord(word, ['form', 'email', 'retention', 'unknownSubject'])).toBe(meant)
  })

  it('prefers the nearest', () => {
    expect(closestWord('items', ['item', 'items'])).toBe('items')
  })

  it('guesses nothing for what is far from all, empty, or very long', () => {
    expect(closestWord('banana', ['form', 'retention'])).toBeUndefined()
    expect(closestWord('', ['form'])).toBeUndefined()
    expect(closestWord('x'.repeat(100_000), ['x'.repeat(100_000)])).toBeUndefined()
    expect(closestWord('form', [])).toBeUndefined()
  })
})
