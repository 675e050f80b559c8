/** Texts that show what a rule does. The tests run them, and the page of entities prints them. */
export interface RuleExamples {
  /** Each has a finding of the rule, which stands between ⟦ and ⟧. */
  readonly found: readonly string[]
  /** None has one: wrong check digits, impossible dates, no word that announces it, telemetry that looks like it. */
  readonly notFound: readonly string[]
}
