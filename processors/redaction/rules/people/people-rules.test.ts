import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRules } from '../../scan/compile-rules.ts'
import { createScanner } from '../../scan/scan-text.ts'
import { examples } from './people-rules.examples.ts'
import { peopleRules } from './people-rules.ts'

const scan = createScanner(compileRules(peopleRules))

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

describe.each(peopleRules.map(({ name }) => name))('%s', (name) => {
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

const piece = fc.oneof(
  fc.constantFrom(
    'Dear ',
    'Mr. ',
    'name: ',
    'first_name=',
    'user=',
    'I am ',
    'Ada ',
    'Lovelace',
    'van der ',
    "O'",
    'J. ',
    '<a@b>',
    '/home/',
    'C:\\Users\\',
    'regards,\n',
    'dob: ',
    '1981-03-12',
    '12 March 1981',
    '"',
    "'",
    ' ',
    '\n',
    '王',
    '[person]',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('the rules for people', () => {
  it('have names of their own, and no examples of others', () => {
    const names = peopleRules.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(examples).sort()).toEqual([...names].sort())
  })

  it('find parts of the text, and none of them blank at an end', () => {
    fc.assert(
      fc.property(text, (written) => {
        for (const { start, end } of scan(written)) {
          const part = written.slice(start, end)
          expect(part.length).toBe(end - start)
          expect(part).toBe(part.trim())
          expect(part).not.toBe('')
        }
      }),
      { numRuns: 2_000 },
    )
  })

  // backtracking would take minutes: the limit of the test is what it has to keep
  it('read long texts of a few parts to their end', { timeout: 20_000 }, () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const unit = pieces.join('') || ' '
        expect(() => scan(unit.repeat(Math.ceil(20_000 / unit.length)))).not.toThrow()
      }),
      { numRuns: 60 },
    )
  })
})
