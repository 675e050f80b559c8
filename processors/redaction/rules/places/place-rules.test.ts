import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { examples } from './place-rules.examples.ts'
import { placeRules } from './place-rules.ts'

const scan = createScanner(compileRules(placeRules))

/** What rules of a name, or all, have found, between ⟦ and ⟧. */
function marked(text: string, rule?: string): string {
  const spans = scan(text).filter((entity) => rule === undefined || entity.rule === rule)
  let out = ''
  let position = 0
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    if (start < position) continue
    out += `${text.slice(position, start)}⟦${text.slice(start, end)}⟧`
    position = end
  }
  return out + text.slice(position)
}

describe.each(placeRules.map(({ name }) => name))('%s', (name) => {
  const { found, notFound } = examples[name] ?? { found: [], notFound: [] }

  it('finds what it is for', () => {
    expect(found.map((text) => marked(text.replaceAll(/[⟦⟧]/gu, ''), name))).toEqual(found)
    expect(found.length).toBeGreaterThanOrEqual(2)
  })

  it('leaves the rest alone', () => {
    expect(notFound.map((text) => marked(text, name))).toEqual(notFound)
    expect(notFound.length).toBeGreaterThanOrEqual(2)
  })
})
