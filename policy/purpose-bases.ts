import { builtInPurposeTable } from './built-in-purposes.ts'
import { closestWord } from './closest-word.ts'
import { describeValue } from './describe-value.ts'
import { asMap } from './loose-data.ts'
import { type LegalBasis, legalBases } from './policy.ts'
import type { PolicyIssue } from './policy-error.ts'

/** By purpose; `undefined` for one whose basis is written wrongly, so that it causes no second issue. */
export type Bases = ReadonlyMap<string, LegalBasis | undefined>

/** What each purpose rests on, in a policy whose shape may be wrong. */
export function purposeBases(changes: Readonly<Record<string, unknown>>): Bases {
  const bases = new Map<string, LegalBasis | undefined>()
  for (const [name, purpose] of Object.entries(builtInPurposeTable)) bases.set(name, purpose.basis)
  for (const [name, change] of Object.entries(changes)) {
    const basis = asMap(change).basis ?? bases.get(name) ?? 'consent'
    bases.set(
      name,
      legalBases.find((known) => known === basis),
    )
  }
  return bases
}

/** An issue with a hint, if no purpose has this name. */
export function unknownPurpose(name: string, path: PolicyIssue['path'], bases: Bases): PolicyIssue[] {
  if (bases.has(name)) return []
  const known = [...bases.keys()]
  const near = closestWord(name, known)
  return [
    {
      code: 'unknown_purpose',
      path,
      expected: `one of ${known.join(', ')}`,
      received: describeValue(name, [], true),
      hint: near === undefined ? 'Add the purpose under `purposes`.' : `Did you mean \`${near}\`?`,
    },
  ]
}
