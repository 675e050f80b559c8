import type { Problem } from './problem.ts'

interface SchemaIssue {
  readonly code?: string
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly expected?: unknown
}

/**
 * The first thing that a schema found wrong. Names of fields come from the schema, so they may be said; what was sent
 * may not, not even the name of an unknown field.
 *
 * @param target the part of the request: `json`, `query`, `param`, `header`
 */
export function problemOfSchema({ issues }: { readonly issues: readonly SchemaIssue[] }, target: string): Problem {
  const issue = issues[0]
  const path = issue?.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') ?? ''
  return {
    status: 400,
    code: codes[issue?.code ?? ''] ?? 'invalid_value',
    title: 'Bad request',
    path: path.replace(/^\./u, ''),
    expected: issue === undefined ? 'a request as in /v1/openapi.json' : expectedBy(issue),
    received: 'something else',
    hint: `See ${parts[target] ?? 'the request'} of this route in /v1/openapi.json.`,
  }
}

const codes: Readonly<Record<string, string>> = {
  invalid_type: 'wrong_type',
  unrecognized_keys: 'unknown_key',
  too_big: 'out_of_range',
  too_small: 'out_of_range',
  invalid_format: 'invalid_format',
  invalid_value: 'unknown_value',
  invalid_union: 'wrong_type',
}

const parts: Readonly<Record<string, string>> = {
  json: 'the body',
  query: 'the query',
  param: 'the path',
  header: 'the headers',
}

function expectedBy(issue: SchemaIssue): string {
  const { code, expected } = issue as SchemaIssue & Record<string, unknown>
  const { maximum, minimum, values, origin } = issue as SchemaIssue & {
    readonly maximum?: number
    readonly minimum?: number
    readonly values?: readonly unknown[]
    readonly origin?: string
  }
  if (code === 'invalid_type') return `${String(expected)}`
  if (code === 'too_big') return `${origin} of at most ${maximum}`
  if (code === 'too_small') return `${origin} of at least ${minimum}`
  if (code === 'invalid_value' && values !== undefined) return `one of ${values.join(', ')}`
  if (code === 'unrecognized_keys') return 'known fields only'
  return 'another form'
}
