import { describe, expect, it } from 'vitest'
import { recallOf } from './recall.ts'

const label = (type: string, start: number, end: number) => ({ type, start, end })
const texts = [
  { text: 'ask bob@example.com', labels: [label('email', 4, 19)], source: 'a' },
  { text: 'call +49 30 901820', labels: [label('phone', 5, 18)], source: 'a' },
  { text: 'took 12 ms', labels: [], source: 'b' },
  { text: 'took 13 ms', labels: [], source: 'b' },
]

describe('recall', () => {
  it('counts values of which no half is left, and clean texts that were changed', () => {
    const redacted = ['ask [email]', 'call +49 30 [x]', 'took 12 ms', 'took [x] ms']
    const { found, labels, clean, cleanChanged, byType } = recallOf(texts, redacted)
    expect({ found, labels, clean, cleanChanged }).toEqual({ found: 1, labels: 2, clean: 2, cleanChanged: 1 })
    expect(byType.get('phone')).toEqual({ found: 0, labels: 1 })
  })

  it('does not take a value for found whose middle is left', () => {
    expect(recallOf(texts, ['ask b[x]@example[x]', 'call [x]9 30 901[x]']).found).toBe(0)
  })

  it('finds nothing where nothing was changed', () => {
    const same = texts.map(({ text }) => text)
    expect(recallOf(texts, same)).toMatchObject({ found: 0, cleanChanged: 0, precision: 0 })
    expect(recallOf(texts, same, (type) => type === 'email').labels).toBe(1)
  })
})

describe('precision', () => {
  it('is the share of what was replaced that has a label', () => {
    expect(recallOf(texts, ['ask [email]', 'call +49 30 [x]', 'took 12 ms', 'took [x] ms']).precision).toBeCloseTo(
      2 / 3,
    )
  })

  it('counts what else was taken out of a text with a label', () => {
    expect(recallOf(texts.slice(0, 1), ['[name] [email]']).precision).toBe(1)
    const [first] = texts
    const longer = { ...first, text: 'ask bob@example.com today or call', labels: [label('email', 4, 19)], source: 'a' }
    expect(recallOf([longer], ['ask [email] today or [name]']).precision).toBe(0.5)
  })
})
