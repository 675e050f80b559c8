import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { entityTypes } from '../policy/entities.ts'
import { allRules } from '../processors/redaction/rules/all-rules.ts'
import { allExamples } from '../processors/redaction/rules/examples-fixture.ts'
import type { AnchorRule, CodeRule, FieldRule } from '../processors/redaction/rules/rule.ts'
import { exampleValues, formOf } from './entity-form.ts'
import { entityRuleProblems } from './entity-rule-problems.ts'
import { generateEntities, pagePath } from './generate-entities.ts'

const badge: CodeRule = {
  kind: 'code',
  name: 'xx_badge',
  type: 'national_id',
  title: 'Badge | of a made-up country',
  country: 'XX',
  source: 'Office of Badges: https://badges.example/form.',
  lengths: [8],
  alphabet: 'mixed',
  shape: /^BG\d{2}[ -]?\d{4}$/u,
  bare: /^BG\d{2}-\d{4}$/u,
  words: ['badge', 'badge no'],
}
const key: AnchorRule = {
  kind: 'anchor',
  name: 'xx_key',
  type: 'secret',
  title: 'Key',
  source: 'https://keys.example/',
  anchors: ['xk_'],
  caseSensitive: true,
  atWordStart: true,
  find: () => undefined,
  confidence: 1,
}
const examples = {
  xx_badge: { found: ['badge ⟦BG12 3456⟧', '⟦BG12-3456⟧'], notFound: ['BG12 3456'] },
  xx_key: { found: ['use ⟦xk_abc123⟧'], notFound: ['xk_'] },
}

describe('the page of entities', () => {
  it('is what the rules give', () => {
    expect(readFileSync(pagePath, 'utf8'), 'run: node scripts/generate-entities.ts').toBe(generateEntities())
  })

  it('has a section for each type, and a row for each rule', () => {
    const page = generateEntities()
    for (const { type } of entityTypes) expect(page).toContain(`\n## ${type}\n`)
    for (const { name } of allRules) expect(page).toContain(`\n| \`${name}\` | `)
  })

  it('says what a rule goes by, and shows no value', () => {
    const page = generateEntities([badge, key], examples)
    expect(page).toContain(
      '| `xx_badge` | Badge \\| of a made-up country | XX | written `BG99-9999`; else beside `badge`, `badge no` |' +
        ' `BG99 9999`, `BG99-9999` | Office of Badges: [badges.example](https://badges.example/form). |',
    )
    expect(page).toContain('| `xx_key` | Key | at `xk_` | `xk_…` | [keys.example](https://keys.example/) |')
    for (const value of Object.values(examples).flatMap(exampleValues)) expect(page).not.toContain(value)
  })

  it('names the words that many rules share once', () => {
    const rules = Array.from({ length: 9 }, (_, index) => ({
      ...badge,
      bare: false,
      name: `r${index}`,
      words: ['id', `w${index}`],
    }))
    const page = generateEntities(rules, {})
    expect(page).toContain('The usual words are any of these:\n\n`id`\n')
    expect(page).toContain('| beside a usual word or `w3` |')
  })

  it('masks letters and digits of every script, and long runs', () => {
    expect(formOf('Ünal 12-٣x')).toBe('Aaaa 99-9a')
    expect(formOf('0'.repeat(40))).toBe('9999…')
    expect(formOf('ab-'.repeat(40)).length).toBeLessThan(50)
  })
})

describe('the table of rules', () => {
  it('names a source, examples of both kinds, and no name twice; every type has a rule', () => {
    expect(entityRuleProblems(allRules, allExamples)).toEqual([])
  })

  it.each([
    [[{ ...badge, source: ' ' }], examples, 'xx_badge: has no source'],
    [[{ ...badge, title: '' }], examples, 'xx_badge: has no title'],
    [[{ ...badge, name: 'xxBadge' }], examples, 'xxBadge: is no name in lower case'],
    [[badge, badge], examples, 'xx_badge: two rules have this name'],
    [[badge], {}, 'xx_badge: has no example of what it finds'],
    [[badge], { xx_badge: { found: ['⟦a⟧'], notFound: [] } }, 'xx_badge: has no example of what it does not find'],
    [[badge], { xx_badge: { found: ['a'], notFound: ['b'] } }, 'xx_badge: an example has no ⟦…⟧'],
    [[badge], examples, 'xx_key: examples of no rule'],
    [[badge], examples, 'email: a type without a rule'],
  ])('is refused with a gap, %#', (rules: readonly CodeRule[], own, problem) => {
    expect(entityRuleProblems(rules, own)).toContain(problem)
  })
})

const field: FieldRule = {
  kind: 'field',
  name: 'xx_field',
  type: 'person',
  title: 'Field',
  source: 'made up',
  names: Array.from({ length: 15 }, (_, index) => `n${index}`),
  read: () => undefined,
  confidence: 1,
}

describe('a long list of names', () => {
  it('is cut, and says how much of it is not there', () => {
    expect(generateEntities([field], {})).toContain('as the value of `n0`, `n1`, `n2`')
    expect(generateEntities([field], {})).toContain('`n11` and 3 more |')
  })
})
