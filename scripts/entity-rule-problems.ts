import { entityTypes } from '../policy/entities.ts'
import type { Rule } from '../processors/redaction/rules/rule.ts'
import type { RuleExamples } from '../processors/redaction/rules/rule-examples.ts'

/** What the table of rules lacks, as `name: what`: sources, examples of both kinds, names of their own, a rule for each type. */
export function entityRuleProblems(
  rules: readonly Rule[],
  examples: Readonly<Record<string, RuleExamples>>,
): readonly string[] {
  const problems: string[] = []
  const seen = new Set<string>()
  for (const { name, title, source } of rules) {
    if (seen.has(name)) problems.push(`${name}: two rules have this name`)
    seen.add(name)
    if (!/^[a-z\d]+(?:_[a-z\d]+)*$/u.test(name)) problems.push(`${name}: is no name in lower case`)
    if (title.trim() === '') problems.push(`${name}: has no title`)
    if (source.trim() === '') problems.push(`${name}: has no source`)
    const own = Object.hasOwn(examples, name) ? examples[name] : undefined
    if ((own?.found ?? []).length === 0) problems.push(`${name}: has no example of what it finds`)
    if ((own?.notFound ?? []).length === 0) problems.push(`${name}: has no example of what it does not find`)
    for (const text of own?.found ?? []) {
      if (!/⟦[^⟦⟧]+⟧/u.test(text)) problems.push(`${name}: an example has no ⟦…⟧`)
    }
  }
  for (const name of Object.keys(examples)) if (!seen.has(name)) problems.push(`${name}: examples of no rule`)
  for (const { type } of entityTypes) {
    if (!rules.some((rule) => rule.type === type)) problems.push(`${type}: a type without a rule`)
  }
  return problems
}
