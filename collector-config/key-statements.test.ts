import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { parsePolicy } from '../policy/parse-policy.ts'
import { type DataClass, dataClasses, type Policy } from '../policy/policy.ts'
import { decideAttribute } from '../processors/attribute-decision.ts'
import { createClassifier } from '../processors/classification/classify.ts'
import { wordsByClass } from '../processors/classification/key-name-patterns.ts'
import { conventions } from '../processors/classification/semantic-conventions.generated.ts'
import { keyStatements, withoutMarks } from './key-statements.ts'
import { keySteps } from './key-steps.ts'
import { wordsIn } from './key-tables.ts'
import { type Way, waysOf } from './ways.ts'

const tables = { conventions, words: wordsByClass }
const conventionKeys = dataClasses.flatMap((dataClass) => wordsIn(conventions.keys[dataClass]))
const templatePrefixes = dataClasses.flatMap((dataClass) => wordsIn(conventions.templates[dataClass]))

describe('keyStatements', () => {
  it('lets no key through that the guard removes, whatever the policy and the key', () => {
    fc.assert(
      fc.property(policies, fc.array(keys, { minLength: 1, maxLength: 50 }), (policy, some) => {
        const classify = createClassifier(policy)
        for (const way of waysOf(policy)) {
          const left = run(statementsOf(policy, way), some)
          const forbidden = some.filter(
            (key) => decideAttribute(classify(key), { ...way.flow, ...way }).action === 'remove',
          )
          expect(left.keys.filter((key) => forbidden.includes(key))).toEqual([])
        }
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  it('keeps every key of the conventions that the guard keeps as it is', () => {
    const policy = parsePolicy({})
    const classify = createClassifier(policy)
    for (const way of waysOf(policy)) {
      const accepted = conventionKeys.filter(
        (key) => !/^(?:user|enduser)\./.test(key) && way.accepts.includes(classify(key).class as DataClass),
      )
      expect(accepted.length).toBeGreaterThan(300)
      expect(run(statementsOf(policy, way), conventionKeys).keys).toEqual(expect.arrayContaining(accepted))
    }
  })

  it('lets the most specific pattern of the policy decide', () => {
    const policy = parsePolicy({
      classification: { 'app.*': 'technical', 'app.customer.*': 'identifier', 'app.customer.plan': 'technical' },
    })
    const [way] = waysOf(policy)
    if (way === undefined) throw new Error('no way')
    const some = ['app.x', 'app.customer.name', 'app.customer.plan', 'unknown']
    expect(run(statementsOf(policy, way), some).keys).toEqual(['app.x', 'app.customer.plan'])
  })

  it('marks identifiers of a pseudonymous flow, so that only pseudonyms stay under them', () => {
    const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous' } } })
    const way = waysOf(policy).find(({ form }) => form === 'pseudonymous')
    if (way === undefined) throw new Error('no way')
    const { masked, keys: left } = run(statementsOf(policy, way), ['user.id', 'customerEmail', 'app.theme', 'password'])
    expect(masked).toEqual(['user.id', 'customerEmail'])
    expect(left).toEqual(['user.id', 'customerEmail', 'app.theme'])
  })

  it('removes keys that come with a mark', () => {
    const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous' } } })
    for (const way of waysOf(policy))
      expect(run(statementsOf(policy, way), ['=password', '~user.id', '=http.route']).keys).toEqual([])
  })

  it('never lets user attributes into an anonymous flow, whatever the policy calls them', () => {
    const policy = parsePolicy({ classification: { 'user.*': 'technical', 'enduser.id': 'technical' } })
    for (const way of waysOf(policy))
      expect(run(statementsOf(policy, way), ['user.id', 'user.roles', 'enduser.id']).keys).toEqual([])
  })
})

const patternsSeen = new Map<string, RE2JS>()

function compiled(pattern: string): RE2JS {
  const made = patternsSeen.get(pattern) ?? RE2JS.compile(pattern)
  patternsSeen.set(pattern, made)
  return made
}

function statementsOf(policy: Policy, way: Way): string[] {
  return keyStatements(keySteps(policy, tables, way), way.takesUnknownKeys)
}

/** What the Collector does with the three functions that key statements use, on Go's regular expressions. */
function run(statements: readonly string[], some: readonly string[]): { keys: string[]; masked: string[] } {
  let keys = [...new Set(some)]
  for (const statement of statements) {
    const [, name, text = '', replacement = '""'] =
      /^(delete_matching_keys|keep_matching_keys|replace_all_patterns)\(attributes, (?:"key", )?("(?:[^"\\]|\\.)*")(?:, ("(?:[^"\\]|\\.)*"))?\)$/u.exec(
        statement,
      ) ?? []
    if (name === undefined) throw new Error(`not understood: ${statement}`)
    const matches = (key: string) =>
      compiled(JSON.parse(text.replaceAll('$$', '$')))
        .matcher(key)
        .find()
    if (name === 'delete_matching_keys') keys = keys.filter((key) => !matches(key))
    else if (name === 'keep_matching_keys') keys = keys.filter(matches)
    else {
      const mark = JSON.parse(replacement).charAt(0)
      keys = keys.map((key) => (matches(key) ? `${mark}${key}` : key))
    }
  }
  expect(withoutMarks).toContain('[=~]')
  return {
    keys: keys.map((key) => key.replace(/^[=~]/u, '')),
    masked: keys.filter((key) => key.startsWith('~')).map((key) => key.slice(1)),
  }
}

const words = wordsByClass.flatMap(([, list]) => wordsIn(list)).map((word) => word.replaceAll('*', ''))
const piece = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom('app', 'http', 'theme', 'count', 'tokens', 'x2', 'ID', 'Ünï'),
  fc.string({ maxLength: 4 }),
)
const joined = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom('.', '_', '-', '', ' '), fc.boolean())
  .map(([parts, separator, humps]) =>
    parts
      .map((part, index) =>
        part
          .split('.')
          .join(separator || '_')
          .replace(/^./u, (c) => (humps && index > 0 ? c.toUpperCase() : c)),
      )
      .join(separator),
  )
const keys = fc.oneof(
  fc.constantFrom(...conventionKeys),
  joined,
  fc.tuple(fc.constantFrom(...templatePrefixes), joined).map(([prefix, rest]) => prefix + rest),
  fc.tuple(fc.constantFrom('=', '~', 'privity.', 'user.'), joined).map(([prefix, rest]) => prefix + rest),
)

const patterns = fc
  .tuple(keys, fc.constantFrom('', '*'), fc.constantFrom('', '*'))
  .map(([key, before, after]) => `${before}${key.slice(0, 100)}${after}`)
  .filter((pattern) => pattern !== '' && pattern !== '__proto__')

const policies = fc
  .record({
    classification: fc.dictionary(patterns, fc.constantFrom(...dataClasses), { maxKeys: 5, noNullPrototype: true }),
    form: fc.constantFrom('raw', 'pseudonymous', 'anonymous', 'aggregate'),
    accepts: fc.option(fc.subarray(['technical', 'interaction', 'content'] as const), { nil: undefined }),
    unknownSubject: fc.constantFrom('anonymous', 'withhold'),
  })
  .map(({ classification, form, accepts, unknownSubject }) =>
    parsePolicy({
      classification,
      consent: { unknownSubject },
      flows: { personalization: { form, ...(accepts !== undefined && { accepts }) } },
    }),
  )
