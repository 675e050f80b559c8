import { z } from 'zod'
import { closestWord } from './closest-word.ts'
import { describeValue } from './describe-value.ts'
import { durationPattern } from './duration.ts'
import { entityTypes } from './entities.ts'
import { dataClasses } from './policy.ts'
import type { PolicyIssue } from './policy-error.ts'
import { namePattern, policySchema } from './schema.ts'

type Path = readonly (string | number)[]
type ZodIssue = z.core.$ZodIssue

/** What is wrong with the shape of a policy, in the words of Privity instead of those of zod. */
export function structureIssues(data: unknown): PolicyIssue[] {
  const result = policySchema.safeParse(data)
  return result.success ? [] : result.error.issues.flatMap((issue) => translate(issue, [], data))
}

function translate(issue: ZodIssue, base: Path, data: unknown): PolicyIssue[] {
  // data comes from copyPlainData, so there are no symbols among the keys
  const path = [...base, ...(issue.path as Path)]
  const value = valueAt(data, path)
  const make = (code: PolicyIssue['code'], expected: string, hint: string, quote = true): PolicyIssue[] => [
    { code, path, expected, received: describeValue(value, path, quote), hint },
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        // a record over entity types, as zod sees it, has known keys; for us they are values
        path[1] === 'actions' ? unknownValue(entityNames, key, [...path, key]) : unknownKey(key, path),
      )
    case 'invalid_type': {
      const expected = typeWords[issue.expected] ?? issue.expected
      const hint =
        value === null
          ? 'Remove the key, or give it a value.'
          : issue.expected === 'string' && typeof value === 'number'
            ? 'Put it in quotes.'
            : value === undefined
              ? `Add \`${path.at(-1)}\`.`
              : `Give ${expected}.`
      return make(value === undefined ? 'missing' : 'wrong_type', expected, hint, expected === 'a text')
    }
    case 'invalid_value':
      return [unknownValue(issue.values.map(String), value, path)]
    case 'invalid_union':
      // only `operations` is a union: a flow, or false. What looks like a flow is judged as one.
      if (typeof value === 'object' && value !== null)
        return (issue.errors.at(-1) ?? []).flatMap((inner) => translate(inner, path, data))
      return make('wrong_type', 'a flow, or false', 'Give the fields of the flow, or false to switch it off.', false)
    case 'invalid_key':
      return path[0] === 'classification'
        ? make('invalid_pattern', 'a key pattern of 1 to 256 characters', 'Shorten the pattern with *.', false)
        : [invalidName(path.at(-1), path)]
    case 'invalid_format':
      if ('pattern' in issue && issue.pattern === durationPattern.toString())
        return make(
          'invalid_duration',
          'a whole number with h, d, w or y',
          'Write hours, days, weeks or years, such as 12h, 30d, 6w or 1y.',
        )
      if ('pattern' in issue && issue.pattern === namePattern.toString()) return [invalidName(value, path)]
      if (path[0] === 'propagation')
        return path[1] === 'carry'
          ? make('invalid_name', 'a key of baggage', 'Write the key without spaces and separators.')
          : make('invalid_name', 'a name like that of a host', 'Use small letters, digits, dots and hyphens.')
      return make('wrong_type', `a ${issue.format}`, 'Give a value of that format.')
    case 'too_small':
    case 'too_big': {
      const { bound, word } =
        issue.code === 'too_small'
          ? { bound: issue.minimum, word: 'at least' }
          : { bound: issue.maximum, word: 'at most' }
      if (issue.origin === 'array')
        return issue.code === 'too_big'
          ? make('too_many', `at most ${bound} items`, 'Shorten the list.')
          : make('missing', `at least ${bound} item`, 'Add an item, or remove the key for the default.')
      const unit = issue.origin === 'string' ? (bound === 1 ? ' character' : ' characters') : ''
      return make('out_of_range', `${word} ${bound}${unit}`, `Give ${word} ${bound}${unit}.`, false)
    }
    default:
      return make('wrong_type', 'a value as in the documentation', 'See docs/policy.md for this field.', false)
  }
}

const entityNames = entityTypes.map((entity) => entity.type)

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

function unknownKey(key: string, path: Path): PolicyIssue {
  const known = knownKeys(path)
  const near = closestWord(key, known)
  return {
    code: 'unknown_key',
    path: [...path, key],
    expected: `one of ${known.join(', ')}`,
    received: describeValue(key, [], true),
    hint: near === undefined ? 'Remove the key.' : `Did you mean \`${near}\`?`,
  }
}

function unknownValue(known: readonly string[], value: unknown, path: Path): PolicyIssue {
  const isClass = known.includes(dataClasses[0])
  const near = typeof value === 'string' ? closestWord(value, known) : undefined
  const common = {
    path,
    expected: `one of ${known.join(', ')}`,
    received: describeValue(value, path, true),
    hint: near === undefined ? `Choose one of ${known.join(', ')}.` : `Did you mean \`${near}\`?`,
  }
  if (typeof value !== 'string') return { ...common, code: 'wrong_type' }
  // the only list of classes that lacks it is that of `accepts`
  if (isClass && value === 'secret')
    return { ...common, code: 'class_not_allowed', hint: 'Remove `secret`: secrets are never delivered.' }
  if (isClass) return { ...common, code: 'unknown_class' }
  return { ...common, code: known.includes(entityTypes[0].type) ? 'unknown_entity' : 'unknown_value' }
}

export function invalidName(name: unknown, path: Path): PolicyIssue {
  return {
    code: 'invalid_name',
    path,
    expected: 'a small letter, then up to 62 small letters, digits or _',
    received: describeValue(name, [], true),
    hint: 'Write the name like `company_context`.',
  }
}

/** The keys that the schema knows at `path`. */
function knownKeys(path: Path): string[] {
  let schema: unknown = policySchema
  for (const key of path) {
    schema = unwrap(schema)
    if (schema instanceof z.ZodObject)
      schema = (schema.shape as Record<string, unknown>)[key] ?? (schema.def.catchall as unknown)
    else if (schema instanceof z.ZodRecord) schema = schema.valueType
    else if (schema instanceof z.ZodArray) schema = schema.element
  }
  const innermost = unwrap(schema)
  return innermost instanceof z.ZodObject ? Object.keys(innermost.shape) : []
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrap(schema.unwrap())
  if (schema instanceof z.ZodUnion) return unwrap(schema.options.at(-1))
  return schema
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string | number, unknown>)[key]
  }
  return value
}
