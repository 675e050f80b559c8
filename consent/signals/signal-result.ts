import type { ConsentChange } from '../ledger/consent-entry.ts'

export type SignalName = 'gpc' | 'tcf' | 'gpp' | 'orejime' | 'vanilla-cookieconsent' | 'c15t' | 'google-consent-mode'

export type SignalProblemCode =
  /** Not of the type, or past the length, that such a signal has. */
  | 'wrong_type'
  | 'too_long'
  /** Not of the form that its specification describes. */
  | 'malformed'
  | 'unsupported_version'
  | 'future_date'
  | 'too_old'
  /** Made under policies of the TCF that no longer count. */
  | 'outdated_policy'
  | 'not_service_specific'
  | 'disclosed_vendors_missing'
  | 'vendor_not_disclosed'
  | 'publisher_segment_missing'
  /** A section of a GPP string that we cannot read; it counts as absent. */
  | 'unknown_section'
  | 'unknown_value'
  /** Consent Mode's `default`, or a cookie from before the choice: nobody answered. */
  | 'no_choice'
  /** The policy does not say what the signal means. */
  | 'not_mapped'

/** What is wrong with a signal, or keeps it from granting. Quotes nothing of it but numbers and dates. */
export interface SignalProblem {
  readonly code: SignalProblemCode
  /** Where in the signal: the segment or section, then the field; empty for the signal as a whole. */
  readonly path: readonly (string | number)[]
  readonly expected: string
  readonly received: string
  readonly hint: string
}

/** One signal, so that people can be shown that it was seen and what it did (CCPA regulations, 11 CCR 7025(c)(6)). */
export interface ProcessedSignal {
  readonly name: SignalName
  /** The signal was there and could be read. */
  readonly processed: boolean
  /** The purposes that it decided, one way or the other. */
  readonly honoured: readonly string[]
}

/** What came of a signal: the same for every kind. `changes` go to the ledger as they are. */
export interface SignalResult {
  readonly changes: readonly ConsentChange[]
  readonly signals: readonly ProcessedSignal[]
  /** Empty: the signal was read, and nothing in it was doubtful. */
  readonly problems: readonly SignalProblem[]
}
