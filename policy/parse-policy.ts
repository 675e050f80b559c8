import { buildPolicy, type PolicyEnvironment } from './build-policy.ts'
import { checkFlows } from './check-flows.ts'
import { checkPropagation } from './check-propagation.ts'
import { checkRedaction } from './check-redaction.ts'
import { policyBounds } from './limits.ts'
import { parseYaml } from './parse-yaml.ts'
import { copyPlainData } from './plain-data.ts'
import type { Policy } from './policy.ts'
import { PolicyError, type PolicyIssue } from './policy-error.ts'
import type { PolicyFile } from './schema.ts'
import { structureIssues } from './structure-issues.ts'

export interface ParsePolicyOptions {
  /**
   * Where `${env:NAME}` in header values is looked up. `'keep'` leaves the references as they are, for those who write
   * the policy elsewhere, such as into the configuration of a Collector.
   *
   * @defaultValue `process.env`
   */
  readonly env?: PolicyEnvironment
}

/**
 * The policy in `input`, complete with defaults and deeply frozen.
 *
 * @param input YAML or JSON text, or the same as an object; `undefined`, `null` and empty text give the default policy
 * @throws PolicyError with every issue, if anything is wrong; nothing else
 * @example
 * const policy = parsePolicy({ flows: { personalization: { form: 'pseudonymous', retention: '180d' } } })
 * policy.flows.personalization?.accepts // ['technical', 'interaction', 'content', 'identifier']
 */
export function parsePolicy(input: unknown, options: ParsePolicyOptions = {}): Policy {
  const result = checkPolicy(input, options)
  if ('issues' in result) throw new PolicyError(result.issues)
  return result.policy
}

/**
 * Like `parsePolicy`, with the issues as a result.
 *
 * @returns the policy, or at least one issue
 * @example
 * const result = checkPolicy('flows: { operations: { retention: 30 } }')
 * if ('issues' in result) console.error(formatPolicyIssues(result.issues))
 */
export function checkPolicy(
  input: unknown,
  options: ParsePolicyOptions = {},
): { readonly policy: Policy } | { readonly issues: readonly PolicyIssue[] } {
  const env = options.env ?? process.env
  if (typeof input !== 'string') return checkData(input, env)
  const yaml = parseYaml(input)
  if (yaml.issues.length > 0) return { issues: yaml.issues }
  const result = checkData(yaml.value, env)
  if ('policy' in result) return result
  const located = result.issues.map((issue) => ({ ...issue, ...yaml.locate(issue.path) }))
  return { issues: located.sort((a, b) => a.line - b.line || a.column - b.column) }
}

function checkData(
  input: unknown,
  env: PolicyEnvironment,
): { readonly policy: Policy } | { readonly issues: readonly PolicyIssue[] } {
  const copy = copyPlainData(input)
  if (copy.issues.length > 0) return { issues: firstIssues(copy.issues) }
  const data = copy.value ?? {}
  const issues = [
    ...structureIssues(data),
    ...checkFlows(data, env),
    ...checkRedaction(data),
    ...checkPropagation(data),
  ]
  if (issues.length > 0) return { issues: firstIssues(issues) }
  return { policy: buildPolicy(data as PolicyFile, env) }
}

/** A file that is no policy at all can have a problem in every line: nobody reads them all, and they fill a log. */
function firstIssues(issues: readonly PolicyIssue[]): readonly PolicyIssue[] {
  if (issues.length <= policyBounds.issues) return issues
  const rest: PolicyIssue = {
    code: 'too_many',
    path: [],
    expected: `at most ${policyBounds.issues} problems, to show them all`,
    received: String(issues.length),
    hint: 'Correct the problems below first. Is this the right file?',
  }
  return [rest, ...issues.slice(0, policyBounds.issues)]
}
