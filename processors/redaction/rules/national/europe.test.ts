import { globSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleExamples } from '../rule-examples.ts'
import { europeRules } from './europe.ts'
import { accepts } from './oracle-fixture.ts'

const modules = await Promise.all(
  globSync('??.examples.ts', { cwd: import.meta.dirname }).map(
    async (file): Promise<{ examples: Readonly<Record<string, RuleExamples>> }> => import(`./${file}`),
  ),
)
const examples = new Map(modules.flatMap((module) => Object.entries(module.examples)))

/** Nobody else writes 123-45-67-890 or 12345678-1-42. */
const unmistakable = new Set(['pl_nip', 'hu_adoszam'])

const marked = (text: string): string => /⟦(.+)⟧/u.exec(text)?.[1] ?? ''
const needsNoWord = (bare: boolean | RegExp, written: string): boolean =>
  typeof bare === 'boolean' ? bare : bare.test(written)

describe('the table of Europe', () => {
  it('has each name once', () => {
    const names = europeRules.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)])
  })

  it('has rules of the country that their names begin with', () => {
    for (const { name, country } of europeRules)
      expect(name).toMatch(new RegExp(`^${country?.toLowerCase() ?? 'eu'}_`, 'u'))
  })

  it('has words in lower case without accents', () => {
    for (const { words } of europeRules) expect(words.filter((word) => !/^[a-z]+(?: [a-z]+)*$/u.test(word))).toEqual([])
  })
})

describe.each(europeRules.map((rule) => ({ name: rule.name, rule })))('$name', ({ name, rule }) => {
  const { found, notFound } = examples.get(name) ?? { found: [], notFound: [] }

  it('has examples of both kinds', () => {
    expect(found.length).toBeGreaterThanOrEqual(2)
    expect(notFound.length).toBeGreaterThanOrEqual(2)
  })

  it('accepts what is marked', () => {
    for (const text of found) expect(`${text} ${accepts(rule, marked(text))}`).toBe(`${text} true`)
  })

  it('takes next to no random digits for one where it needs no word', () => {
    const forms = found.map(marked).filter((written) => needsNoWord(rule.bare, written) && /^[\d ./-]+$/u.test(written))
    const limit = unmistakable.has(name) ? 0.1 : 0.015
    for (const form of forms) expect(`${form} ${share(form) <= limit}`).toBe(`${form} true`)
  })

  /** How many of the numbers that are written so pass without a word. */
  function share(form: string): number {
    const digit = fc.constantFrom(...'0123456789')
    const number = fc
      .array(digit, { minLength: form.length, maxLength: form.length })
      .map((digits) => form.replace(/\d/gu, (_, index: number) => digits[index] ?? ''))
    const numbers = fc.sample(number, { numRuns: 10_000, seed: 20_260_709 })
    return (
      numbers.filter((written) => needsNoWord(rule.bare, written) && accepts(rule, written)).length / numbers.length
    )
  }
})
