import { RE2JS } from 're2js'
import { describeValue } from './describe-value.ts'
import { entityTypes } from './entities.ts'
import { policyBounds } from './limits.ts'
import { asMap } from './loose-data.ts'
import type { PolicyIssue } from './policy-error.ts'

type Path = readonly (string | number)[]

/** Names, patterns and actions of the entities; key patterns of the classification. */
export function checkRedaction(data: unknown): PolicyIssue[] {
  const file = asMap(data)
  const redaction = asMap(file.redaction)
  const issues: PolicyIssue[] = []
  const names = new Set<unknown>(entityTypes.map((entity) => entity.type))
  const custom = Array.isArray(redaction.custom) ? redaction.custom.slice(0, policyBounds.custom) : []
  custom.map(asMap).forEach((entity, i) => {
    const path = ['redaction', 'custom', i]
    if (typeof entity.name === 'string' && names.has(entity.name))
      issues.push({
        code: 'duplicate_name',
        path: [...path, 'name'],
        expected: 'a name that no other entity type has',
        received: describeValue(entity.name, path, true),
        hint: 'Choose another name; the built-in entity types have theirs, too.',
      })
    names.add(entity.name)
    if (typeof entity.pattern === 'string') issues.push(...checkPattern(entity.pattern, [...path, 'pattern']))
    if (entity.class === 'secret') issues.push(...checkSecretAction(entity.action, [...path, 'action']))
  })
  issues.push(...checkSecretAction(asMap(redaction.actions).secret, ['redaction', 'actions', 'secret']))
  const rules = Object.keys(asMap(file.classification)).length
  if (rules > policyBounds.classification)
    issues.push({
      code: 'too_many',
      path: ['classification'],
      expected: `at most ${policyBounds.classification} patterns`,
      received: String(rules),
      hint: 'Join patterns with *.',
    })
  return issues
}

/** What is left of a secret must not help to guess it: nothing that is computed from it. */
function checkSecretAction(action: unknown, path: Path): PolicyIssue[] {
  if (action !== 'hash' && action !== 'pseudonymise' && action !== 'generalise') return []
  return [
    {
      code: 'action_not_allowed',
      path,
      expected: 'remove, mask or tokenise',
      received: describeValue(action, path, true),
      hint: 'Secrets are removed, or replaced by [secret] or a token such as [secret:1].',
    },
  ]
}

function checkPattern(pattern: string, path: Path): PolicyIssue[] {
  if (pattern.length > policyBounds.patternLength)
    return [
      {
        code: 'pattern_too_long',
        path,
        expected: `at most ${policyBounds.patternLength} characters`,
        received: `${pattern.length} characters`,
        hint: 'Shorten the pattern, or make two entities of it.',
      },
    ]
  if (pattern === '') return [] // the schema has said so
  const refuse = (received: string, hint: string): PolicyIssue[] => [
    { code: 'invalid_pattern', path, expected: 'an RE2 pattern that matches at least one character', received, hint },
  ]
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(pattern)
  } catch {
    return refuse(
      describeValue(pattern, path, true),
      'Write RE2 syntax: no look-around, no back-references, repeats up to 1000.',
    )
  }
  // time is linear in the text, times the size of the pattern: a repeat counts as often as it says
  const size = compiled.programSize()
  if (size > policyBounds.patternSize)
    return refuse(
      `a pattern of ${size} steps; at most ${policyBounds.patternSize}`,
      'Repeat less: {1,50} counts fifty times, and repeats in repeats multiply.',
    )
  // not only the empty text: \b matches nothing in it, but the empty place beside a letter
  const matchesNothing = ['', 'a', '1', ' a ', '\n'].some((probe) => {
    const matcher = compiled.matcher(probe)
    while (matcher.find()) if (matcher.start() === matcher.end()) return true
    return false
  })
  if (!matchesNothing) return []
  return refuse('a pattern that matches the empty text', 'Use + instead of *, and no pattern of anchors alone.')
}
