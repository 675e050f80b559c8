export type PolicyIssueCode =
  | 'unknown_key'
  | 'wrong_type'
  | 'unknown_value'
  | 'out_of_range'
  | 'too_many'
  | 'missing'
  | 'invalid_name'
  | 'duplicate_name'
  | 'unknown_purpose'
  | 'unknown_recipient'
  | 'mixed_basis'
  | 'form_not_allowed'
  | 'unknown_class'
  | 'class_not_allowed'
  | 'unknown_entity'
  | 'action_not_allowed'
  | 'invalid_pattern'
  | 'pattern_too_long'
  | 'invalid_duration'
  | 'invalid_endpoint'
  | 'invalid_header'
  | 'invalid_authority'
  | 'missing_variable'
  | 'bad_yaml'
  | 'not_found'
  | 'unreadable'
  | 'too_large'

/** One thing that is wrong with a policy. Never holds a header value or a URL: these may be secrets. */
export interface PolicyIssue {
  readonly code: PolicyIssueCode
  /** Where in the policy; empty for the policy as a whole. */
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly received: string
  /** What to do about it. */
  readonly hint: string
  /** From 1; only where the policy came as YAML or JSON text. */
  readonly line?: number
  readonly column?: number
}

/**
 * A policy that is refused, with everything that is wrong with it. A class, because the language's way to tell one
 * error from another is `instanceof`.
 */
export class PolicyError extends Error {
  override readonly name = 'PolicyError'
  readonly issues: readonly PolicyIssue[]
  /** The file that the policy came from, if it came from one. */
  readonly file: string | undefined

  constructor(issues: readonly PolicyIssue[], file?: string) {
    super(formatPolicyIssues(issues, file))
    this.issues = issues
    this.file = file
  }
}

/**
 * The issues as text for a person: one block per issue, after a line that counts them.
 *
 * @param file named in front of line and column, if the policy came from a file
 * @example
 * try {
 *   parsePolicy({ flow: {} })
 * } catch (error) {
 *   if (error instanceof PolicyError) console.error(formatPolicyIssues(error.issues))
 * }
 */
export function formatPolicyIssues(issues: readonly PolicyIssue[], file?: string): string {
  const count = issues.length === 1 ? '1 problem' : `${issues.length} problems`
  const blocks = issues.map((issue) => {
    const position = issue.line === undefined ? undefined : `${issue.line}:${issue.column ?? 1}`
    const source = [file, position].filter(Boolean).join(':')
    const place = [source, formatPolicyPath(issue.path)].filter(Boolean).join(': ')
    return [
      `  ${place || 'policy'}: ${issue.code}`,
      `    expected  ${issue.expected}`,
      `    received  ${issue.received}`,
      `    hint      ${issue.hint}`,
    ].join('\n')
  })
  return [`The policy has ${count}:`, ...blocks].join('\n')
}

/** `['redaction', 'custom', 0, 'pattern']` as `redaction.custom[0].pattern`. */
export function formatPolicyPath(path: readonly (string | number)[]): string {
  let text = ''
  for (const key of path) {
    if (typeof key === 'string' && /^[\w-]+$/.test(key)) text += text === '' ? key : `.${key}`
    else text += `[${JSON.stringify(key)}]`
  }
  return text
}
