import { describe, expect, it } from 'vitest'
import { hostileParts } from '../../bench/hostile-parts.ts'
import { entityTypes } from '../../policy/entities.ts'
import { createDetector } from './create-detector.ts'
import { maxFound } from './scan/scan-text.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

describe('hostile texts', () => {
  const length = 200_000
  it.each(hostileParts)('are read to the end in good time: %j over and over', { timeout: 20_000 }, (part) => {
    const text = `${part.repeat(Math.ceil(length / part.length))} bob@example.com`
    const entities = detect(text)
    const last = entities.at(-1)
    expect(last && text.length - last.end).toBe(0)
  })
})

describe('a text with more entities than anybody needs to tell apart', () => {
  const people = (count: number): string =>
    Array.from({ length: count }, (_, index) => `p${index}@example.com`).join(' ')

  it('has each of them found at the limit', () => {
    expect(detect(people(maxFound))).toHaveLength(maxFound)
  })

  it('is found as a whole past it, by every policy', () => {
    const text = people(maxFound + 1)
    const whole = { type: 'secret', rule: 'too_many_entities', start: 0, end: text.length }
    expect(detect(text)).toMatchObject([whole])
    expect(createDetector({ entities: ['iban'], custom: [], actions: {} })(text)).toMatchObject([whole])
  })

  it('counts numbers, too', () => {
    const text = '203.0.113.9 198.51.100.7 '.repeat(maxFound)
    expect(detect(text)).toMatchObject([{ rule: 'too_many_entities', end: text.length }])
  })
})
