import type { Policy } from '../policy/policy.ts'
import { keyStatements, withoutMarks } from './key-statements.ts'
import { keySteps, listSteps } from './key-steps.ts'
import type { KeyTables } from './key-tables.ts'
import { nameStatements } from './name-statements.ts'
import { quote, whole } from './ottl.ts'
import { blockedValues } from './value-patterns.ts'
import { verdictKeys, verdictStatements } from './verdict-gate.ts'
import type { Way } from './ways.ts'

/** A group of statements of the transform processor, all for one context of OTTL. */
export interface StatementGroup {
  readonly context: 'resource' | 'scope' | 'span' | 'spanevent' | 'log' | 'metric' | 'datapoint' | 'exemplar'
  readonly statements: readonly string[]
}

export interface SignalStatements {
  readonly trace_statements: readonly StatementGroup[]
  readonly log_statements: readonly StatementGroup[]
  readonly metric_statements?: readonly StatementGroup[]
}

const schemaUrl = 'https://opentelemetry\\.io/schemas/[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}'
const version = 'v?[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3}(?:-[a-z]{1,12}(?:\\.[0-9]{1,4})?)?'
const severity =
  '(?i:(?:trace|debug|info|warn|error|fatal)[2-4]?|log|http|silly|verbose|notice|warning|err|crit|critical|alert|emerg|emergency)'

/** What each carrier of the three signals loses on one way, in one place: the order here is that of the guard. */
export function carrierStatements(policy: Policy, tables: KeyTables, way: Way): SignalStatements {
  const steps = keySteps(policy, tables, way)
  const found = blockedValues(policy, way)
    .map((pattern) => `(?:${pattern})`)
    .join('|')
  // keys of a list are known to be harmless; any other key can quote somebody, too
  const cleanKeys =
    way.takesUnknownKeys || steps.some(({ outcome, keys }) => outcome !== 'remove' && keys === undefined)
      ? [`delete_matching_keys(attributes, ${quote(found)})`]
      : []
  // one list object for all of its places, so that YAML writes it once
  const plain = [...cleanKeys, ...keyStatements(steps, way.takesUnknownKeys)]
  const judged = [
    ...verdictStatements(way),
    ...cleanKeys,
    ...keyStatements([...listSteps('keep', verdictKeys(way)), ...steps], way.takesUnknownKeys),
  ]
  const named = nameStatements(way, 'name', found)
  const schema = onlyWhere('schema_url', schemaUrl)
  const scope = [...named, onlyWhere('version', version), schema]
  const shared = (resource: readonly string[]): StatementGroup[] => [
    { context: 'resource', statements: resource },
    { context: 'resource', statements: [schema] },
    { context: 'scope', statements: plain },
    { context: 'scope', statements: scope },
  ]
  return {
    trace_statements: [
      ...shared(plain),
      { context: 'span', statements: judged },
      { context: 'span', statements: named },
      { context: 'span', statements: spanStatements(way, found) },
      { context: 'spanevent', statements: plain },
      { context: 'spanevent', statements: named },
    ],
    log_statements: [
      ...shared(plain),
      { context: 'log', statements: judged },
      { context: 'log', statements: logStatements(way, found) },
    ],
    // the verdict of metrics stands on the resource
    ...(way.takesMetrics && {
      metric_statements: [
        ...shared(judged),
        { context: 'metric', statements: named },
        { context: 'metric', statements: metricStatements },
        { context: 'datapoint', statements: plain },
        { context: 'exemplar', statements: ['delete_matching_keys(filtered_attributes, "")'] },
      ],
    }),
  }
}

function spanStatements(way: Way, found: string): string[] {
  return [
    way.takesTexts ? `replace_pattern(status.message, ${quote(found)}, "****")` : 'set(status.message, "")',
    'set(trace_state, "")',
    // does nothing without --feature-gates=ottl.set.allowNil; then `filter/links` drops the span
    'set(links, nil)',
  ]
}

function logStatements(way: Way, found: string): string[] {
  return [
    way.takesTexts ? readableBody(found) : 'set(body, "")',
    ...nameStatements(way, 'event_name', found),
    onlyWhere('severity_text', severity),
  ]
}

/**
 * Where texts pass, the redaction processor reads the body with everything nested in it, but for the keys: a body with a
 * key that quotes somebody becomes one text, in which what it finds is replaced.
 */
function readableBody(found: string): string {
  const quotingKey = `"(?:[^"\\\\]|\\\\.)*(?:${found})(?:[^"\\\\]|\\\\.)*":`
  return `set(body, String(body)) where (IsMap(body) or IsList(body)) and IsMatch(body, ${quote(quotingKey)})`
}

const metricStatements = [
  // a text for people, and the same one is in the code: nothing is lost without it
  'set(description, "")',
  onlyWhere('unit', `1|%|[A-Za-z]{1,8}(?:/[A-Za-z]{1,8})?|\\{[a-z_]{1,32}\\}`),
  'delete_matching_keys(metadata, "")',
]

/** The last statements of a way: keys get back their own names. */
export function markStatements(way: Way): SignalStatements {
  const group = (context: StatementGroup['context']) => ({ context, statements: [withoutMarks] })
  return {
    trace_statements: [group('resource'), group('scope'), group('span'), group('spanevent')],
    log_statements: [group('resource'), group('scope'), group('log')],
    ...(way.takesMetrics && { metric_statements: [group('resource'), group('scope'), group('datapoint')] }),
  }
}

/** Empties a field that is not what `pattern` says, for nobody knows what else it may hold. */
function onlyWhere(field: string, pattern: string): string {
  return `set(${field}, "") where not IsMatch(${field}, ${quote(whole(pattern))})`
}
