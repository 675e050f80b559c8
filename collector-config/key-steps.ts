import { compileKeyPattern } from '../policy/key-pattern.ts'
import { type DataClass, dataClasses, type Policy } from '../policy/policy.ts'
import { generalForms } from './general-forms.ts'
import { anyBeginning } from './key-marks.ts'
import { type KeyTables, wordsIn } from './key-tables.ts'
import { keysPattern } from './keys-pattern.ts'
import { literal } from './ottl.ts'
import { wordsOfClasses, wordsPattern } from './unknown-keys.ts'
import type { Way } from './ways.ts'

/** `masked`: the value stays only in a form that tells nobody's identity (a pseudonym, a network). */
export type Outcome = 'keep' | 'masked' | 'remove'

/** A rule for keys. The first that matches a key decides. */
export interface KeyStep {
  readonly outcome: Outcome
  /** RE2, for the whole of a key. Never matches a key with a mark (`key-marks.ts`) before it. */
  readonly pattern: string
  /** All that `pattern` matches, where that is a list of keys. */
  readonly keys?: readonly string[]
}

/**
 * The rules for keys of one way, in the order of `createClassifier`: the policy's patterns, the most specific first;
 * the semantic conventions; the words in keys that nobody knows.
 */
export function keySteps(policy: Policy, tables: KeyTables, way: Way): readonly KeyStep[] {
  return [
    // nobody's convention is as long; the guard removes them, too
    { outcome: 'remove', pattern: '.{257,}' },
    // ours: the verdict that a record may carry is kept before these steps
    { outcome: 'remove', pattern: 'privity(?:\\..*)?' },
    // whatever the policy calls them: an anonymous record says nothing of its user
    ...(way.anonymous ? [{ outcome: 'remove' as const, pattern: '(?:user|enduser)\\..*' }] : []),
    ...policySteps(policy, way),
    ...conventionSteps(tables, way),
    ...templateSteps(tables, way),
    ...wordSteps(tables, way),
  ]
}

/** What happens to the values of a class. Secrets are accepted by no flow. */
export function outcomeOf(way: Way, dataClass: DataClass): Outcome {
  const pointsToPerson = dataClass === 'identifier' || dataClass === 'sensitive'
  if (!way.accepts.includes(dataClass) || (way.anonymous && pointsToPerson)) return 'remove'
  return dataClass === 'identifier' && way.form === 'pseudonymous' ? 'masked' : 'keep'
}

function policySteps(policy: Policy, way: Way): KeyStep[] {
  const rules = policy.classification.map((rule, order) => ({
    ...rule,
    order,
    key: compileKeyPattern(rule.pattern),
    outcome: outcomeOf(way, rule.class),
  }))
  const exact = new Map(rules.filter(({ key }) => key.exact).map(({ pattern, outcome }) => [pattern, outcome]))
  const wild = rules
    .filter(({ key }) => !key.exact)
    .sort((a, b) => b.key.literalLength - a.key.literalLength || b.order - a.order)
    .map(({ outcome, pattern }) => ({ outcome, pattern: wildPattern(pattern) }))
  return [...byOutcome(exact), ...wild]
}

function wildPattern(pattern: string): string {
  const parts = pattern.split('*').map(literal)
  // a beginning that is free must not swallow a mark
  return parts[0] === '' ? anyBeginning + parts.slice(1).join('.*') : parts.join('.*')
}

/** Of what is not accepted as it is, a general form may be. */
function conventionSteps({ conventions }: KeyTables, way: Way): KeyStep[] {
  const general = new Set<string>()
  for (const [action, dataClass, keys] of conventions.generalise)
    if (outcomeOf(way, dataClass) === 'keep' && generalForms[action] !== undefined)
      for (const key of wordsIn(keys)) general.add(key)
  const outcomes = new Map<string, Outcome>()
  for (const dataClass of dataClasses)
    for (const key of wordsIn(conventions.keys[dataClass])) {
      const outcome = outcomeOf(way, dataClass)
      const generalised = outcome === 'remove' && dataClass !== 'secret' && general.has(key)
      outcomes.set(key, generalised ? 'masked' : outcome)
    }
  return byOutcome(outcomes)
}

function byOutcome(keys: ReadonlyMap<string, Outcome>): KeyStep[] {
  // no key is in two of them, so their order is free
  return (['keep', 'masked', 'remove'] as const).flatMap((outcome) =>
    listSteps(
      outcome,
      [...keys].flatMap(([key, of]) => (of === outcome ? [key] : [])),
    ),
  )
}

/** Steps for a list of keys; none for an empty list. */
export function listSteps(outcome: Outcome, keys: readonly string[]): KeyStep[] {
  return pieces(keys).flatMap((some) => {
    const pattern = keysPattern(some)
    return pattern === undefined ? [] : [{ outcome, pattern, keys: some }]
  })
}

/** The Collector reads a text in a statement in quadratic time: a list of hundreds of keys is cut in pieces. */
function pieces(keys: readonly string[]): string[][] {
  const lists: string[][] = []
  let length = maxPieceLength
  for (const key of keys.toSorted()) {
    length += key.length
    if (length > maxPieceLength) {
      lists.push([])
      length = key.length
    }
    lists.at(-1)?.push(key)
  }
  return lists
}

/** Characters of all keys of one step. */
const maxPieceLength = 4_096

/** Keys with a free end (`http.request.header.*`): its words can make them more sensitive, never less. */
function templateSteps({ conventions, words }: KeyTables, way: Way): KeyStep[] {
  const prefixes = new Map<Outcome, string[]>()
  for (const dataClass of dataClasses)
    for (const prefix of wordsIn(conventions.templates[dataClass])) {
      const outcome = outcomeOf(way, dataClass)
      prefixes.set(outcome, [...(prefixes.get(outcome) ?? []), prefix])
    }
  const refused = wordsOfClasses(words, (dataClass) => outcomeOf(way, dataClass) !== 'keep')
  // what is removed goes first: where one prefix begins with another, the stricter of both decides
  return (['remove', 'masked', 'keep'] as const).flatMap((outcome) => {
    const prefix = keysPattern(prefixes.get(outcome) ?? [])
    if (prefix === undefined) return []
    const step: KeyStep = { outcome, pattern: `${prefix}.*` }
    const raised = outcome === 'remove' ? undefined : wordsPattern(refused, prefix)
    return raised === undefined ? [step] : [{ outcome: 'remove' as const, pattern: raised }, step]
  })
}

function wordSteps({ words }: KeyTables, way: Way): KeyStep[] {
  return words.flatMap(([dataClass, list]) => {
    const pattern = wordsPattern(wordsIn(list))
    return pattern === undefined ? [] : [{ outcome: outcomeOf(way, dataClass), pattern }]
  })
}
