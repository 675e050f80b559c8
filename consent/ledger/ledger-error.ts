export type LedgerErrorCode =
  | 'unknown_event'
  | 'unknown_purpose'
  | 'unknown_recipient'
  | 'invalid_value'
  | 'too_long'
  | 'too_many'
  | 'unavailable'
  | 'closed'

/** What the ledger does not take. Quotes no id, no evidence and no text of a person. */
export interface LedgerIssue {
  readonly code: LedgerErrorCode
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly received: string
  readonly hint: string
}

/** A class, because the language's way to tell one error from another is `instanceof`. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly issue: LedgerIssue

  constructor(issue: LedgerIssue, cause?: unknown) {
    const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('')
    super(
      `${place || 'ledger'}: ${issue.code}: expected ${issue.expected}, received ${issue.received}. ${issue.hint}`,
      cause === undefined ? undefined : { cause },
    )
    this.issue = issue
  }
}
