import { describe, expect, it } from 'vitest'
import { replacedParts } from './replaced-parts.ts'

const partsOf = (text: string, redacted: string): string[] =>
  replacedParts(text, redacted).map(({ start, end }) => text.slice(start, end))

describe('replaced parts', () => {
  it('are none of a text that stays', () => {
    expect(partsOf('took 12 ms', 'took 12 ms')).toEqual([])
  })

  it('are found whatever stands for them', () => {
    expect(partsOf('ask bob@example.com now', 'ask [email] now')).toEqual(['bob@example.com'])
    expect(partsOf('ask bob@example.com now', 'ask **** now')).toEqual(['bob@example.com'])
    expect(partsOf('ask bob@example.com now', 'ask  now')).toEqual(['bob@example.com'])
  })

  it('are one for a number in groups, and two with a word between them', () => {
    expect(partsOf('card 4111 1111 1111 1111 ok', 'card [card] ok')).toEqual(['4111 1111 1111 1111'])
    expect(partsOf('from 10.1.2.3 to 10.1.2.4', 'from [ip] to [ip]')).toEqual(['10.1.2.3', '10.1.2.4'])
  })

  it('have the words that were taken along', () => {
    expect(partsOf('Starting Jersey server', '[name] server')).toEqual(['Starting Jersey'])
  })

  it('reach to the end', () => {
    expect(partsOf('id 4711', '')).toEqual(['id 4711'])
  })
})
