import type { PolicyEnvironment } from './build-policy.ts'
import { headerReferences, resolveHeader } from './header-references.ts'
import { policyBounds } from './limits.ts'
import { asMap } from './loose-data.ts'
import type { PolicyIssue } from './policy-error.ts'

type Path = readonly (string | number)[]

/** Endpoint and headers of a flow. `received` describes and never quotes: both may hold a password. */
export function checkDestination(
  otlp: Readonly<Record<string, unknown>>,
  path: Path,
  env: PolicyEnvironment,
): PolicyIssue[] {
  const issues: PolicyIssue[] = []
  if (typeof otlp.endpoint === 'string') {
    const problem = endpointProblem(otlp.endpoint)
    if (problem !== undefined)
      issues.push({
        code: 'invalid_endpoint',
        path: [...path, 'endpoint'],
        expected: 'an http or https URL such as http://localhost:4318',
        ...problem,
      })
  }
  const headers = Object.entries(asMap(otlp.headers))
  if (headers.length > policyBounds.headers)
    issues.push({
      code: 'too_many',
      path: [...path, 'headers'],
      expected: `at most ${policyBounds.headers} headers`,
      received: String(headers.length),
      hint: 'Remove some.',
    })
  const seen = new Set<string>()
  for (const [name, value] of headers) {
    if (typeof value === 'string')
      issues.push(...checkHeader(name, value, [...path, 'headers'], env, seen.has(name.toLowerCase())))
    seen.add(name.toLowerCase())
  }
  return issues
}

function endpointProblem(endpoint: string): { received: string; hint: string } | undefined {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined
  if (url === undefined || endpoint !== endpoint.trim())
    return { received: 'a text that is no URL (not shown)', hint: 'Give scheme, host and port.' }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return { received: 'a URL with another scheme (not shown)', hint: 'Begin the URL with http:// or https://.' }
  if (url.username !== '' || url.password !== '')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the user writes it so
    return { received: 'a URL with credentials (not shown)', hint: 'Use `headers`: authorization: "${env:NAME}".' }
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(endpoint))
    return { received: 'a URL with a query or fragment (not shown)', hint: 'Use `headers` for keys and tokens.' }
  return undefined
}

function checkHeader(
  name: string,
  value: string,
  path: Path,
  env: PolicyEnvironment,
  repeated: boolean,
): PolicyIssue[] {
  // the token of RFC 9110, section 5.6.2; a name that is none may be a value in the wrong place, so it is not shown
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}$/.test(name))
    return [
      {
        code: 'invalid_header',
        path,
        expected: 'names of letters, digits and hyphens',
        received: 'another name (not shown)',
        hint: 'Write headers as `name: "value"`.',
      },
    ]
  const at = [...path, name]
  if (repeated)
    return [
      {
        code: 'duplicate_name',
        path: at,
        expected: 'each header once',
        received: 'the same name in other letters',
        hint: 'Keep one; capitals do not count in header names.',
      },
    ]
  const missing = env === 'keep' ? [] : headerReferences(value).filter((variable) => !env[variable])
  if (missing.length > 0)
    return missing.map((variable) => ({
      code: 'missing_variable',
      path: at,
      expected: `the environment variable ${variable}`,
      received: 'a variable that is not set or empty',
      hint: `Set ${variable} where the process starts.`,
    }))
  const resolved = env === 'keep' ? value : resolveHeader(value, env)
  if (/^[\t\x20-\x7e]{1,8192}$/.test(resolved)) return []
  return [
    {
      code: 'invalid_header',
      path: at,
      expected: '1 to 8192 printable ASCII characters',
      received: 'another value (not shown)',
      hint: 'Remove line breaks and letters beyond ASCII; check the variables that it refers to.',
    },
  ]
}
