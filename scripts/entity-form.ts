import type { Rule } from '../processors/redaction/rules/rule.ts'
import type { RuleExamples } from '../processors/redaction/rules/rule-examples.ts'

const maxForms = 3
const maxUnits = 48

/** How many of one kind stand side by side before the rest is left out. */
const maxRun = 12

/** The values of the examples: what stands between ⟦ and ⟧. */
export function exampleValues({ found }: RuleExamples): string[] {
  return found.flatMap((text) => Array.from(text.matchAll(/⟦([^⟦⟧]*)⟧/gu), ([, value = '']) => value))
}

/**
 * What the values of a rule look like, without being one: `9` for a digit, `A` and `a` for letters. What they all begin
 * with by definition stays.
 *
 * @example entityForms(usSsn, { found: ['SSN ⟦078-05-1120⟧'], notFound: [] }) // ['999-99-9999']
 */
export function entityForms(rule: Rule, examples: RuleExamples): string[] {
  const forms = exampleValues(examples).map((value) => {
    const fixed = fixedStart(rule, value)
    // behind the beginning of a token nothing but its length would be told
    return fixed !== '' && rule.type === 'secret' ? `${fixed}…` : formOf(value, fixed)
  })
  return [...new Set(forms)].slice(0, maxForms)
}

export function formOf(value: string, fixed = ''): string {
  const masked = value
    .slice(fixed.length)
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Lu}/gu, 'A')
    .replace(/[\p{L}\p{M}]/gu, (letter) => (letter === 'A' ? letter : 'a'))
    .replace(/\s+/gu, ' ')
    .replace(/([9Aa])\1*/gu, (run) => (run.length > maxRun ? `${run.slice(0, 4)}…` : run))
  const form = fixed + masked
  return form.length > maxUnits ? `${form.slice(0, maxUnits).trimEnd()}…` : form
}

/** The letters that every value begins with, by the anchor or the shape of the rule. */
export function fixedStart(rule: Rule, value: string): string {
  if (rule.kind === 'anchor') {
    const starts = rule.anchors.filter((anchor) => value.startsWith(anchor))
    return starts.sort((a, b) => b.length - a.length)[0] ?? ''
  }
  const [, letters = ''] =
    (rule.kind === 'code' ? /^\^([A-Z]{1,6})(?![{?*+|])/u.exec(rule.shape.source) : undefined) ?? []
  return value.startsWith(letters) ? letters : ''
}
