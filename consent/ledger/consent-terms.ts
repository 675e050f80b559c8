import type { ConsentTerms, Policy } from '../../policy/policy.ts'

/** How long answers hold where the person is: in the part of the country, else in the country, else everywhere. */
export function consentTerms(policy: Policy, jurisdiction: string | null | undefined): ConsentTerms {
  const { jurisdictions } = policy.consent
  const name = jurisdiction ?? 'default'
  const terms = jurisdictions[name] ?? jurisdictions[name.slice(0, 2)] ?? jurisdictions.default
  // a parsed policy always has the default; nothing holds under another
  return terms ?? { validSeconds: 0, askAgainSeconds: 0 }
}
