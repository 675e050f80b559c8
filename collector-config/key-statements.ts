import { RE2JS } from 're2js'
import { keepMark, maskedMark } from './key-marks.ts'
import { type KeyStep, listSteps, type Outcome } from './key-steps.ts'
import { quote, whole } from './ottl.ts'

/**
 * The steps as statements for one map of attributes, called `attributes` in each context of OTTL.
 *
 * OTTL can remove keys that match, and can rename them, but knows no "first match decides". So a step that keeps keys
 * puts a mark before them, which no step after it matches. The marks stay until the redaction processor has seen the
 * values (`withoutMarks`).
 */
export function keyStatements(steps: readonly KeyStep[], takesUnknownKeys: boolean): string[] {
  const needed = neededSteps(steps, takesUnknownKeys)
  const marked = quote(`\\A[${keepMark}${maskedMark}]`)
  return [
    // a key that comes with a mark was not marked by us
    `delete_matching_keys(attributes, ${marked})`,
    ...needed.map(statement),
    ...(takesUnknownKeys ? [] : [`keep_matching_keys(attributes, ${marked})`]),
  ]
}

/** Takes the marks away again. */
export const withoutMarks = `replace_all_patterns(attributes, "key", ${quote(`\\A[${keepMark}${maskedMark}]`)}, "")`

function statement({ outcome, pattern }: KeyStep): string {
  const key = quote(wholeKey(pattern))
  if (outcome === 'remove') return `delete_matching_keys(attributes, ${key})`
  const mark = outcome === 'keep' ? keepMark : maskedMark
  return `replace_all_patterns(attributes, "key", ${key}, ${quote(mark + wholeMatch)})`
}

/** All that was matched, in the syntax of Go. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: no template of ours
const wholeMatch = '${0}'

/** A step's pattern as one that finds, and does so only if it matches the whole key. */
export function wholeKey(pattern: string): string {
  return `(?s)${whole(pattern)}`
}

/** Without the steps, and the keys in them, that end as they would have ended anyway. */
function neededSteps(steps: readonly KeyStep[], takesUnknownKeys: boolean): KeyStep[] {
  const rest: Outcome = takesUnknownKeys ? 'keep' : 'remove'
  const needed: KeyStep[] = []
  for (const step of steps.toReversed()) {
    if (step.outcome !== rest) needed.unshift(step)
    else if (needed.length === 0) continue
    else if (step.keys === undefined) {
      if (needed.some(({ keys }) => keys === undefined || keys.some((key) => matchesAny([step], key))))
        needed.unshift(step)
    } else
      needed.unshift(
        ...listSteps(
          rest,
          step.keys.filter((key) => matchesAny(needed, key)),
        ),
      )
  }
  return needed
}

function matchesAny(steps: readonly KeyStep[], key: string): boolean {
  return steps.some((step) => compiled(wholeKey(step.pattern)).matcher(key).find())
}

const patterns = new Map<string, RE2JS>()

function compiled(pattern: string): RE2JS {
  let made = patterns.get(pattern)
  if (made === undefined) {
    made = RE2JS.compile(pattern)
    patterns.set(pattern, made)
  }
  return made
}
