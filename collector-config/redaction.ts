import type { Policy } from '../policy/policy.ts'
import { generalForms } from './general-forms.ts'
import { maskedMark } from './key-marks.ts'
import { wholeKey } from './key-statements.ts'
import { type KeyStep, keySteps, outcomeOf } from './key-steps.ts'
import type { KeyTables } from './key-tables.ts'
import { nestedKeysPattern } from './nested-keys.ts'
import { whole, withoutReferences } from './ottl.ts'
import { pseudonymPattern } from './pseudonym-pattern.ts'
import { wordsOfClasses } from './unknown-keys.ts'
import { blockedValues } from './value-patterns.ts'
import type { Way } from './ways.ts'

/**
 * The redaction processor of one way: the second net, for values. What it finds becomes `****`. It reads the attributes
 * of resources, scopes, spans, events, log records and data points, and the bodies of logs with all that is nested.
 */
export function redaction(policy: Policy, tables: KeyTables, way: Way): Readonly<Record<string, unknown>> {
  const refused = wordsOfClasses(tables.words, (dataClass) => outcomeOf(way, dataClass) !== 'keep')
  const nested = way.takesTexts ? nestedKeysPattern(refused) : undefined
  return {
    // keys of attributes have been judged before, and more exactly; those within the body of a log have not
    allow_all_keys: true,
    blocked_key_patterns: patterns([
      `\\A${maskedMark}`,
      ...(way.takesTexts ? refusedKeys(keySteps(policy, tables, way)) : []),
    ]),
    // it goes before all that is blocked, and for the whole value: so it names whole values, and nothing less
    allowed_values: patterns([
      ...(way.form === 'pseudonymous' ? [whole(pseudonymPattern)] : []),
      ...Object.values(generalForms).map(whole),
    ]),
    blocked_values: patterns([
      ...(nested === undefined ? [] : [nested]),
      ...blockedValues(policy, way),
      ...(way.takesUnknownKeys ? [] : maps),
    ]),
    // lists, maps and numbers, too: they are matched as JSON, and become a text if something is found
    redact_all_types: true,
    summary: 'silent',
  }
}

/** Without the order of the steps: within a body the strictest that matches a key decides. */
function refusedKeys(steps: readonly KeyStep[]): string[] {
  return steps.filter(({ outcome }) => outcome !== 'keep').map(({ pattern }) => wholeKey(pattern))
}

/** A map in an attribute, or a list with one, as JSON: nobody has judged the keys in it. */
const maps = ['(?s)\\A\\{".*\\}\\z', '(?s)\\A\\[.*\\{".*\\}.*\\]\\z']

function patterns(list: readonly string[]): string[] {
  return list.map(withoutReferences)
}
