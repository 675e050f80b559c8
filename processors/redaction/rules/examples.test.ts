import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../../policy/entities.ts'
import { createDetector } from '../create-detector.ts'
import { allRules } from './all-rules.ts'
import { allExamples } from './examples-fixture.ts'

const detect = createDetector({ entities: entityTypes.map(({ type }) => type), custom: [], actions: {} })

/** Where ⟦ and ⟧ stand, and the text without them. */
function unmarked(marked: string): { readonly text: string; readonly spans: readonly (readonly [number, number])[] } {
  const spans: [number, number][] = []
  let text = ''
  for (const part of marked.split(/(?=[⟦⟧])/u)) {
    if (part.startsWith('⟦')) spans.push([text.length, text.length + part.length - 1])
    text += part.replace(/^[⟦⟧]/u, '')
  }
  return { text, spans }
}

describe.each(allRules.map(({ name, type }) => ({ name, type })))('rule $name', ({ name, type }) => {
  const examples = allExamples[name] ?? { found: [], notFound: [] }

  it('has examples of both kinds', () => {
    expect(examples.found.length).toBeGreaterThanOrEqual(2)
    expect(examples.notFound.length).toBeGreaterThanOrEqual(2)
  })

  it.each(examples.found)('finds %s', (marked) => {
    const { text, spans } = unmarked(marked)
    expect(spans.length).toBeGreaterThan(0)
    const found = detect(text)
    // several countries can have the same form: what counts is that it goes, whole, and as what
    expect(found.filter((entity) => entity.type === type).map(({ start, end }) => [start, end])).toEqual(spans)
  })

  it.each(examples.notFound)('does not find %s', (text) => {
    expect(detect(text).filter((entity) => entity.rule === name)).toEqual([])
  })
})
