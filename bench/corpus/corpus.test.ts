import { entityTypes } from 'privity/policy'
import { describe, expect, it } from 'vitest'
import { corpus } from './corpus.ts'

const texts = corpus()

describe('the corpus', () => {
  it('is the same for the same seed, and another one for another', () => {
    expect(corpus()).toEqual(texts)
    expect(corpus(7)).not.toEqual(texts)
  })

  it('has three thousand texts, half of them clean', () => {
    expect(texts).toHaveLength(3_000)
    expect(texts.filter(({ labels }) => labels.length === 0)).toHaveLength(1_500)
  })

  it('has more than fifty values of each type', () => {
    const counts = Map.groupBy(
      texts.flatMap(({ labels }) => labels),
      ({ type }) => type,
    )
    for (const { type } of entityTypes) expect(counts.get(type)?.length, type).toBeGreaterThan(50)
  })

  it('has its labels inside of the texts, on what stands there', () => {
    for (const { text, labels } of texts) {
      for (const { start, end } of labels) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        expect(end).toBeGreaterThan(start)
      }
      expect(text).not.toMatch(/\{(?:value|called|key)\}/u)
    }
  })
})
